import { describe, expect, it } from 'vitest';
import { twoByTwo } from '../../tests/two-by-two.ts';
import { loadEconomy } from '../economy/load-economy.ts';
import { InputError } from '../problems/problem.ts';
import { dayPeriod, type Period, yearPeriod } from './calendar.ts';
import type { Change, Scope } from './change.ts';
import type { Coverage } from './goods.ts';
import type { Law } from './law.ts';
import type { Charge, TariffMeasure } from './measure.ts';
import { rulingOf } from './ruling.ts';
import { scheduleOf, type TariffSchedule, timelineOf } from './schedule.ts';

// Home charges 10% on foreign goods in the base year, foreigners 5% on home goods; services are not traded.
const economy = loadEconomy(twoByTwo(), { folder: 'two-by-two', hash: 'test' });
/** Home's imports of foreign goods, `(n·N + i)·J + j` with n = 0, i = 1, j = 0. */
const cell = 2;
const foreignGoods: Scope = { importers: ['HOM'], exporters: ['FOR'], sectors: ['GDS'] };

const noLaw: Law = {
  measures: [],
  goods: { lists: [], groups: [], coverage: [] },
  claims: { scale: 0.05, speed: 0.5, memory: 24, since: '2025-01-01' },
  usContent: {},
  situations: [{ id: 'base', title: 'Base', date: '2024-01-01' }],
  covered: { first: '2024-01-01', last: '2030-12-31' },
  hash: 'test',
};

/** A law of one measure from 1 March 2024: rates on parts, or all, of home's imports of foreign goods. */
function surtax(parts: readonly { share: number; rate: number }[]): Law {
  const charges = parts.map(
    ({ rate }, k): Charge => ({
      lists: [`list-${k}`],
      rate,
      base: 'value',
      usmca: 'applies',
      from: '2024-03-01',
    }),
  );
  const coverage = parts.map(
    ({ share }, k): Coverage => ({
      list: `list-${k}`,
      importer: 'HOM',
      exporter: 'FOR',
      sector: 'GDS',
      share,
      basis: 'test',
    }),
  );
  const measure: TariffMeasure = {
    id: 'surtax',
    title: 'Surtax',
    authority: 'surtax',
    importer: 'HOM',
    exporters: ['FOR'],
    status: 'law',
    charges,
    yieldsTo: [],
    addsTo: [],
    inBase: false,
    source: 'test',
    confidence: 'official',
  };
  return { ...noLaw, measures: [measure], goods: { ...noLaw.goods, coverage } };
}

function scheduleIn(period: Period, law: Law, changes: readonly Change[]): TariffSchedule {
  return scheduleOf(timelineOf(rulingOf(economy, law, '2024-12-31', changes)), period);
}

const impose = (rate: number, share: number, on: string, until?: string): Change => ({
  verb: 'impose',
  rate,
  share,
  scope: foreignGoods,
  usmca: 'applies',
  yieldsTo: [],
  on,
  ...(until === undefined ? {} : { until }),
});
const lift = (on: string, until?: string): Change => ({
  verb: 'lift',
  measures: ['surtax'],
  on,
  ...(until === undefined ? {} : { until }),
});
const bundlesOf = ({ shock }: TariffSchedule) => [...shock.cells[0]!.bundles].sort((a, b) => a.duty - b.duty);

