import { parseHTML } from 'linkedom';
import type { Chart } from '../charts/chart.ts';
import type { SvgDocument } from '../charts/draw/index.ts';
import { drawnTwice } from './drawn-twice.ts';

let document: SvgDocument | undefined;

/** Draws a chart for the page without a browser. */
export function drawnInNode(chart: Chart) {
  document ??= parseHTML('<!doctype html><html><body></body></html>').document as unknown as SvgDocument;
  return drawnTwice(chart, document);
}
