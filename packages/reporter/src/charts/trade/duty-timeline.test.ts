import { describe, expect, it } from 'vitest';
import { madeEconomy } from '../../../tests/made-economy.ts';
import { cellsOf } from '../../law/pair-duties.ts';
import { dutyTimelineChart } from './duty-timeline.ts';

const economy = madeEconomy();
// Goods are agriculture alone, 5% on every border; a measure makes it 25% from Canada into the United States.
const raised = economy.duty.slice();
raised[cellsOf(economy, 'USA', 'CAN', 'AGR')[0]!] = 0.25;
const bannedShare = new Float64Array(economy.flow.length);
const dayOf = (date: string, statutoryDuty = economy.duty) => ({ economy, date, statutoryDuty, bannedShare });
const days = [dayOf('2026-02-23'), dayOf('2025-01-01'), dayOf('2025-02-01'), dayOf('2025-03-07', raised)];

describe('duties over time', () => {
  it('step on the days on which the rate moves, in their order', () => {
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

  it('are listed for every day', () => {
    expect(dutyTimelineChart(days).table.rows.map(({ cells }) => cells[1])).toEqual([
      '2025-01-01',
      '2025-02-01',
      '2025-03-07',
      '2026-02-23',
    ]);
  });

  it('leave out goods that may not be imported, and are unknown where none may', () => {
    const all = { ...days[0]!, bannedShare: bannedShare.map(() => 1) };
    expect(dutyTimelineChart([all]).panels[0]!.lines[0]!.points).toEqual([{ at: '2026-02-23', value: null }]);
  });
});
