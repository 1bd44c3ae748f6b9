import { describe, expect, it } from 'vitest';
import { madeEconomy, madeLaw, madeScenario, quarterOnAll } from '../../tests/made-scenario.ts';
import { dutiesOn } from './duties-on.ts';
import { dutiesOverTime } from './duties-over-time.ts';

const scenario = madeScenario({ changes: [{ ...quarterOnAll, until: '2001-02-15' }] });
const days = dutiesOverTime(madeEconomy, madeLaw, scenario, { from: '2000-12-15', until: '2001-03-10' });

describe('duties over time', () => {
  it('are given on the first and the last day, on firsts of months, and where the law changes', () => {
    expect(days.map(({ date }) => date)).toEqual([
      '2000-12-15',
      '2001-01-01',
      '2001-02-01',
      '2001-02-15',
      '2001-03-01',
      '2001-03-10',
    ]);
  });

  // The first cell that R0 imports from R1 is that of sector S0: 25 points on its ordinary duty, and then none.
  it('rise by what the case imposes while it is in force', () => {
    const cell = madeEconomy.sectors.length;
    const ordinary = madeEconomy.duty[cell]!;
    const rates = days.map(({ statutoryDuty }) => statutoryDuty[cell]! - ordinary);
    [0, 0.25, 0.25, 0, 0, 0].forEach((added, at) => {
      expect(rates[at]).toBeCloseTo(added, 12);
    });
  });

  it.each(days)('are on $date what is paid on that day', ({ date, statutoryDuty, bannedShare }) => {
    const { state, flows } = dutiesOn(madeEconomy, madeLaw, date, scenario);
    expect(statutoryDuty).toEqual(state.statutoryDuty);
    const index = (list: readonly { readonly code: string }[], code: string) =>
      list.findIndex((one) => one.code === code);
    const { regions, sectors } = madeEconomy;
    expect(flows).toHaveLength(3);
    for (const { importer, exporter, sector, statutory, banned } of flows) {
      const pair = index(regions, importer) * regions.length + index(regions, exporter);
      const cell = pair * sectors.length + index(sectors, sector);
      expect(statutoryDuty[cell]).toBeCloseTo(statutory, 12);
      expect(bannedShare[cell]).toBe(banned);
    }
  });
});
