import { describe, expect, it } from 'vitest';
import {
  type Change,
  changesOf,
  EquilibriumError,
  facts,
  isFinal,
  type NegotiationResult,
  negotiate,
  payoffParts,
  priceReviews,
  type RegimeKind,
  ReviewTooLarge,
  runScenario,
  solveQuantal,
  totalOf,
} from '../src/index.ts';
import { checkExpectations } from '../src/simulation/expectations.ts';
import { madeLaw } from './made-scenario.ts';
import {
  alikePartners,
  duty,
  escalation,
  madeTable,
  negotiatedCase,
  politicalStances,
  threeParties,
} from './negotiation-on-made-economy.ts';
import { neutralStance } from './neutral-stance.ts';

const solved = negotiate(threeParties, madeLaw, negotiatedCase());
const probability = ({ years }: NegotiationResult, at: number, regime: RegimeKind) =>
  years.at(at)!.regimes.find((one) => one.regime === regime)?.probability ?? 0;
const never = () => {
  throw new Error('an equilibrium was solved');
};

describe('payoffs from the trade model', () => {
  it('are those of a run of the same changes, for every policy', () => {
    const scenario = negotiatedCase();
    const { table } = scenario.negotiation;
    const run = (changes: readonly Change[]) =>
      runScenario(threeParties, madeLaw, { ...negotiatedCase(), negotiation: undefined, changes } as never);
    const before = run([]).longRun;
    expect(solved.policies.length).toBeGreaterThan(15);
    for (const { policy, realIncome, flow } of solved.policies) {
      const after = run(changesOf(table, policy)).longRun;
      for (const n of [0, 1, 2]) {
        const change = after.realIncome[n]! / before.realIncome[n]! - 1;
        expect(Math.abs(realIncome[n]! / 100 - change)).toBeLessThan(1e-10);
        for (const i of [0, 1, 2].filter((other) => other !== n)) {
          const traded = [0, 1, 2, 3].reduce((sum, j) => sum + after.flow[(n * 4 + i) * 4 + j]!, 0);
          expect(Math.abs(flow[n]![i]! / traded - 1)).toBeLessThan(1e-8);
        }
      }
    }
  });

  it('starts from nothing: the policy of the first state is the law of the case', () => {
    expect(solved.policies[solved.policyOf[0]!]!.realIncome).toEqual([0, 0, 0]);
  });

  it('weighs sectors by their part of value added, weights having a mean of 1', () => {
    const scenario = negotiatedCase();
    const { table, stances } = scenario.negotiation;
    const { year, yearly } = priceReviews(threeParties, madeLaw, scenario);
    const s = year.states.findIndex(({ regime }) => regime === 'extended');
    const run = (changes: readonly Change[]) =>
      runScenario(threeParties, madeLaw, { ...negotiatedCase(), negotiation: undefined, changes } as never);
    const none = run([]);
    const after = run(changesOf(table, year.states[s]!)).longRun;
    const added = [0, 1, 2, 3].map((j) => none.base.valueAdded[j]!);
    const total = added.reduce((sum, value) => sum + value, 0);
    const mean = (2 * added[0]! + added[1]! + 0.5 * added[2]! + added[3]!) / total;
    const pressure = stances[0]!.domesticPressure.value;
    const expected = [2, 1, 0.5, 1].reduce((sum, lambda, j) => {
      const change = Math.log(
        after.valueAdded[j]! /
          after.consumerPrices[0]! /
          (none.longRun.valueAdded[j]! / none.longRun.consumerPrices[0]!),
      );
      return sum + 100 * pressure * (lambda / mean - 1) * (added[j]! / total) * change;
    }, 0);
    expect(Math.abs(expected)).toBeGreaterThan(1e-4);
    expect(yearly[s]![0]!.sectors).toBeCloseTo(expected, 7);
  });

  it('are remembered: asked again or by other stances, nothing is solved, and fresh ones are equal', () => {
    const again = negotiate(threeParties, madeLaw, negotiatedCase(), never);
    expect(again).toEqual(solved);
    const neutral = ['R0', 'R1', 'R2'].map((party) => neutralStance(party));
    negotiate(threeParties, madeLaw, negotiatedCase({}, { stances: neutral }), never);
    let told = 0;
    const fresh = negotiate({ ...threeParties }, madeLaw, negotiatedCase(), (done, of) => {
      expect(done).toBe(told);
      expect(of).toBe(solved.solved.equilibria);
      told++;
    });
    expect(told).toBe(solved.solved.equilibria);
    expect(fresh).toEqual(solved);
  });

  it('differ where the case differs', () => {
    const changes = [duty('R0', 'R3', 0.2)];
    const other = negotiate(threeParties, madeLaw, negotiatedCase({ changes }));
    expect(other.policies[1]!.flow[0]![1]).not.toBeCloseTo(solved.policies[1]!.flow[0]![1]!, 3);
  });

  it('names the policy that has no equilibrium', () => {
    const scope = { importers: ['R0', 'R1', 'R2', 'R3'], exporters: ['R1'], sectors: ['S0', 'S1', 'S2'] };
    const blockade = escalation('blockade', 'R0', 'R1', 0, {
      effects: [{ verb: 'ban', share: 1, scope, on: '2001-01-01' }],
    });
    const table = madeTable({ escalations: [blockade] });
    const refused = () =>
      negotiate(threeParties, madeLaw, negotiatedCase({ deficits: 'balanced' }, { table }));
    expect(refused).toThrow(EquilibriumError);
    expect(refused).toThrow(
      'made.yaml: under the regime "in-force", while blockade stands: no equilibrium exists: R1 may sell nothing abroad',
    );
  });

  it('stops where it is told to', () => {
    const stop = () => {
      throw new RangeError('stopped');
    };
    expect(() => negotiate({ ...threeParties }, madeLaw, negotiatedCase(), stop)).toThrow('stopped');
  });
});

