import type { Chart } from '../charts/chart.ts';
import { tableRows } from '../renderers/csv.ts';
import { escaped } from './html.ts';
import { tableBox } from './table-html.ts';

/** A chart drawn for a phone and for a desk, as SVG text; the page shows the one that fits. */
export type DrawnTwice = (chart: Chart) => { readonly narrow: string; readonly wide: string };

/** Pixels that charts of the page are drawn at, with the ground around them: a phone, and anything wider. */
export const chartWidths = { narrow: 320, wide: 752 } as const;

/** A chart with the table behind it and what can be taken away; SVG and PNG take the page's script. */
export function chartHtml(chart: Chart, draw: DrawnTwice): string {
  const { id, title, table } = chart;
  const { narrow, wide } = draw(chart);
  const name = escaped(id);
  return `<figure class="chart" id="chart-${name}" data-chart="${name}">
<h3 class="unseen" id="chart-${name}-title">${escaped(title)}</h3>
<div class="narrow" data-size="narrow">${narrow}</div><div class="wide" data-size="wide">${wide}</div>
<div class="behind"><details><summary>The table behind it</summary>${tableBox(table, `chart-${name}-title`)}</details>
<p class="downloads">Download <a download="${name}.csv" href="${csvLink(chart)}">CSV</a> <button type="button" data-download="svg" hidden>SVG</button> <button type="button" data-download="png" hidden>PNG</button></p></div>
</figure>`;
}

/** The table as a file within a link, which needs neither a script nor a server. */
function csvLink({ table }: Chart): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent([...tableRows(table)].join(''))}`;
}
