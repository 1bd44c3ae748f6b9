import { parseHTML } from 'linkedom';
import type { Chart } from '../charts/chart.ts';
import type { SvgDocument } from '../charts/draw/index.ts';
import { drawnForPage } from './drawn-for-page.ts';

let document: SvgDocument | undefined;

/** Draws a chart at both widths of the page without a browser. */
export function drawnInNode(chart: Chart) {
  document ??= parseHTML('<!doctype html><html><body></body></html>').document as unknown as SvgDocument;
  return {
    narrow: drawnForPage(chart, 'narrow', document),
    wide: drawnForPage(chart, 'wide', document),
  };
}
