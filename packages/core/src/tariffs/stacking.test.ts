import { describe, expect, it } from 'vitest';
import { twoByTwo } from '../../tests/two-by-two.ts';
import { loadEconomy } from '../economy/load-economy.ts';
import type { Change, Scope } from './change.ts';
import { flowDuties } from './flow-duties.ts';
import type { ProductGroup } from './goods.ts';
import type { Law } from './law.ts';
import type { Charge, TariffMeasure } from './measure.ts';
import { rulingOf } from './ruling.ts';
import { timelineOf } from './schedule.ts';

// Home charges 10% on foreign goods in the base year.
const economy = loadEconomy(twoByTwo(), { folder: 'two-by-two', hash: 'test' });

/** Five groups of home's imports of foreign goods: claims do not move, so that sums can be done by hand. */
const groups: ProductGroup[] = [
  group('cars', 0.3, ['cars'], { steelContent: 0.2 }),
  group('parts', 0.1, ['parts', 'steel']),
  group('beams', 0.2, ['steel']),
  group('tools', 0.1, ['steel-derivatives'], { steelContent: 0.25 }),
  group('other', 0.3, []),
];
const claimed = 0.8;

function group(id: string, share: number, lists: string[], more: Partial<ProductGroup> = {}): ProductGroup {
  return {
    id,
    importer: 'HOM',
    exporter: 'FOR',
    sector: 'GDS',
    share,
    lists,
    steelContent: 0,
    aluminiumContent: 0,
    copperContent: 0,
    ordinaryDuty: 0.02,
    claims: { floor: 0.8, ceiling: 0.8 },
    ...more,
  };
}

function measure(
  id: string,
  authority: string,
  charges: Partial<Charge>[],
  more: Partial<TariffMeasure> = {},
) {
  return {
    id,
    title: id,
    authority,
    importer: 'HOM',
    exporters: ['FOR'],
    status: 'law' as const,
    charges: charges.map(
      (charge): Charge => ({ rate: 0.25, base: 'value', usmca: 'applies', from: '2025-03-04', ...charge }),
    ),
    yieldsTo: [],
    addsTo: [],
    inBase: false,
    source: 'test',
    confidence: 'official' as const,
    ...more,
  };
}

const cars = measure('cars', 'section-232', [{ lists: ['cars'], usmca: 'non-us-content' }]);
const parts = measure('parts', 'section-232', [{ lists: ['parts'], usmca: 'exempt' }]);
const steel = measure(
  'steel',
  'section-232',
  [
    { lists: ['steel'], rate: 0.5 },
    { lists: ['steel-derivatives'], rate: 0.5, base: 'steel-content' },
  ],
  { yieldsTo: ['cars', 'parts'] },
);
const emergency = measure('emergency', 'ieepa', [{ rate: 0.35, usmca: 'exempt' }], {
  yieldsTo: ['section-232'],
});

function lawOf(...measures: TariffMeasure[]): Law {
  return {
    measures,
    goods: { lists: [], groups, coverage: [] },
    claims: { scale: 0.05, speed: 0.5, memory: 24, since: '2025-01-01' },
    usContent: { FOR: 0.4 },
    situations: [{ id: 'base', title: 'Base', date: '2024-01-01' }],
    covered: { first: '2024-01-01', last: '2030-12-31' },
    hash: 'test',
  };
}

const law = lawOf(cars, parts, steel, emergency);

/** What measures add for goods under a law, by group: unclaimed and claimed. */
function added(under: Law, changes: readonly Change[] = [], date = '2026-01-15') {
  const [flow] = flowDuties(timelineOf(rulingOf(economy, under, '2026-01-01', changes)), date);
  return Object.fromEntries(
    flow!.goods.map(({ group: id, unclaimedDuty, claimedDuty }) => [
      id,
      [unclaimedDuty - 0.02, claimedDuty!].map((rate) => Number(rate.toFixed(10))),
    ]),
  );
}

const scope: Scope = { importers: ['HOM'], exporters: ['FOR'], sectors: ['GDS'] };