describe('the duty of a year', () => {
  it('keeps 243 of 365 days of a measure that is lifted on 1 September', () => {
    const law = surtax([{ share: 1, rate: 0.25 }]);
    const duty = (year: number) =>
      scheduleIn(yearPeriod(year), law, [lift('2025-09-01')]).statutoryDuty[cell];
    // Begun on 1 March 2024, a leap year.
    expect(duty(2024)).toBeCloseTo(0.1 + (0.25 * 306) / 366, 12);
    expect(duty(2025)).toBeCloseTo(0.1 + (0.25 * 243) / 365, 12);
    expect(duty(2026)).toBeCloseTo(0.1, 12);
  });

  it('is exact on a day: in force on 31 August, gone on 1 September', () => {
    const law = surtax([{ share: 1, rate: 0.25 }]);
    const duty = (day: string) => scheduleIn(dayPeriod(day), law, [lift('2025-09-01')]).statutoryDuty[cell];
    expect(duty('2025-08-31')).toBeCloseTo(0.35, 12);
    expect(duty('2025-09-01')).toBeCloseTo(0.1, 12);
  });

  it('comes back after a suspension', () => {
    const law = surtax([{ share: 1, rate: 0.25 }]);
    const suspended = [lift('2025-09-01', '2026-07-02')];
    const duty = (year: number) => scheduleIn(yearPeriod(year), law, suspended).statutoryDuty[cell];
    expect(duty(2025)).toBeCloseTo(0.1 + (0.25 * 243) / 365, 12);
    expect(duty(2026)).toBeCloseTo(0.1 + (0.25 * 183) / 365, 12);
    expect(duty(2027)).toBeCloseTo(0.35, 12);
  });

  it('adds measures on the whole flow up, and ends each on its own day', () => {
    const law = surtax([{ share: 1, rate: 0.25 }]);
    const more = [impose(0.1, 1, '2026-01-01', '2027-01-01')];
    expect(scheduleIn(yearPeriod(2026), law, more).statutoryDuty[cell]).toBeCloseTo(0.45, 12);
    expect(scheduleIn(yearPeriod(2027), law, more).statutoryDuty[cell]).toBeCloseTo(0.35, 12);
  });
});

describe('lists of goods', () => {
  it('of the case take the same part of every list of the record, on top of what all goods pay', () => {
    const schedule = scheduleIn(yearPeriod(2026), surtax([{ share: 0.6, rate: 0.5 }]), [
      impose(0.05, 1, '2026-01-01'),
      impose(0.2, 0.3, '2026-01-01'),
    ]);
    const found = bundlesOf(schedule).map(({ share, duty }) => [share.toFixed(6), duty.toFixed(6)]);
    expect(found.sort()).toEqual([
      ['0.120000', '0.350000'],
      ['0.180000', '0.850000'],
      ['0.280000', '0.150000'],
      ['0.420000', '0.650000'],
    ]);
    expect(schedule.statutoryDuty[cell]).toBeCloseTo(0.15 + 0.6 * 0.5 + 0.3 * 0.2, 12);
  });

  it('cannot cover more than the flow: a located problem that names them', () => {
    const place = { file: 'case.yaml', line: 9, column: 5, length: 6, text: '  - impose: 20%' };
    const changes = [impose(0.5, 0.6, '2026-01-01'), { ...impose(0.2, 0.5, '2026-01-01'), place }];
    try {
      scheduleIn(yearPeriod(2026), noLaw, changes);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      const [problem] = (error as InputError).problems;
      expect(problem).toMatchObject({ code: 'lists-exceed-flow', place });
      expect(problem!.message).toBe(
        'the lists of goods on HOM imports from FOR of GDS add up to 110.0% of the flow: change 1 (impose), change 2 (impose)',
      );
    }
  });

  it('cannot cover more than the flow for part of a year either', () => {
    const changes = [impose(0.5, 0.6, '2026-01-01'), impose(0.2, 0.5, '2026-07-01', '2026-08-01')];
    expect(() => scheduleIn(yearPeriod(2026), noLaw, changes)).toThrow(/110\.0%/);
  });

  it('of one measure stay apart: two rates on different goods of a flow', () => {
    const law = surtax([
      { share: 0.2, rate: 0.35 },
      { share: 0.3, rate: 0.1 },
    ]);
    const found = bundlesOf(scheduleIn(yearPeriod(2026), law, [])).map(({ share, duty }) => [share, duty]);
    expect(found).toEqual([
      [0.5, 0.1],
      [expect.closeTo(0.3, 12), expect.closeTo(0.2, 12)],
      [expect.closeTo(0.2, 12), expect.closeTo(0.45, 12)],
    ]);
  });

  it('of a suspended measure are the same goods when it comes back', () => {
    const law = surtax([{ share: 0.6, rate: 0.5 }]);
    const schedule = scheduleIn(yearPeriod(2026), law, [lift('2026-03-01', '2026-09-01')]);
    expect(bundlesOf(schedule).map(({ share }) => share)).toEqual([
      expect.closeTo(0.4, 12),
      expect.closeTo(0.6, 12),
    ]);
    expect(schedule.statutoryDuty[cell]).toBeCloseTo(0.1 + (0.6 * 0.5 * (59 + 122)) / 365, 12);
  });

  it('of ordinary duties stand in place of the ordinary duty, on their part of the flow alone', () => {
    const row = { importer: 'HOM', exporter: 'FOR', sector: 'GDS' };
    const table: Change = {
      verb: 'duties',
      as: 'ordinary',
      table: 'duties.csv',
      rows: [
        { ...row, share: 0.4, rate: 0.02 },
        { ...row, share: 0.3, rate: 0.3 },
        { ...row, share: 0.1, rate: Infinity },
      ],
      on: '2026-07-02',
    };
    const whole = bundlesOf(scheduleIn(yearPeriod(2027), surtax([{ share: 1, rate: 0.25 }]), [table]));
    expect(whole.map(({ share, duty }) => [share.toFixed(6), duty.toFixed(6)])).toEqual([
      ['0.400000', '0.270000'],
      ['0.200000', '0.350000'],
      ['0.300000', '0.550000'],
      ['0.100000', 'Infinity'],
    ]);
    const half = scheduleIn(yearPeriod(2026), noLaw, [table]);
    expect(half.bannedShare[cell]).toBeCloseTo((0.1 * 183) / 365, 12);
    const later: Change = { verb: 'ordinary-duty', rate: 0.05, scope: foreignGoods, on: '2028-01-01' };
    expect(bundlesOf(scheduleIn(yearPeriod(2028), noLaw, [table, later]))).toEqual([
      { share: 1, duty: expect.closeTo(0.05, 12), tradeCost: 1 },
    ]);
  });

  it('give way to the latest of two ordinary duties, day by day', () => {
    const ordinary = (rate: number, on: string, until: string): Change => ({
      verb: 'ordinary-duty',
      rate,
      scope: foreignGoods,
      on,
      until,
    });
    const changes = [ordinary(0.2, '2026-01-01', '2026-07-02'), ordinary(0.4, '2026-07-02', '2027-01-01')];
    const { statutoryDuty } = scheduleIn(yearPeriod(2026), noLaw, changes);
    expect(statutoryDuty[cell]).toBeCloseTo((0.2 * 182 + 0.4 * 183) / 365, 12);
  });

  it('may follow each other within a year, whatever goods they share: the duty paid is that of the days', () => {
    const changes = [impose(0.5, 0.6, '2026-01-01', '2026-07-02'), impose(0.2, 0.7, '2026-07-02')];
    const { statutoryDuty, bannedShare } = scheduleIn(yearPeriod(2026), noLaw, changes);
    const paid = 0.1 + (0.6 * 0.5 * 182 + 0.7 * 0.2 * 183) / 365;
    expect(statutoryDuty[cell]).toBeCloseTo(paid, 12);
    expect(bannedShare[cell]).toBe(0);
  });
});

