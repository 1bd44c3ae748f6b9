import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeLaw } from '../../tests/made-scenario.ts';
import {
  alikePartners,
  escalation,
  madeTable,
  negotiatedCase,
  politicalStances,
  threeParties,
} from '../../tests/negotiation-on-made-economy.ts';
import { type PayoffParts, payoffParts, totalOf } from '../negotiation/payoff.ts';
import { changesOf } from '../negotiation/policy.ts';
import { solveSubgamePerfect } from '../negotiation/solve-reviews.ts';
import { negotiate } from '../simulation/negotiate.ts';
import { type NegotiatedScenario, priceReviews } from '../simulation/price-reviews.ts';
import { runScenario } from '../simulation/run-scenario.ts';
import { GameToPlay, replayReviews } from '../strategies/index.ts';
import {
  bargainFrom,
  comparedOutcomes,
  type DealOutcome,
  type Disagreement,
  dealOutcomes,
  efficiencyOf,
  leftOn,
  limbo,
  mfn,
  payoffsOf,
  termsOfPackages,
  warPoint,
  worthOfPath,
} from './index.ts';

const scenario = negotiatedCase();
const gameOf = (one: NegotiatedScenario) => priceReviews(threeParties, madeLaw, one);
const game = gameOf(scenario);
const deals = dealOutcomes(game);
const dealOf = (id: string) => deals.find((deal) => deal.id === id)!;
const near = (values: readonly number[], digits = 9) => values.map((value) => expect.closeTo(value, digits));

describe('what may be agreed', () => {
  it('is every package, and two protocols with different partners', () => {
    expect(deals.map(({ id }) => id)).toEqual(['open', 'side-one', 'side-other', 'side-one + side-other']);
  });

  it('is without what a red line keeps off the table', () => {
    const redLine = { value: 'access/one', origin: 'normalised', because: 'for a test' } as const;
    const [proposer, one, other] = politicalStances();
    const stances = [proposer!, { ...one!, redLines: [redLine] }, other!];
    const fewer = dealOutcomes(gameOf(negotiatedCase({}, { stances })));
    expect(fewer.map(({ id }) => id)).toEqual(['open', 'side-other']);
  });

  it('has whoever signs two protocols back down in both', () => {
    // Audience cost 0.1 times pressure 1.2 times a concession of 0.3 in each; the partners concede nothing.
    const audience = dealOf('side-one + side-other').parts.map((parts) => parts.audience);
    expect(audience).toEqual(near([-2 * 0.1 * 1.2 * 0.3, 0, 0]));
  });

  it('pays what the solved game makes of an extension', () => {
    const solution = solveSubgamePerfect(game.year, game.values, 4);
    const signed = new GameToPlay({ year: game.year, values: game.values, solution }).deals(
      0,
      game.year.start,
    );
    const extensions = signed.filter(({ signers }) => signers.length === 3).map(({ worth }) => [...worth]);
    // After a common front it would be worth more to those who have stood together.
    expect(extensions).toHaveLength(2);
    expect(extensions).toContainEqual(near(payoffsOf(dealOf('open'))));
  });

  it('has the real income of a run with the deal in the law of the case, for ever', () => {
    const { table, stances } = scenario.negotiation;
    const run = (changes: NegotiatedScenario['changes']) =>
      runScenario(threeParties, madeLaw, { ...scenario, negotiation: undefined, changes } as never).longRun;
    const packages = [0];
    const after = run(changesOf(table, { regime: 'extended', packages, escalations: 0 }));
    const before = run([]);
    dealOf('open').parts.forEach(({ realIncome }, i) => {
      const aYear = 100 * Math.log(after.realIncome[i]! / before.realIncome[i]!);
      expect(realIncome).toBeCloseTo(aYear / (1 - stances[i]!.patience.value), 6);
    });
  });

  it('has a protocol end with the agreement for the third alone', () => {
    // Three years in force, and MFN duties of the third from the last review on: δ³ of the present value of a lapse.
    const { table } = scenario.negotiation;
    const run = (lapsed: boolean) =>
      runScenario(threeParties, madeLaw, {
        ...scenario,
        negotiation: undefined,
        changes: changesOf(table, { regime: 'bilateral-one', packages: [1], escalations: 0, lapsed }),
      } as never).longRun.realIncome;
    const base = runScenario(threeParties, madeLaw, { ...scenario, negotiation: undefined } as never).longRun;
    const [during, after] = [run(false), run(true)];
    const delta = 0.9;
    dealOf('side-one').parts.forEach(({ realIncome }, i) => {
      const [u, end] = [during, after].map((income) => 100 * Math.log(income[i]! / base.realIncome[i]!));
      expect(realIncome).toBeCloseTo((1 + delta + delta ** 2) * u! + (delta ** 3 * end!) / (1 - delta), 6);
    });
  });
});

