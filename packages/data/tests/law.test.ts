import { readFileSync } from 'node:fs';
import {
  flowDuties,
  isCharged,
  isInForce,
  rulingOf,
  rulingOfRecord,
  situationOf,
  standingLaw,
  timelineOf,
} from '@usmca-sim/core';
import { describe, expect, test } from 'vitest';
import { economy2024, lawOf } from '../src/index.ts';
import { compileLaw, writeLaw } from '../src/law/compile-law.ts';
import { flowValue, sum } from './duty-averages.ts';

const economy = economy2024();
const law = lawOf(economy);
const measure = (id: string) => law.measures.find((one) => one.id === id)!;
const inForce = (date: string) => situationOf(law, date)!.measures.map(({ id }) => id);

describe('the record of the law', () => {
  test('is what its sources say; pnpm generate brings it up to date', () => {
    const file = readFileSync(new URL('../law/law.json', import.meta.url), 'utf8');
    expect(file === writeLaw(compileLaw(economy)), 'law/law.json differs from its sources').toBe(true);
  });

  test('names four days, the first of them before anything that is not in the base year', () => {
    expect(law.situations.map(({ id, date }) => `${id} ${date}`)).toEqual([
      'before-2025 2024-09-30',
      'september-2025 2025-09-19',
      'review-2026 2026-06-30',
      'latest 2026-10-06',
    ]);
    expect(law.covered).toEqual({ first: '2024-01-01', last: '2026-10-06' });
    const first = situationOf(law, 'before-2025')!;
    expect(first.measures.every(({ inBase }) => inBase)).toBe(true);
    // The law of that day goes on as it is: nothing in it is set to change.
    for (const { charges } of standingLaw(law.measures, first.date)) {
      for (const { from, until } of charges) {
        expect(from <= first.date || from >= '2027').toBe(true);
        expect(until === undefined || until <= first.date).toBe(true);
      }
    }
  });

  test('has a hash, the same every time, that depends on the claim response too', () => {
    expect(law.hash).toMatch(/^[0-9a-f]{12}$/);
    expect(lawOf(economy).hash).toBe(law.hash);
    expect(law.hash).not.toBe(economy.hash);
  });

  test('knows its days and no others', () => {
    for (const date of ['2023-12-31', '2026-10-07', 'never']) expect(situationOf(law, date)).toBeUndefined();
    expect(situationOf(law, '2025-03-05')?.title).toBe('Law of 2025-03-05');
  });

  test('is empty for an economy of other regions', () => {
    const regions = economy.regions.map((region) => ({ ...region, code: `X${region.code}` }));
    const other = lawOf({ ...economy, year: 1993, regions });
    expect(other.situations).toEqual([
      { id: 'base-year', title: 'Law of 1993, as in the data', date: '1993-12-31' },
    ]);
    expect([other.measures, other.goods.groups, other.goods.coverage]).toEqual([[], [], []]);
    expect(situationOf(other, '1993-05-01')?.measures).toEqual([]);
    expect(situationOf(other, '2025-08-31')).toBeUndefined();
    expect(lawOf({ ...economy, unit: 'million euro' }).measures).toEqual([]);
  });
});