describe('other rules', () => {
  it('shut a flow altogether, whatever is on lists, and for the days of a ban that ends', () => {
    const ban: Change = { verb: 'ban', share: 1, scope: foreignGoods, on: '2026-07-02' };
    const law = surtax([{ share: 0.6, rate: 0.5 }]);
    const half = scheduleIn(yearPeriod(2026), law, [ban]);
    expect(half.bannedShare[cell]).toBeCloseTo(183 / 365, 12);
    // What comes in before the ban pays what it always did.
    expect(half.statutoryDuty[cell]).toBeCloseTo(0.1 + 0.6 * 0.5, 12);
    const whole = scheduleIn(yearPeriod(2027), law, [ban]);
    expect(bundlesOf(whole)).toEqual([{ share: 1, duty: Infinity, tradeCost: 1 }]);
  });

  it('lift a measure twice: suspended first, ended later', () => {
    const law = surtax([{ share: 1, rate: 0.25 }]);
    const changes = [lift('2026-01-01', '2026-07-02'), lift('2027-01-01')];
    const duty = (year: number) => scheduleIn(yearPeriod(year), law, changes).statutoryDuty[cell];
    expect(duty(2025)).toBeCloseTo(0.35, 12);
    expect(duty(2026)).toBeCloseTo(0.1 + (0.25 * 183) / 365, 12);
    expect(duty(2027)).toBeCloseTo(0.1, 12);
  });

  it('bears on the part of the goods that a ban for part of a year would meet', () => {
    const ban: Change = { verb: 'ban', share: 0.5, scope: foreignGoods, on: '2026-07-02' };
    const half = scheduleIn(yearPeriod(2026), noLaw, [ban]);
    expect(half.bannedShare[cell]).toBeCloseTo((0.5 * 183) / 365, 12);
    // Duty on what may still come in is what it was.
    expect(half.statutoryDuty[cell]).toBeCloseTo(0.1, 12);
    expect(scheduleIn(yearPeriod(2027), noLaw, [ban]).bannedShare[cell]).toBeCloseTo(0.5, 12);
    const whole = scheduleIn(yearPeriod(2027), noLaw, [{ ...ban, share: 1 }]);
    expect(whole.bannedShare[cell]).toBe(1);
    expect(bundlesOf(whole)).toEqual([{ share: 1, duty: Infinity, tradeCost: 1 }]);
  });

  it('puts an ordinary duty in the place of the old one, under what measures add', () => {
    const change: Change = { verb: 'ordinary-duty', rate: 0.02, scope: foreignGoods, on: '2026-01-01' };
    const law = surtax([{ share: 1, rate: 0.25 }]);
    expect(scheduleIn(yearPeriod(2026), noLaw, [change]).statutoryDuty[cell]).toBeCloseTo(0.02, 12);
    expect(scheduleIn(yearPeriod(2026), law, [change]).statutoryDuty[cell]).toBeCloseTo(0.27, 12);
    const midyear = { ...change, on: '2026-07-02' };
    const mean = (0.1 * 182 + 0.02 * 183) / 365;
    expect(scheduleIn(yearPeriod(2026), noLaw, [midyear]).statutoryDuty[cell]).toBeCloseTo(mean, 12);
  });

  it('reads a table of duties like the changes that it stands for', () => {
    const table = (as: 'ordinary' | 'additional'): Change => ({
      verb: 'duties',
      as,
      table: 'duties.csv',
      rows: [{ importer: 'HOM', exporter: 'FOR', sector: 'GDS', share: 1, rate: 0.3 }],
      on: '2026-01-01',
    });
    expect(scheduleIn(yearPeriod(2026), noLaw, [table('ordinary')]).statutoryDuty[cell]).toBeCloseTo(0.3, 12);
    expect(scheduleIn(yearPeriod(2026), noLaw, [table('additional')]).statutoryDuty[cell]).toBeCloseTo(
      0.4,
      12,
    );
  });

  it('multiplies trade costs, for part of a year in logs', () => {
    const cheaper = (change: number, on: string): Change => ({
      verb: 'trade-cost',
      change,
      scope: foreignGoods,
      on,
    });
    const cost = (changes: readonly Change[]) =>
      bundlesOf(scheduleIn(yearPeriod(2026), noLaw, changes))[0]!.tradeCost;
    expect(cost([cheaper(-0.05, '2026-01-01')])).toBeCloseTo(0.95, 12);
    expect(cost([cheaper(-0.05, '2026-01-01'), cheaper(0.1, '2026-01-01')])).toBeCloseTo(0.95 * 1.1, 12);
    expect(cost([cheaper(-0.05, '2026-07-02')])).toBeCloseTo(0.95 ** (183 / 365), 12);
  });

  it('leaves alone what nobody trades and what a region sells at home', () => {
    const everything: Scope = {
      importers: ['HOM', 'FOR'],
      exporters: ['HOM', 'FOR'],
      sectors: ['GDS', 'SVC'],
    };
    const change: Change = { ...impose(0.5, 1, '2026-01-01'), scope: everything } as Change;
    const { shock, statutoryDuty } = scheduleIn(yearPeriod(2026), noLaw, [change]);
    expect(shock.cells.map(({ importer, exporter, sector }) => [importer, exporter, sector])).toEqual([
      [0, 1, 0],
      [1, 0, 0],
    ]);
    expect(statutoryDuty[0]).toBe(0);
  });

  it('says nothing of a period in which nothing is in force', () => {
    expect(scheduleIn(yearPeriod(2026), noLaw, [impose(0.5, 1, '2027-01-01')]).shock.cells).toEqual([]);
  });
});