describe('what there is without a deal', () => {
  it('is the game that nobody can agree in, where limbo is its only way', () => {
    // A measure that costs more than any threat: its author lets it lie, and pays for that at every review.
    const threat = escalation('on-one', 'R0', 'R1', 0.1, { announced: 0.2, cost: 1000 });
    const table = madeTable({ packages: [], escalations: [threat], news: [] });
    const dear = { value: 1000, origin: 'normalised', because: 'for a test' } as const;
    const [proposer, ...partners] = politicalStances();
    // No front: trust would come of it.
    const stances = [
      { ...proposer!, leaving: dear, revoking: dear },
      ...partners.map((stance) => ({ ...stance, trust: {} })),
    ];
    const closed = negotiatedCase({}, { table, stances, concept: 'subgame-perfect' });
    const { value } = negotiate(threeParties, madeLaw, closed);
    const { parts } = limbo(gameOf(closed));
    expect(parts.map(totalOf)).toEqual(near(value.map(totalOf)));
    // A fifth of 0.1 · 1.2, at four reviews.
    expect(parts[0]!.audience).toBeCloseTo(-0.024 * (1 + 0.9 + 0.81 + 0.729), 12);
  });

  it('comes to MFN duties where limbo lasts one review', () => {
    const one = gameOf(negotiatedCase({}, { table: madeTable({ reviews: [2026] }) }));
    // But for what it costs to let two threats lie at that review: a fifth of 0.1 · 1.2 each.
    const [proposer, ...partners] = payoffsOf(mfn(one));
    expect(payoffsOf(limbo(one))).toEqual(near([proposer! - 0.048, ...partners]));
    expect(payoffsOf(limbo(game))).not.toEqual(near(payoffsOf(mfn(game)), 3));
  });

  it('is the tariff war’s real income for ever, whatever the order of its parties', () => {
    const war = {
      parties: ['R2', 'R0', 'R1'],
      realIncome: [-2, 100 * Math.expm1(0.01), -1],
      objective: [100 * Math.log(0.98), 1.5, -1.2],
    };
    const { parts } = warPoint(game, war);
    expect(parts[0]!.realIncome).toBeCloseTo(10, 12);
    expect(parts[0]!.sectors).toBeCloseTo(5, 12);
    expect(parts[2]!.realIncome).toBeCloseTo(1000 * Math.log(0.98), 12);
    expect(parts[2]!.sectors).toBeCloseTo(0, 12);
    expect(parts[1]!.action).toBe(mfn(game).parts[1]!.action);
    // The agreement has ended: there is no limbo left to be paid for.
    expect(limbo(game).parts[1]!.uncertainty).toBeLessThan(0);
    expect(parts[1]!.uncertainty).toBe(mfn(game).parts[1]!.uncertainty);
    expect(() => warPoint(game, { ...war, parties: ['R0', 'R1', 'R3'] })).toThrow('R2 is no party');
  });
});

