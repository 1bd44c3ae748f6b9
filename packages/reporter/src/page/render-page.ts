import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { MadeOf, ReportDocument } from '../renderers/renderer.ts';
import { builtParts } from './built-parts.ts';
import { drawnInNode } from './drawn-in-node.ts';
import { packed } from './packed-results.ts';
import { colourRules } from './page-colours.ts';
import { pageHtml } from './page-html.ts';
import { firstView } from './page-view.ts';

/**
 * The report as one HTML document that needs nothing but itself: no network, no server, and no script for anything but
 * to choose what is shown. Where `madeOf` is given, the page carries the results and makes the report anew from them
 * when the reader chooses another reference, or levels, differences or percent.
 *
 * @throws Error where the page's script has not been built.
 */
export function renderPage({ report, madeOf }: ReportDocument): string {
  const { script, maker, style: rules } = builtParts();
  const style = `${colourRules}\n${rules}`;
  const scripts = madeOf ? [script, maker] : [script];
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return pageHtml(report, {
    draw: drawnInNode,
    style,
    script,
    policy,
    ...(madeOf
      ? { kept: { results: zipped(packed(forViews(madeOf))), maker: zipped(maker), view: firstView(madeOf) } }
      : {}),
  });
}

/** What no view shows stays out: what everybody would do in every state, a good part of a negotiation. */
function forViews(madeOf: MadeOf): MadeOf {
  const results = madeOf.results.map((result) =>
    result.negotiation ? { ...result, negotiation: { ...result.negotiation, policyTable: [] } } : result,
  );
  return { ...madeOf, results };
}

function zipped(content: string | Uint8Array): string {
  return gzipSync(content, { level: 9 }).toString('base64');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
