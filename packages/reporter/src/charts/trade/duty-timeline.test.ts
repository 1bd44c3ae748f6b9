import type { FlowDuty } from '@usmca-sim/core';
import { describe, expect, it } from 'vitest';
import { madeEconomy } from '../../../tests/made-economy.ts';
import { dutyTimelineChart } from './duty-timeline.ts';

const economy = madeEconomy();
// Goods are agriculture alone, 5% on every border; a measure makes it 25% from Canada into the United States.
const raised = {
  importer: 'USA',
  exporter: 'CAN',
  sector: 'AGR',
  value: 10,
  ordinary: 0.05,
  statutory: 0.25,
};
const duty = { ...raised, banned: 0, measures: [], goods: [] } as unknown as FlowDuty;
const days = [
  { economy, date: '2026-02-23', flows: [] },
  { economy, date: '2025-01-01', flows: [] },
  { economy, date: '2025-03-07', flows: [duty] },
];

describe('duties over time', () => {
  it('step on the days of the law, in their order', () => {
    const { panels, curve, unit } = dutyTimelineChart(days);
    const line = panels[0]!.lines.find(({ label }) => label === 'from Canada')!;
    expect(curve).toBe('steps');
    expect(line.points).toEqual([
      { at: '2025-01-01', value: 0.05 },
      { at: '2025-03-07', value: 0.25 },
      { at: '2026-02-23', value: 0.05 },
    ]);
    expect(unit).toContain('statutory');
  });

  it('are titled with the highest and the last', () => {
    expect(dutyTimelineChart(days).title).toBe(
      'The average duty on imports of the United States from Canada goes from 5% to 25% on 7 March 2025 and is 5% on 23 February 2026',
    );
  });

  it('are effective where every day has what is paid', () => {
    const paid = { flow: economy.flow, effective: economy.duty.map((rate) => rate / 2) };
    const chart = dutyTimelineChart(days.map((day) => ({ ...day, paid })));
    expect(chart.unit).toContain('effective');
    expect(chart.panels[0]!.lines[0]!.points[0]!.value).toBeCloseTo(0.025, 12);
  });
});