describe('the solved game beside the deals', () => {
  it.each(['quantal', 'subgame-perfect'] as const)(
    'pays along a path what its replay pays: %s',
    (concept) => {
      const table = madeTable({ news: [] });
      const solved = negotiate(threeParties, madeLaw, negotiatedCase({}, { concept, table }));
      const priced = gameOf(negotiatedCase({}, { table }));
      const { year, values } = priced;
      const replay = new GameToPlay({ year, values, solution: solveSubgamePerfect(year, values, 4) });
      expect(worthOfPath(priced, solved.path)).toEqual(near([...replayReviews(replay, solved.path).scores]));
    },
  );

  it('is there with its expected value, limbo, expiry and withdrawal', () => {
    const solved = negotiate(threeParties, madeLaw, scenario);
    const compared = comparedOutcomes(game, solved);
    expect(compared.map(({ id }) => id)).toEqual([
      'limbo',
      'expired',
      'without-proposer',
      'expected',
      'most-likely',
    ]);
    expect(compared[3]!.payoffs).toEqual(solved.value.map(totalOf));
    const out = game.year.states.findIndex(
      ({ regime, escalations, trust }) => regime === 'without-proposer' && escalations === 0 && trust === 0,
    );
    const forEver = [0, 1, 2].map((i) => totalOf(game.yearly[out]![i]!) / (1 - 0.9));
    expect(compared[2]!.payoffs).toEqual(near([forEver[0]! - 0.2, forEver[1]!, forEver[2]!]));
  });
});

describe('governments of different patience', () => {
  const figure = (value: number) => ({ value, origin: 'normalised', because: 'for a test' }) as const;
  const stances = politicalStances().map((stance, i) => ({
    ...stance,
    patience: figure([0.9, 0.8, 0.7][i]!),
    leaving: figure([0.2, 5, 5][i]!),
  }));
  const impatient = negotiatedCase({}, { stances });
  const own = gameOf(impatient);

  it('count what lasts by their own', () => {
    const [open] = termsOfPackages(threeParties, madeLaw, impatient, own, dealOutcomes(own));
    // The option is worth 0.1 a year to each of the partners.
    const actions = open!.terms[0]!.parts.map(({ action }) => action);
    expect(actions).toEqual(near([0, 0.1 / 0.2, 0.1 / 0.3]));
    for (const parts of open!.frame) expect(parts.action).toBeCloseTo(0, 9);
  });

  it('pay for leaving where they are the one who leaves', () => {
    const solved = negotiate(threeParties, madeLaw, impatient);
    const out = own.year.states.findIndex(
      ({ regime, escalations, trust }) => regime === 'without-proposer' && escalations === 0 && trust === 0,
    );
    const [, one, other] = comparedOutcomes(own, solved)[2]!.payoffs;
    expect(one).toBeCloseTo(totalOf(own.yearly[out]![1]!) / 0.2, 9);
    expect(other).toBeCloseTo(totalOf(own.yearly[out]![2]!) / 0.3, 9);
  });
});

