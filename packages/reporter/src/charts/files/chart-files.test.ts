import { describe, expect, it } from 'vitest';
import { madeCharts } from '../../../tests/charts/made-charts.ts';
import { chartSvg } from './chart-files.ts';

const { alone, compared } = madeCharts();

describe('a drawing', () => {
  it.each(alone)('of $id has one name, and none of its parts has', (chart) => {
    const svg = chartSvg(chart, { width: 480 });
    expect(svg.match(/ aria-label=/g)).toHaveLength(1);
    expect(svg).toMatch(/^<svg [^>]*aria-label=/);
  });

  it('gives the name of a row two lines before it cuts it', () => {
    const chart = compared.find(({ panels }) => panels.some(({ row }) => row))!;
    const name = 'Canada lifts its retaliatory tariffs on goods from the United States';
    const panels = chart.panels.map((panel) => ({ ...panel, row: name }));
    const svg = chartSvg({ ...chart, panels } as typeof chart, { width: 320 });
    const written = [...svg.matchAll(/<text [^>]*>([^<]*)/g)].map(([, text]) => text);
    const at = written.findIndex((text) => text!.startsWith('Canada lifts'));
    expect(`${written[at]} ${written[at + 1]}`).toBe(name);
  });
});
