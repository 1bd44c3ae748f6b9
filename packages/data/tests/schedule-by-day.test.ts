import {
  type Change,
  dayPeriod,
  flowDuties,
  type Law,
  rulingOf,
  rulingOfRecord,
  scheduleOf,
  type Timeline,
  timelineOf,
  yearPeriod,
} from '@usmca-sim/core';
import { describe, expect, it } from 'vitest';
import { economy2024, lawOf } from '../src/index.ts';

const economy = economy2024();
const law = lawOf(economy);
const N = economy.regions.length;
const J = economy.sectors.length;
const codes = (of: readonly { code: string }[]) => of.map(({ code }) => code);
const regionAt = (code: string) => codes(economy.regions).indexOf(code);

/**
 * The duties of a year the slow way: every flow's breakdown of every day, goods by goods, claims as on the last day.
 * The same as `TariffSchedule.statutoryDuty` and `bannedShare` should hold, by cell.
 */
function dayByDay(timeline: Timeline, year: number) {
  const daysOf = (month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
  const dates = Array.from({ length: 12 }, (_, m) =>
    Array.from({ length: daysOf(m + 1) }, (_, d) =>
      [year, String(m + 1).padStart(2, '0'), String(d + 1).padStart(2, '0')].join('-'),
    ),
  ).flat();
  const atTheEnd = flowDuties(timeline, dates.at(-1)!);
  const sums = atTheEnd.map(() => ({ charged: 0, open: 0 }));
  for (const date of dates) {
    flowDuties(timeline, date).forEach(({ ordinary, goods }, flow) => {
      const sum = sums[flow]!;
      goods.forEach(({ share, measures }, line) => {
        const claimed = atTheEnd[flow]!.goods[line]!.claimed ?? 0;
        const added = (rate: (one: (typeof measures)[number]) => number) =>
          measures.reduce((total, one) => total + rate(one), ordinary);
        const pay = (part: number, duty: number) => {
          if (duty === Infinity) return;
          sum.charged += share * part * duty;
          sum.open += share * part;
        };
        pay(
          1 - claimed,
          added(({ unclaimed }) => unclaimed),
        );
        if (claimed > 0)
          pay(
            claimed,
            added((one) => one.claimed ?? 0),
          );
      });
    });
  }
  return atTheEnd.map(({ importer, exporter, sector }, flow) => {
    const { charged, open } = sums[flow]!;
    return {
      cell: (regionAt(importer) * N + regionAt(exporter)) * J + codes(economy.sectors).indexOf(sector),
      statutory: open > 0 ? charged / open : 0,
      banned: 1 - open / dates.length,
    };
  });
}

describe('the schedule of a year', () => {
  // 2025 has the emergency duties come and go; 2026 the surcharge, Section 338 and its bans.
  it.each([2025, 2026])(
    'is the average of the breakdowns of all days of %i',
    (year) => {
      const timeline = timelineOf(rulingOfRecord(economy, law));
      const { statutoryDuty, bannedShare } = scheduleOf(timeline, yearPeriod(year));
      for (const { cell, statutory, banned } of dayByDay(timeline, year)) {
        expect(Math.abs(statutoryDuty[cell]! - statutory)).toBeLessThan(1e-12);
        expect(Math.abs(bannedShare[cell]! - banned)).toBeLessThan(1e-12);
      }
    },
    60_000,
  );
});

describe('laws laid out one after the other', () => {
  const scope = { importers: ['USA'], exporters: ['CAN'], sectors: ['STL', 'VEH'] };
  const changes: Readonly<Record<string, readonly Change[]>> = {
    none: [],
    lift: [{ verb: 'lift', measures: ['us-section-232-metals'], on: '2027-03-01' }],
    impose: [
      { verb: 'impose', rate: 0.2, share: 0.6, scope, usmca: 'applies', yieldsTo: [], on: '2027-01-01' },
    ],
    enact: [
      { verb: 'enact', measures: law.measures.filter(({ status }) => status === 'threat'), on: '2027-01-01' },
    ],
    ban: [{ verb: 'ban', share: 0.3, scope, on: '2026-07-01', until: '2028-01-01' }],
  };
  const read = (of: Law, asOf: string, name: string) => {
    const timeline = timelineOf(rulingOf(economy, of, asOf, changes[name]!));
    return [yearPeriod(2026), yearPeriod(2027), dayPeriod('2036-12-31')].map((period) =>
      scheduleOf(timeline, period),
    );
  };
  // What is kept from earlier laws is kept for one law of record: a copy of it starts from nothing.
  const order = ['none', 'lift', 'impose', 'none', 'enact', 'ban', 'lift', 'none'];

  it.each(['2026-10-06', '2025-08-31'])('are as if each were laid out alone, from %s', (asOf) => {
    const other = asOf === '2025-08-31' ? '2026-06-30' : '2025-08-31';
    for (const name of order) {
      if (name !== 'lift') read(law, other, 'none');
      expect(read(law, asOf, name)).toEqual(read({ ...law }, asOf, name));
    }
  });
});