describe('stacking', () => {
  it('follows precedence, content and claims, good by good', () => {
    expect(added(law)).toEqual({
      // 25% on all of an unclaimed car, on the 60% that is not US content of a claimed one.
      cars: [0.25, 0.15],
      // A part is a part before it is steel, even where it pays nothing.
      parts: [0.25, 0],
      beams: [0.5, 0.5],
      // 50% on a quarter of the value, the emergency duty of 35% on the rest.
      tools: [0.3875, 0.125],
      other: [0.35, 0],
    });
  });

  it('takes the first charge of a measure that names a good, and none of its others', () => {
    const twice = measure('twice', 'section-232', [
      { lists: ['steel'], rate: 0.1 },
      { rate: 0.25 },
      { lists: ['steel'], rate: 0.9 },
    ]);
    expect(added(lawOf(twice))['beams']).toEqual([0.1, 0.1]);
    expect(added(lawOf(twice))['other']).toEqual([0.25, 0.25]);
  });

  it('adds what no precedence keeps apart', () => {
    const more = measure('more', 'section-338', [{ lists: ['cars', 'steel'], rate: 0.5 }]);
    expect(added(lawOf(cars, parts, steel, emergency, more))['beams']).toEqual([1, 1]);
  });

  it('charges what is missing to a ceiling that includes the ordinary duty', () => {
    const upTo = measure('ceiling', 'section-232', [{ rate: { upTo: 0.15 } }]);
    expect(added(lawOf(upTo))['other']).toEqual([0.13, 0.15]);
  });

  it('leaves goods out that a charge excepts', () => {
    const most = measure('most', 'ieepa', [{ except: ['cars', 'steel'], rate: 0.2 }]);
    expect(added(lawOf(most))).toMatchObject({ cars: [0, 0], beams: [0, 0], other: [0.2, 0.2] });
  });

  it('spreads what the base duties hold over the flow, and counts only its change', () => {
    const old = measure(
      'old',
      'section-301',
      [
        { lists: ['old'], rate: 0.25, from: '2018-07-06', until: '2025-06-01' },
        { lists: ['old'], rate: 0.5, from: '2025-06-01' },
      ],
      { inBase: true },
    );
    const under = {
      ...lawOf(old),
      goods: {
        lists: [],
        groups: [],
        coverage: [
          { list: 'old', importer: 'HOM', exporter: 'FOR', sector: 'GDS', share: 0.2, basis: 'test' },
        ],
      },
    };
    const [flow] = flowDuties(timelineOf(rulingOf(economy, under, '2026-01-01', [])), '2026-01-01');
    // 10% collected in the base year, 5 points of it by the measure; 10 points now.
    expect(flow!.ordinary).toBeCloseTo(0.05, 12);
    expect(flow!.statutory).toBeCloseTo(0.15, 12);
  });
});

describe('what a case changes in the law', () => {
  const on = '2026-01-10';

  it('raises a rate, on all that a measure covers or on part of it', () => {
    const raise: Change = {
      verb: 'raise',
      measure: 'steel',
      to: 0.75,
      scope: { ...scope, goods: ['beams'] },
      on,
    };
    expect(added(law, [raise])).toMatchObject({ beams: [0.75, 0.75], tools: [0.3875, 0.125] });
    expect(added(law, [raise], '2026-01-09')['beams']).toEqual([0.5, 0.5]);
    const all: Change = { ...raise, scope };
    expect(added(law, [all])['tools']).toEqual([0.1875 + 0.2625, 0.1875]);
  });

  it('phases a rate in by equal steps, one a year', () => {
    const raise: Change = { verb: 'raise', measure: 'steel', to: 0.8, scope, on, fullFrom: '2028-01-10' };
    const beams = (date: string) => added(law, [raise], date)['beams']![0];
    expect([beams('2026-01-09'), beams('2026-01-10'), beams('2027-01-10'), beams('2028-01-10')]).toEqual([
      0.5, 0.6, 0.7, 0.8,
    ]);
  });

  it('exempts goods from a measure: they are then open to those that gave way to it', () => {
    const exempt: Change = { verb: 'exempt', measures: ['steel'], scope, share: 1, claimedOnly: false, on };
    expect(added(law, [exempt])['beams']).toEqual([0.35, 0]);
    expect(added(law, [{ ...exempt, claimedOnly: true }])['beams']).toEqual([0.5, 0]);
  });

  it('frees the goods of a quota and charges those beyond it', () => {
    const quota: Change = {
      verb: 'quota',
      share: 0.8,
      measures: ['steel'],
      beyond: 0.1,
      scope: { ...scope, goods: ['beams'] },
      on,
    };
    const [flow] = flowDuties(timelineOf(rulingOf(economy, law, '2026-01-01', [quota])), '2026-02-01');
    const beams = flow!.goods.filter(({ group: id }) => id === 'beams');
    expect(beams.map(({ share, claimedDuty }) => [share, claimedDuty!])).toEqual([
      [expect.closeTo(0.16, 10), expect.closeTo(0, 10)],
      [expect.closeTo(0.04, 10), expect.closeTo(0.6, 10)],
    ]);
  });

  it('changes the US content of claimed vehicles', () => {
    const content: Change = { verb: 'us-content', share: 0.5, scope, on };
    expect(added(law, [content])['cars']).toEqual([0.25, 0.125]);
  });

  it('gives way where it says so', () => {
    const impose: Change = {
      verb: 'impose',
      rate: 0.1,
      share: 1,
      scope,
      usmca: 'exempt',
      yieldsTo: ['section-232'],
      on,
    };
    expect(added(law, [impose])).toMatchObject({
      beams: [0.5, 0.5],
      tools: [0.3875 + 0.075, 0.125],
      other: [0.45, 0],
    });
  });

  it('bans goods, claimed or not', () => {
    const ban: Change = { verb: 'ban', share: 1, scope: { ...scope, goods: ['cars'] }, on };
    expect(added(law, [ban])).toMatchObject({ cars: [Infinity, Infinity], other: [0.35, 0] });
  });
});

