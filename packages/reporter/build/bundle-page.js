import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

// Makes the files that every page carries: the stylesheet, the little script that answers a reader, and the functions
// that made the report, which a page keeps packed. From the sources, so that it does not matter what is compiled.

const source = new URL('../src/page/', import.meta.url);
const out = new URL('../dist/page-bundle/', import.meta.url);

const parts = {
  'page.css': await bundled('page.css'),
  'page.js': await bundled('browser/main.ts', { format: 'iife' }),
  // The name is that of the global in kept-parts.ts.
  'report-maker.js': await bundled('browser/report-maker.ts', {
    format: 'iife',
    globalName: 'usmcaSimReportMaker',
  }),
};
mkdirSync(out, { recursive: true });
for (const [name, text] of Object.entries(parts)) {
  // Either would end the element that it stands in.
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error(`${name} holds the end of its element`);
  writeFileSync(new URL(name, out), text);
}

/**
 * @param {string} entry
 * @param {import('esbuild').BuildOptions} [options]
 */
async function bundled(entry, options = {}) {
  const { outputFiles } = await build({
    entryPoints: [new URL(entry, source).pathname],
    bundle: true,
    write: false,
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    conditions: ['usmca-sim-source'],
    logLevel: 'warning',
    ...options,
  });
  return outputFiles[0].text.trim();
}
