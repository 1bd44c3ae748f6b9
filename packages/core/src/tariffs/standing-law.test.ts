import { describe, expect, test } from 'vitest';
import type { Charge, TariffMeasure } from './measure.ts';
import { standingLaw } from './standing-law.ts';

const charge = (from: string, until: string | undefined, more: Partial<Charge> = {}): Charge => ({
  rate: 0.1,
  base: 'value',
  usmca: 'applies',
  from,
  ...(until === undefined ? {} : { until }),
  ...more,
});

const measure = (charges: Charge[], endDecided?: string): TariffMeasure => ({
  id: 'surcharge',
  title: 'A surcharge',
  authority: 'section-122',
  importer: 'USA',
  exporters: ['CHN'],
  status: 'law',
  charges,
  ...(endDecided === undefined ? {} : { endDecided }),
  yieldsTo: [],
  addsTo: [],
  inBase: false,
  source: 'made up',
  confidence: 'official',
});

const endsOn = (of: TariffMeasure, date: string) =>
  standingLaw([of], date)[0]?.charges.map(({ until }) => until);

describe('the law of a day', () => {
  test('knows the end of a measure that was decided by then, and goes on without it before', () => {
    const one = measure([charge('2026-02-24', '2026-07-24')], '2026-03-01');
    expect(endsOn(one, '2026-02-28')).toEqual([undefined]);
    expect(endsOn(one, '2026-03-01')).toEqual(['2026-07-24']);
  });

  test('runs a charge to the known end of its measure where what takes its place is decided later', () => {
    const two = measure(
      [charge('2026-02-24', '2026-04-06'), charge('2026-04-06', '2026-07-24', { rate: 0.2 })],
      '2026-02-20',
    );
    expect(endsOn(two, '2026-03-15')).toEqual(['2026-07-24']);
    expect(endsOn(two, '2026-04-06')).toEqual(['2026-04-06', '2026-07-24']);
  });

  test('ends a charge where what takes its place was decided by then', () => {
    const two = measure([
      charge('2025-10-14', '2027-01-01'),
      charge('2027-01-01', undefined, { rate: 0.3, decided: '2025-12-31' }),
    ]);
    expect(endsOn(two, '2025-12-30')).toEqual([undefined]);
    expect(endsOn(two, '2025-12-31')).toEqual(['2027-01-01', undefined]);
  });

  test('holds what was decided by then and begins later, and nothing decided later', () => {
    const later = measure([charge('2025-04-03', undefined, { decided: '2025-03-26' })]);
    expect(standingLaw([later], '2025-03-25')).toEqual([]);
    expect(standingLaw([later], '2025-03-26')).toHaveLength(1);
  });
});