describe('a negotiation', () => {
  it('is refused before anything is solved where it is too large', () => {
    const escalations = [...Array(8)].flatMap((_, k) => [
      escalation(`us-${k}`, 'R0', 'R1', 0.01 * k + 0.01),
      escalation(`one-${k}`, 'R1', 'R0', 0.01 * k + 0.01),
      escalation(`other-${k}`, 'R2', 'R0', 0.01 * k + 0.01),
    ]);
    const table = madeTable({ escalations });
    expect(() => negotiate(threeParties, madeLaw, negotiatedCase({}, { table }), never)).toThrow(
      ReviewTooLarge,
    );
  });

  it('has parts that add up in every state and in the value of the game', () => {
    const { year, yearly, last, values } = priceReviews(threeParties, madeLaw, negotiatedCase());
    const precision = politicalStances().map((stance) => stance.precision.value);
    const solution = solveQuantal(year, values, 4, precision);
    const root = year.tree.begins[year.start]!;
    year.states.forEach((_, s) => {
      for (const i of [0, 1, 2]) {
        expect(totalOf(yearly[s]![i]!)).toBeCloseTo(values.yearly[3 * s + i]!, 12);
        expect(totalOf(last[s]![i]!)).toBeCloseTo(values.last[3 * s + i]!, 10);
      }
    });
    for (const i of [0, 1, 2]) {
      expect(totalOf(solved.value[i]!)).toBeCloseTo(solution.values[0]![3 * root + i]!, 9);
    }
    // With politics in every part, every part is there for somebody.
    for (const part of payoffParts) {
      expect(solved.value.some((parts) => Math.abs(parts[part]) > 1e-4)).toBe(true);
    }
  });

  it('is worth for ever what it is when it ends, and the agreement expires with the last review', () => {
    const { year, yearly, values, expiredPolicyOf, priced } = priceReviews(
      threeParties,
      madeLaw,
      negotiatedCase({}, { economistsView: true }),
    );
    year.states.forEach(({ regime }, s) => {
      for (const i of [0, 1, 2]) {
        const atTheEnd = totalOf(yearly[s]![i]!) + 0.9 * values.last[3 * s + i]!;
        const policy = expiredPolicyOf[s];
        if (!isFinal(regime)) {
          // A protocol of two outlives the agreement, and the third is then on its own.
          expect(priced.outcomes[policy!]!.policy).toMatchObject(
            regime === 'in-force' ? { regime: 'expired' } : { regime, lapsed: true },
          );
          expect(atTheEnd).toBeCloseTo(priced.prices[policy!]!.realIncome[i]! / 0.1, 9);
        } else {
          expect(policy).toBeUndefined();
          expect(atTheEnd).toBeCloseTo(totalOf(yearly[s]![i]!) / 0.1, 9);
        }
        if (isFinal(regime)) expect(0.1 * values.last[3 * s + i]!).toBeCloseTo(totalOf(yearly[s]![i]!), 9);
      }
    });
  });

  it('is pure real income without political terms, be it by stance or by switch', () => {
    const stances = ['R0', 'R1', 'R2'].map((party) => neutralStance(party));
    const plain = negotiate(
      threeParties,
      madeLaw,
      negotiatedCase({}, { economistsView: true, stances: politicalStances() }),
    );
    for (const parts of [...plain.yearly.flat(), ...plain.value]) {
      expect(totalOf(parts)).toBe(parts.realIncome);
    }
    const table = madeTable();
    const bare = {
      ...table,
      issues: table.issues.map((issue) => ({
        ...issue,
        options: issue.options.map((one) => ({ ...one, worth: {}, concession: {} })),
      })),
      escalations: table.escalations.map((one) => ({ ...one, cost: 0, announced: 0 })),
      news: table.news.map((one) => ({ ...one, extension: {} })),
    };
    const byStance = negotiate(threeParties, madeLaw, negotiatedCase({}, { stances, table: bare }));
    expect(byStance.years).toEqual(plain.years);
    expect(byStance.value).toEqual(plain.value);
    // Politics are not nothing.
    expect(solved.years).not.toEqual(plain.years);
  });

  it.each(['quantal', 'subgame-perfect'] as const)('has probabilities that sum to 1 (%s)', (concept) => {
    const { years, path } = negotiate(threeParties, madeLaw, negotiatedCase({}, { concept }));
    expect(years.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029]);
    for (const { regimes } of years) {
      expect(regimes.reduce((sum, one) => sum + one.probability, 0)).toBeCloseTo(1, 10);
    }
    expect(years.at(-1)!.regimes.some(({ regime }) => regime === 'in-force')).toBe(false);
    expect(path.length).toBeGreaterThan(0);
  });

  it('with private types needs one government that has two, and differs from playing the mean', () => {
    const typed = politicalStances();
    const type = (id: string, audienceCost: number) => ({
      id,
      title: id,
      probability: 0.5,
      audienceCost,
      uncertainty: 0,
      because: 'for a test',
    });
    expect(() =>
      negotiate(threeParties, madeLaw, negotiatedCase({}, { concept: 'private-types' }), never),
    ).toThrow('private types need one stance with two types; none has');
    typed[0] = { ...typed[0]!, types: [type('flexible', 0), type('tough', 2)] };
    const [hidden, mean] = (['private-types', 'quantal'] as const).map((concept) =>
      negotiate(threeParties, madeLaw, negotiatedCase({}, { concept, stances: typed })),
    );
    // 0 and 2 with equal chances are 1 on average: the government that has no types.
    expect(mean!.years).toEqual(solved.years);
    expect(hidden!.years).not.toEqual(solved.years);
    for (const { regimes } of hidden!.years) {
      expect(regimes.reduce((sum, one) => sum + one.probability, 0)).toBeCloseTo(1, 9);
    }
  });

  it('ends alike for partners who are alike', () => {
    const { years, value, policies } = negotiate(alikePartners, madeLaw, negotiatedCase());
    // Offered to one after the other, a protocol comes to one of them first: both orders are there.
    for (const { regimes, realIncome, flow } of years) {
      const of = (regime: RegimeKind) => regimes.find((one) => one.regime === regime)?.probability ?? 0;
      expect(of('bilateral-one')).toBeCloseTo(of('bilateral-other'), 9);
      expect(realIncome[1]!.mean).toBeCloseTo(realIncome[2]!.mean, 8);
      expect(flow[0]![1]!.mean / flow[0]![2]!.mean).toBeCloseTo(1, 8);
    }
    for (const part of payoffParts) expect(value[1]![part]).toBeCloseTo(value[2]![part], 8);
    expect(years[0]!.regimes.find(({ regime }) => regime === 'bilateral-one')!.probability).toBeGreaterThan(
      1e-3,
    );
    // And those of the economy as drawn are not.
    expect(solved.value[1]!.realIncome).not.toBeCloseTo(solved.value[2]!.realIncome, 3);
    expect(policies.length).toBe(solved.policies.length);
  });
});