describe('measures on record', () => {
  test('say what they are and where they are known from', () => {
    expect(law.measures.length).toBeGreaterThan(40);
    const lists = new Set(law.goods.lists.map(({ id }) => id));
    for (const { title, source, confidence, charges } of law.measures) {
      expect(title).not.toBe('');
      expect(source).not.toBe('');
      expect(['official', 'news', 'secondary']).toContain(confidence);
      for (const { lists: on = [], except = [] } of charges) {
        for (const list of [...on, ...except]) expect(lists).toContain(list);
      }
    }
  });

  // facts of the dates: see the sources of the measures.
  test('are in force on their days', () => {
    expect(inForce('2025-03-03')).not.toContain('us-fentanyl-canada');
    expect(inForce('2025-03-04')).toContain('us-fentanyl-canada');
    expect(inForce('2026-02-23')).toContain('us-fentanyl-canada');
    expect(inForce('2026-02-24')).not.toContain('us-fentanyl-canada');
    expect(inForce('2026-02-24')).toContain('us-section-122');
    // 150 days from 24 February 2026, the first included.
    expect(inForce('2026-07-23')).toContain('us-section-122');
    expect(inForce('2026-07-24')).not.toContain('us-section-122');
    expect(inForce('2025-08-31')).toContain('canada-list-of-march-4');
    expect(inForce('2025-09-01')).not.toContain('canada-list-of-march-4');
    expect(inForce('2025-09-01')).toContain('canada-steel-and-aluminium');
    expect(inForce('2026-10-06')).toEqual(
      expect.arrayContaining([
        'us-section-338-dairy',
        'us-section-338-widened-lists',
        'us-import-ban-canada',
      ]),
    );
  });

  test('on Canada did not spare USMCA goods for three days of March 2025', () => {
    const { charges } = measure('us-fentanyl-canada');
    const on = (date: string) =>
      charges.filter((charge) => isCharged(charge, date)).map(({ usmca }) => usmca);
    expect(on('2025-03-06')).toEqual(['applies', 'applies']);
    expect(on('2025-03-07')).toEqual(['exempt', 'exempt']);
  });

  test('that are threats are never in force', () => {
    const threats = law.measures.filter(({ status }) => status === 'threat');
    expect(threats.map(({ id }) => id)).toEqual([
      'us-threat-vehicles-canada',
      'us-threat-all-canada',
      'us-threat-mexico-30',
      'us-threat-canada-10',
      'us-threat-refined-copper',
      'canada-threat-phase-2',
    ]);
    for (const threat of threats) {
      for (const { from } of threat.charges) expect(isInForce(threat, from)).toBe(false);
    }
  });

  test('that ban are Infinity again once read', () => {
    expect(measure('us-import-ban-canada').charges.map(({ rate }) => rate)).toEqual([Infinity]);
  });

  // The rise of the duties on furniture and cabinets was put off to 2027 on 31 December 2025.
  test('foresee what was decided, and nothing else', () => {
    const wood = (date: string) =>
      standingLaw(law.measures, date).find(({ id }) => id === 'us-section-232-wood')!;
    expect(wood('2025-12-30').charges.map(({ from }) => from)).not.toContain('2027-01-01');
    expect(wood('2025-12-31').charges.map(({ from }) => from)).toContain('2027-01-01');
    const surcharge = standingLaw(law.measures, '2026-03-01').find(({ id }) => id === 'us-section-122')!;
    // The metals it spares on others changed in April 2026, which March does not know: it runs to its end for all.
    expect(surcharge.charges.map(({ until }) => until)).toEqual(['2026-07-24', '2026-07-24']);
    // Proclamation 10908 of 26 March 2025: cars from 3 April, parts from 3 May.
    const foreseen = (date: string) => standingLaw(law.measures, date).map(({ id }) => id);
    expect(foreseen('2025-03-25')).not.toContain('us-section-232-vehicles');
    expect(foreseen('2025-03-26')).toEqual(
      expect.arrayContaining(['us-section-232-vehicles', 'us-section-232-vehicle-parts']),
    );
    // The ruling against the emergency duties and the proclamation of what followed are of one day.
    expect(foreseen('2026-02-20')).toContain('us-section-122');
  });

  test('of a day charge on that day what the record does, and the surcharge on everyone to its end', () => {
    const record = timelineOf(rulingOfRecord(economy, law));
    const charged = (timeline: typeof record, date: string) =>
      sum(
        flowDuties(timeline, date).flatMap(({ measures, value }) =>
          measures.map((m) => m.contribution * value),
        ),
      );
    const moments = law.measures.flatMap(({ charges, endDecided }) =>
      [endDecided, ...charges.flatMap(({ from, decided }) => [from, decided])].filter(
        (day) => day !== undefined,
      ),
    );
    const days = [...new Set(moments)].filter((day) => day >= '2025-01-01' && day <= law.covered.last);
    expect(days.length).toBeGreaterThan(40);
    for (const date of days) {
      const own = timelineOf(rulingOf(economy, law, date, []));
      const today = charged(record, date);
      expect(Math.abs(charged(own, date) - today), date).toBeLessThan(1e-6 * today);
    }
    // The annexes for metals of 6 April 2026 were decided on 2 April; the surcharge on others outlives them.
    for (const date of ['2026-03-15', '2026-04-03']) {
      const own = timelineOf(rulingOf(economy, law, date, []));
      const surcharge = (day: string) =>
        flowDuties(own, day).some(
          ({ exporter, measures }) =>
            exporter === 'CHN' && measures.some((one) => one.measure === 'us-section-122' && one.covered > 0),
        );
      expect([surcharge('2026-07-23'), surcharge('2026-07-24')], date).toEqual([true, false]);
    }
  });
});

describe('goods on record', () => {
  test('are groups that partition each flow, with claims from a floor to a ceiling', () => {
    const flows = new Map<string, number>();
    for (const { id, exporter, sector, share, claims, lists } of law.goods.groups) {
      flows.set(`${exporter} ${sector}`, (flows.get(`${exporter} ${sector}`) ?? 0) + share);
      expect(share).toBeGreaterThan(0);
      if (id.endsWith('-outside')) expect([lists, claims]).toEqual([['not-dutiable'], undefined]);
      else expect(claims!.floor).toBeLessThanOrEqual(claims!.ceiling);
    }
    expect(flows.size).toBe(2 * 22);
    for (const whole of flows.values()) expect(Math.abs(whole - 1)).toBeLessThan(1e-10);
  });

  test('are covered by lists that fit side by side on every day', () => {
    const days = [...new Set(law.measures.flatMap(({ charges }) => charges.map(({ from }) => from)))].sort();
    for (const date of days) {
      const laid = new Map<string, number>();
      for (const { list, importer, exporter, sector, share, rate, basis } of law.goods.coverage) {
        expect(flowValue(importer, exporter, sector)).toBeGreaterThan(0);
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(rate ?? 0.5).toBeGreaterThan(0);
        expect(basis).not.toBe('');
        const bears = law.measures.some(
          (one) =>
            one.status === 'law' &&
            one.importer === importer &&
            one.charges.some(
              (charge) =>
                charge.lists?.includes(list) &&
                (charge.exporters ?? one.exporters).includes(exporter) &&
                isCharged(charge, date),
            ),
        );
        if (!bears || share === 1) continue;
        const flow = `${date} ${importer} ${exporter} ${sector}`;
        laid.set(flow, (laid.get(flow) ?? 0) + share);
      }
      for (const [flow, share] of laid) expect(share, flow).toBeLessThanOrEqual(1 + 1e-9);
    }
  });

  // Imports for consumption of 2024 in billion US$, from the same customs records: Canada 390.2, Mexico 491.6.
  test('of the groups are the flows of the economy but for HS 98-99', () => {
    for (const [exporter, billions] of [
      ['CAN', 390.2],
      ['MEX', 491.6],
    ] as const) {
      const groups = law.goods.groups.filter(
        (one) => one.exporter === exporter && !one.id.endsWith('-outside'),
      );
      const value = sum(groups.map(({ sector, share }) => share * flowValue('USA', exporter, sector)));
      expect(value / 1000).toBeCloseTo(billions, 0);
    }
  });
});