describe('what is in a package', () => {
  const table = madeTable({
    issues: [
      ...madeTable().issues,
      {
        id: 'steel',
        title: 'Steel',
        options: [
          {
            id: 'dearer',
            title: 'dearer',
            effects: [
              {
                verb: 'trade-cost',
                change: 0.01,
                scope: { importers: ['R1'], exporters: ['R0'], sectors: ['S2', 'S0'] },
                on: '2001-01-01',
              },
            ],
            worth: { R1: 0.02 },
            concession: { R0: 0.3, R2: 0.1 },
            because: 'for a test',
          },
        ],
      },
    ],
    packages: [
      { id: 'open', title: 'Open', picks: { access: 'both', steel: 'dearer' }, with: 'both', ends: [] },
      { id: 'side', title: 'Side', picks: { access: 'one', steel: 'dearer' }, with: 'R1', ends: [] },
    ],
  });
  const two = negotiatedCase({}, { table });
  const priced = gameOf(two);
  const both = dealOutcomes(priced);
  const apart = termsOfPackages(threeParties, madeLaw, two, priced, both);
  const part = (of: readonly PayoffParts[], i: number) => of[i]!;

  it('adds up to what the package is worth, part by part', () => {
    for (const { package: index, frame, terms, together } of apart) {
      const deal = both.find(({ packages }) => packages[0] === index)!;
      for (const i of [0, 1, 2]) {
        for (const name of payoffParts) {
          const sum = [frame, ...terms.map(({ parts }) => parts), together].reduce(
            (total, of) => total + part(of, i)[name],
            0,
          );
          expect(sum).toBeCloseTo(deal.parts[i]![name], 9);
        }
        // What is not trade adds up without a remainder.
        for (const name of ['audience', 'action', 'uncertainty', 'relationship'] as const)
          expect(together[i]![name]).toBeCloseTo(0, 9);
        expect(Math.abs(together[i]!.realIncome)).toBeLessThan(1);
      }
    }
  });

  it('takes the real income of an option from a package without it', () => {
    const without = madeTable({
      issues: table.issues,
      packages: [
        { id: 'open', title: 'Open', picks: { access: 'both' }, with: 'both', ends: [] },
        { id: 'side', title: 'Side', picks: { access: 'one' }, with: 'R1', ends: [] },
      ],
    });
    // The protocol as well, under which the agreement ends with the last review.
    dealOutcomes(gameOf(negotiatedCase({}, { table: without }))).forEach((less, d) => {
      const steel = apart[d]!.terms.find(({ issue }) => issue === 'steel')!;
      for (const i of [0, 1, 2]) {
        for (const name of ['realIncome', 'sectors'] as const) {
          expect(steel.parts[i]![name]).toBeCloseTo(both[d]!.parts[i]![name] - less.parts[i]![name], 9);
        }
      }
      expect(Math.abs(steel.parts[0]!.realIncome)).toBeGreaterThan(1e-4);
    });
  });

  it('charges backing down by option: audience cost times pressure times concession', () => {
    const [access, steel] = apart[0]!.terms;
    expect(access!.parts[0]!.audience).toBeCloseTo(-0.1 * 1.2 * 0.5, 12);
    expect(steel!.parts[0]!.audience).toBeCloseTo(-0.1 * 1.2 * 0.3, 12);
    expect(steel!.parts[2]!.audience).toBeCloseTo(-0.05 * 0.1, 12);
    expect(access!.parts[1]!.action).toBeCloseTo(0.1 / (1 - 0.9), 12);
    expect(steel!.parts[1]!.action).toBeCloseTo(0.02 / (1 - 0.9), 12);
    // One who does not sign pays nothing for it.
    expect(apart[1]!.terms[1]!.parts[2]!.audience).toBe(0);
  });
});

/** Made-up payoffs in one part. */
const paying = (payoffs: readonly number[]): PayoffParts[] =>
  payoffs.map((realIncome) => ({
    realIncome,
    sectors: 0,
    audience: 0,
    action: 0,
    uncertainty: 0,
    relationship: 0,
  }));
const dealsPaying = (all: readonly (readonly number[])[]): DealOutcome[] =>
  all.map((payoffs, k) => ({ id: `deal-${k}`, packages: [k], state: 0, parts: paying(payoffs) }));
const without = (payoffs: readonly number[]): Disagreement => ({ id: 'limbo', parts: paying(payoffs) });

const payoff = fc.integer({ min: -30, max: 30 }).map((value) => value / 10);
const payoffs = fc.tuple(payoff, payoff, payoff);
const problems = fc.tuple(fc.array(payoffs, { minLength: 2, maxLength: 6 }), payoffs);