describe('the results of a case with a negotiation', () => {
  const scenario = negotiatedCase({
    expect: [
      { measure: 'probability-extended', against: 'base', above: 0, below: 100, because: 'for a test' },
      { measure: 'expected-real-income', region: 'R1', against: 'base', above: 1e6, because: 'for a test' },
      { measure: 'probability-extended', against: 'made', above: -1, below: 1, because: 'for a test' },
    ],
  });
  const result = runScenario(threeParties, madeLaw, scenario);

  it('carry it, as plain data', () => {
    expect(result.negotiation).toEqual(solved);
    expect(structuredClone(result)).toEqual(result);
  });

  it('state the probability of each regime after each review as facts', () => {
    const rows = [...facts(result)].filter(({ horizon }) => horizon === 'review');
    for (const year of [2026, 2027, 2028, 2029]) {
      const levels = rows.filter(
        (row) => row.year === year && row.measure.startsWith('probability-') && row.unit === 'percent',
      );
      expect(levels).toHaveLength(7);
      expect(levels.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(100, 8);
    }
    const extended = rows.find(
      ({ measure, year, unit }) => measure === 'probability-extended' && year === 2027 && unit === 'percent',
    );
    expect(extended!.value).toBeCloseTo(100 * probability(solved, 1, 'extended'), 10);
    const flow = rows.find(
      ({ measure, importer, exporter, year }) =>
        measure === 'expected-flow' && importer === 'R0' && exporter === 'R2' && year === 2029,
    );
    expect(flow).toMatchObject({ value: solved.years[3]!.flow[0]![2]!.mean, unit: 'million US$' });
    const income = rows.find(
      ({ measure, region, year, unit }) =>
        measure === 'expected-real-income' && region === 'R1' && year === 2029 && unit.startsWith('percent'),
    );
    expect(income!.value).toBeCloseTo(solved.years[3]!.realIncome[1]!.mean, 8);
  });

  it('are held against expectations at the review that is named', () => {
    const at = (year: number, against: string) => ({
      ...result.scenario.expect[0]!,
      year,
      against,
    });
    const expected = [at(2027, 'base'), at(2027, 'made')];
    const [first, none] = checkExpectations(
      { ...result, scenario: { ...result.scenario, expect: expected } },
      () => result,
    );
    expect(first!.finding).toContain(
      `probability-extended 2027 against base (percentage points): +${(100 * probability(solved, 1, 'extended')).toFixed(2)},`,
    );
    expect(probability(solved, 1, 'extended')).not.toBeCloseTo(probability(solved, -1, 'extended'), 3);
    // The same year of the same result.
    expect(none!.finding).toContain(': 0.0000,');
  });

  it('cannot be held against a case that has no such review, or does not negotiate', () => {
    const expected = [{ ...result.scenario.expect[0]!, year: 2027, against: 'other' }];
    const asked = { ...result, scenario: { ...result.scenario, expect: expected } };
    const { negotiation, ...silent } = result;
    expect(() => checkExpectations(asked, () => silent)).toThrow(/the case "made" has none/);
    const short = { ...result, negotiation: { ...negotiation!, years: negotiation!.years.slice(2) } };
    expect(() => checkExpectations(asked, () => short)).toThrow(/there is no review in 2027/);
  });

  it('are held against expectations at the last review', () => {
    const outcomes = checkExpectations(result, () => result);
    expect(outcomes.map(({ met }) => met)).toEqual([true, false, true]);
    const percent = 100 * probability(solved, -1, 'extended');
    expect(outcomes[0]!.finding).toBe(
      `probability-extended against base (percentage points): +${percent.toFixed(2)}, expected above 0 and below 100`,
    );
  });
});
