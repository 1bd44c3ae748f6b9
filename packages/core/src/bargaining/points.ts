import {
  type BargainingProblem,
  bargainingProblem,
  gainsOf,
  nothingToGain,
  type Payoffs,
  weightsOf,
} from './bargaining-problem.ts';
import { expected, furthest, type Lottery, mostProduct } from './lotteries.ts';
import { paretoSet } from './pareto.ts';

export type BargainingSolution = 'nash' | 'kalai' | 'kalai-smorodinsky';

/** What each solution asks for, and what marks it out. */
export const bargainingSolutions = {
  nash: {
    title: 'Nash bargaining',
    rule: 'the product of gains, each to the power of its weight, is largest',
    axiom: 'what is not chosen does not matter',
    source: 'Nash (1950), Econometrica 18(2); with weights Harsanyi and Selten (1972)',
  },
  kalai: {
    title: 'egalitarian bargaining',
    rule: 'the least gain, over its weight, is largest: all gain alike where goods can be divided',
    axiom: 'nobody loses by more being possible',
    source: 'Kalai (1977), Econometrica 45(7)',
  },
  'kalai-smorodinsky': {
    title: 'Kalai-Smorodinsky bargaining',
    rule: 'the least gain, as a share of the most that the player could hope for, is largest',
    axiom: 'a player does not lose by more being possible for it',
    source: 'Kalai and Smorodinsky (1975), Econometrica 43(3)',
  },
} as const satisfies Record<
  BargainingSolution,
  { title: string; rule: string; axiom: string; source: string }
>;

export interface BargainingOptions {
  /** Bargaining weights by player, positive; equal by default. Only their ratios count. */
  readonly weights?: readonly number[];
  /**
   * `packages` (default): one package as it is. `lotteries`: any mixture of packages by chance (or by dividing what they
   * differ in), and less for anyone: the convex, comprehensive hull on which the axioms are stated. There, gains of less
   * than a billionth of what is at stake are none.
   */
  readonly over?: 'packages' | 'lotteries';
}

/** Where a deal would lie. */
export interface Agreement {
  readonly solution: BargainingSolution;
  /** The point, by player. */
  readonly payoffs: Payoffs;
  /** Above disagreement, by player; all positive. */
  readonly gains: Payoffs;
  /** Packages that carry it with their probability, by package. Of them nobody gets less than `payoffs`. */
  readonly carriedBy: readonly { readonly package: number; readonly probability: number }[];
  /** Packages that do as well, where it is over packages and there is a tie: `carriedBy` and these, ascending. */
  readonly ties: readonly number[];
  /** What is largest: the weighted geometric mean of gains (`nash`), or the least gain over weight or hope. */
  readonly value: number;
}

/**
 * The Nash point: maximises Π_i (u_i − d_i)^w_i, weights summing to 1.
 *
 * @throws BargainingError where nothing makes everybody better off.
 *
 * @example
 *     nashPoint(bargainingProblem([[1, 0], [0, 1]], [0.2, 0.1]), { over: 'lotteries' }).payoffs; // .55, .45
 */
export function nashPoint(problem: BargainingProblem, options: BargainingOptions = {}): Agreement {
  const { gains, weights, lotteries, packages } = prepare(problem, options);
  if (!lotteries) {
    const mean = (own: Payoffs) =>
      own.every((gain) => gain > 0)
        ? Math.exp(own.reduce((sum, g, i) => sum + weights[i]! * Math.log(g), 0))
        : 0;
    return bestPackage('nash', problem, gains, (own) => [mean(own)]);
  }
  const start = lotteryForAll(gains);
  const lottery = mostProduct(inUnits(gains, start), weights, start);
  const own = expected(gains, lottery);
  const payoffs = own.map((gain, i) => problem.disagreement[i]! + gain);
  const value = Math.exp(own.reduce((sum, gain, i) => sum + weights[i]! * Math.log(gain), 0));
  return { solution: 'nash', payoffs, gains: own, carriedBy: carriers(lottery, packages), ties: [], value };
}

/**
 * The egalitarian point: maximises min_i (u_i − d_i)/w_i. Over packages, ties go to the larger of the second least, and
 * so on (Imai 1983). Over lotteries the gains are exactly in proportion to the weights; payoffs must then be comparable
 * between players, as percentages of real income are.
 *
 * @throws BargainingError where nothing makes everybody better off.
 */
export function kalaiPoint(problem: BargainingProblem, options: BargainingOptions = {}): Agreement {
  const prepared = prepare(problem, options);
  return proportional('kalai', problem, prepared, prepared.weights);
}

/**
 * The Kalai-Smorodinsky point: maximises min_i (u_i − d_i)/(w_i h_i), where the hope h_i is the most that i could gain
 * while nobody loses against disagreement. Otherwise as `kalaiPoint`, but independent of the units of payoffs.
 *
 * @throws BargainingError where nothing makes everybody better off.
 */
export function kalaiSmorodinskyPoint(
  problem: BargainingProblem,
  options: BargainingOptions = {},
): Agreement {
  const prepared = prepare(problem, options);
  const { gains, weights, lotteries } = prepared;
  const hopes = lotteries ? hopesOverLotteries(gains) : hopesOverPackages(gains);
  const direction = weights.map((weight, i) => weight * hopes[i]!);
  if (!direction.every((step) => step > 0)) throw nothingToGain(gains, weights.length);
  return proportional('kalai-smorodinsky', problem, prepared, direction);
}