describe('claims in the law', () => {
  const moving = (since: string): Law => ({
    ...law,
    goods: { ...law.goods, groups: groups.map((of) => ({ ...of, claims: { floor: 0.2, ceiling: 1 } })) },
    claims: { ...law.claims, since },
  });
  const claimedOn = (under: Law, date: string, changes: readonly Change[] = []) => {
    const [flow] = flowDuties(timelineOf(rulingOf(economy, under, '2026-01-01', changes)), date);
    return flow!.goods.find(({ group: id }) => id === 'other')!.claimed;
  };

  it('follow the margin from the day on which they are followed', () => {
    // In force since 2025-03-04 at a margin of 35 points, seven times the scale.
    const settled = 0.2 + 0.8 * (1 - Math.exp(-7));
    expect(claimedOn(moving('2025-01-01'), '2025-03-04')).toBeCloseTo(0.2, 12);
    expect(claimedOn(moving('2025-01-01'), '2027-03-04')).toBeCloseTo(settled, 6);
    const month = 365.2425 / 12;
    expect(claimedOn(moving('2025-01-01'), '2025-04-04')).toBeCloseTo(
      settled + (0.2 - settled) * 0.5 ** (31 / month),
      9,
    );
    expect(claimedOn(moving('2026-06-01'), '2026-05-31')).toBeCloseTo(0.2, 12);
    expect(claimedOn(moving('2026-06-01'), '2026-07-02')).toBeCloseTo(
      settled + (0.2 - settled) * 0.5 ** (31 / month),
      9,
    );
  });

  it('stay within a ceiling that a case sets, and cost what it says', () => {
    const rule: Change = { verb: 'claim-ceiling', ceiling: 0.5, cost: 0.02, scope, on: '2026-06-01' };
    expect(claimedOn(moving('2025-01-01'), '2026-06-01', [rule])).toBe(0.5);
    expect(claimedOn(moving('2025-01-01'), '2028-06-01', [rule])).toBeLessThan(0.5);
  });
});

describe('the breakdown of a duty', () => {
  it('adds up: ordinary and contributions make the statutory duty', () => {
    const ban: Change = { verb: 'ban', share: 0.3, scope, on: '2026-01-10' };
    for (const changes of [[], [ban]]) {
      const [flow] = flowDuties(timelineOf(rulingOf(economy, law, '2026-01-01', changes)), '2026-02-01');
      const sum = flow!.measures.reduce((total, { contribution }) => total + contribution, flow!.ordinary);
      expect(sum).toBeCloseTo(flow!.statutory, 12);
      expect(flow!.claimed).toBeCloseTo(claimed, 12);
      expect(flow!.banned).toBeCloseTo(changes.length === 0 ? 0 : 0.3, 12);
    }
  });
});