describe('bargaining points', () => {
  it('lie on the frontier and leave nobody worse off, or nobody can gain', () => {
    fc.assert(
      fc.property(problems, ([all, d]) => {
        const made = dealsPaying(all);
        const { points, nothingToGain } = bargainFrom(made, without(d));
        for (const { over, solution, payoffs: own, gains } of points) {
          expect(gains.every((gain) => gain > 0)).toBe(true);
          const tolerance = solution === 'nash' ? 1e-6 : 1e-7;
          expect(leftOn(made, own, over)).toBeLessThan(tolerance);
        }
        for (const { over } of nothingToGain) expect(leftOn(made, d, over)).toBeLessThan(1e-7);
        expect(new Set([...points, ...nothingToGain].map(({ over }) => over)).size).toBe(2);
      }),
    );
  });

  it('move with payoffs: a factor and a constant of one party change its own figures and no other’s', () => {
    const factor = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(problems, factor, payoff, ([all, d], by, plus) => {
        const moved = (own: readonly number[]) =>
          own.map((value, i) => (i === 1 ? by * value + plus : value));
        const one = bargainFrom(dealsPaying(all), without(d));
        const other = bargainFrom(dealsPaying(all.map(moved)), without(moved(d)));
        const free = ({ points }: typeof one) => points.filter(({ solution }) => solution === 'nash');
        expect(free(other).map(({ payoffs: own }) => own)).toEqual(
          free(one).map(({ payoffs: own }) => near(moved(own), 4)),
        );
      }),
    );
  });

  it('go with their parties when these change places', () => {
    fc.assert(
      fc.property(problems, ([all, d]) => {
        const turned = (own: readonly number[]) => [own[2]!, own[0]!, own[1]!];
        const one = bargainFrom(dealsPaying(all), without(d), [3, 2, 1]);
        const other = bargainFrom(dealsPaying(all.map(turned)), without(turned(d)), turned([3, 2, 1]));
        // Of ties over packages the first is taken, whoever it is.
        const mixed = ({ points }: typeof one) => points.filter(({ over }) => over === 'lotteries');
        expect(mixed(other).map(({ payoffs: own }) => own)).toEqual(
          mixed(one).map(({ payoffs: own }) => near(turned([...own]), 4)),
        );
      }),
    );
  });

  it('give all to one whose weight is all there is', () => {
    // A pie of 1: Harsanyi and Selten's shares are the weights.
    const pie = dealsPaying([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
    const nash = (weights: number[]) =>
      bargainFrom(pie, without([0, 0, 0]), weights).points.find(
        ({ solution, over }) => solution === 'nash' && over === 'lotteries',
      )!.payoffs;
    expect(nash([2, 1, 1])).toEqual(near([0.5, 0.25, 0.25], 6));
    expect(nash([998, 1, 1])).toEqual(near([0.998, 0.001, 0.001], 6));
  });

  it('say whom no deal lifts, and where there is no deal at all', () => {
    const { points, nothingToGain } = bargainFrom(
      dealsPaying([
        [1, 1, -1],
        [2, -1, 0],
      ]),
      without([0, 0, 0]),
    );
    expect(points).toEqual([]);
    expect(nothingToGain).toEqual([
      { over: 'packages', neverGain: [2] },
      { over: 'lotteries', neverGain: [2] },
    ]);
    expect(bargainFrom([], without([0, 0, 0])).nothingToGain).toEqual([
      { over: 'packages', neverGain: [0, 1, 2] },
      { over: 'lotteries', neverGain: [0, 1, 2] },
    ]);
    expect(efficiencyOf([])).toEqual({ pareto: [], lotteryMore: [] });
  });

  it('tell what only a lottery betters', () => {
    const made = dealsPaying([
      [1, 0, 1],
      [0, 1, 1],
      [0.4, 0.4, 0.9],
    ]);
    const { pareto, lotteryMore } = efficiencyOf(made);
    expect(pareto).toEqual([0, 1, 2]);
    expect(lotteryMore).toEqual(near([0, 0, 0.1]));
  });

  it('are alike for partners who are alike', () => {
    const alike = priceReviews(alikePartners, madeLaw, negotiatedCase());
    const [, one, other] = payoffsOf(dealOutcomes(alike)[0]!);
    expect(one).toBeCloseTo(other!, 8);
    for (const { points } of [limbo(alike), mfn(alike)].map((d) => bargainFrom(dealOutcomes(alike), d)))
      for (const { payoffs: own, over } of points)
        if (over === 'lotteries') expect(own[1]).toBeCloseTo(own[2]!, 5);
  });
});