interface Prepared {
  readonly gains: readonly Payoffs[];
  readonly weights: readonly number[];
  readonly lotteries: boolean;
  /** For lotteries, which package each of `gains` is. */
  readonly packages: readonly number[];
}

function prepare(problem: BargainingProblem, { weights, over = 'packages' }: BargainingOptions): Prepared {
  const { disagreement } = bargainingProblem(problem.packages, problem.disagreement);
  const own = weightsOf(disagreement.length, weights);
  const gains = gainsOf(problem);
  if (over === 'packages') return { gains, weights: own, lotteries: false, packages: [] };
  // With less for anyone being possible, mixtures of efficient packages are all that counts.
  const packages = paretoSet(problem.packages);
  return { gains: packages.map((k) => gains[k]!), weights: own, lotteries: true, packages };
}

/** The most of min_i gain_i / direction_i, over packages or lotteries. */
function proportional(
  solution: BargainingSolution,
  problem: BargainingProblem,
  { gains, lotteries, packages }: Prepared,
  direction: readonly number[],
): Agreement {
  if (!lotteries) {
    const inOrder = (own: Payoffs) => own.map((gain, i) => gain / direction[i]!).sort((a, b) => a - b);
    return bestPackage(solution, problem, gains, inOrder);
  }
  lotteryForAll(gains);
  const units = direction.map((_, i) => spanOf(gains, i));
  const scaled = gains.map((own) => own.map((gain, i) => gain / units[i]!));
  const best = furthest(
    scaled,
    direction.map(() => 0),
    direction.map((step, i) => step / units[i]!),
  );
  if (!best) throw nothingToGain(gains, direction.length);
  const { extent, lottery } = best;
  const own = direction.map((step) => extent * step);
  const payoffs = own.map((gain, i) => problem.disagreement[i]! + gain);
  return { solution, payoffs, gains: own, carriedBy: carriers(lottery, packages), ties: [], value: extent };
}

/** The package whose scores, compared one after the other, are largest; the first score must be positive. */
function bestPackage(
  solution: BargainingSolution,
  problem: BargainingProblem,
  gains: readonly Payoffs[],
  scores: (gains: Payoffs) => number[],
): Agreement {
  const scored = gains.map(scores);
  const best = scored.reduce((most, each) => (compare(each, most) > 0 ? each : most));
  if (!(best[0]! > 0)) throw nothingToGain(gains, problem.disagreement.length);
  const ties = scored.flatMap((each, k) => (compare(each, best) === 0 ? [k] : []));
  const chosen = ties[0]!;
  return {
    solution,
    payoffs: problem.packages[chosen]!,
    gains: gains[chosen]!,
    carriedBy: [{ package: chosen, probability: 1 }],
    ties: ties.length > 1 ? ties : [],
    value: best[0]!,
  };
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, k) => Math.abs(value - other[k]!) > 1e-12 * Math.abs(value));
  return at < 0 ? 0 : one[at]! - other[at]!;
}

/** A lottery by which everybody gains in proportion to the spans of payoffs. */
function lotteryForAll(gains: readonly Payoffs[]): Lottery {
  const players = gains[0]!.length;
  const units = Array.from({ length: players }, (_, i) => spanOf(gains, i));
  if (units.some((unit) => unit === 0)) throw nothingToGain(gains, players);
  const scaled = gains.map((own) => own.map((gain, i) => gain / units[i]!));
  const best = furthest(
    scaled,
    units.map(() => 0),
    units.map(() => 1),
  );
  if (!best || best.extent <= 1e-9) throw nothingToGain(gains, players);
  return best.lottery;
}

function spanOf(gains: readonly Payoffs[], player: number): number {
  return Math.max(...gains.map((own) => Math.abs(own[player]!)));
}

/** Gains in units of what a lottery gives each, so that everything is of the order of one. */
function inUnits(gains: readonly Payoffs[], lottery: Lottery): number[][] {
  const units = expected(gains, lottery);
  return gains.map((own) => own.map((gain, i) => gain / units[i]!));
}

function hopesOverPackages(gains: readonly Payoffs[]): number[] {
  const fair = gains.filter((own) => own.every((gain) => gain >= 0));
  return gains[0]!.map((_, i) => Math.max(0, ...fair.map((own) => own[i]!)));
}

/** The most of each player's gain over lotteries by which nobody loses. */
function hopesOverLotteries(gains: readonly Payoffs[]): number[] {
  lotteryForAll(gains);
  const units = gains[0]!.map((_, i) => spanOf(gains, i));
  const scaled = gains.map((own) => own.map((gain, i) => gain / units[i]!));
  const nobody = units.map(() => 0);
  return units.map((unit, i) => {
    const alone = units.map((_, j) => (j === i ? 1 : 0));
    return unit * (furthest(scaled, nobody, alone)?.extent ?? 0);
  });
}

/** @param packages which package each entry of the lottery is. */
function carriers(lottery: Lottery, packages: readonly number[]): Agreement['carriedBy'] {
  return lottery.flatMap((probability, k) =>
    probability > 1e-12 ? [{ package: packages[k]!, probability }] : [],
  );
}
