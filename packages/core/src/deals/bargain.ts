import {
  type Agreement,
  BargainingError,
  type BargainingProblem,
  type BargainingSolution,
  bargainingProblem,
  bargainingSolutions,
  kalaiPoint,
  kalaiSmorodinskyPoint,
  leftForAll,
  nashPoint,
  paretoSet,
} from '../bargaining/index.ts';
import type { Disagreement } from './disagreement.ts';
import { type DealOutcome, type Outcome, payoffsOf } from './outcomes.ts';

/** Payoffs nearer than this are the same; percent of real income. */
const least = 1e-9;

const bargainingOver = ['packages', 'lotteries'] as const;
export type BargainingOver = (typeof bargainingOver)[number];

/** Where a deal would lie, from one disagreement point. */
export interface BargainingFrom {
  readonly disagreement: Disagreement;
  readonly points: readonly BargainingPoint[];
  /** Of packages or lotteries by which nobody can be made better off without somebody losing: no points. */
  readonly nothingToGain: readonly NothingToGain[];
}

export interface BargainingPoint extends Agreement {
  readonly over: BargainingOver;
}

export interface NothingToGain {
  readonly over: BargainingOver;
  /** Whom no deal at all lifts above disagreement: indices of parties; may be empty. */
  readonly neverGain: readonly number[];
}

/** Which deals are efficient. Indices into the deals. */
export interface Efficiency {
  /** No other deal is at least as good for everybody and better for somebody. */
  readonly pareto: readonly number[];
  /** By deal: what a lottery of deals would give every party more, all by the same amount; 0 where none does. */
  readonly lotteryMore: readonly number[];
}

/** Says which deals are efficient, among deals as they are and among lotteries of them. */
export function efficiencyOf(deals: readonly Outcome[]): Efficiency {
  if (deals.length === 0) return { pareto: [], lotteryMore: [] };
  const payoffs = deals.map(payoffsOf);
  return {
    pareto: paretoSet(payoffs, least),
    lotteryMore: payoffs.map((each) => settled(leftForAll(payoffs, each, 'lotteries'))),
  };
}

/**
 * The three bargaining points from a disagreement point, over deals as they are and over lotteries of them.
 *
 * @param weights by party, positive; equal where absent.
 */
export function bargainFrom(
  deals: readonly DealOutcome[],
  disagreement: Disagreement,
  weights?: readonly number[],
): BargainingFrom {
  const points: BargainingPoint[] = [];
  const nothing: NothingToGain[] = [];
  // Nothing to choose from is nothing to gain by.
  if (deals.length === 0) {
    const neverGain = disagreement.parts.map((_, i) => i);
    return { disagreement, points, nothingToGain: bargainingOver.map((over) => ({ over, neverGain })) };
  }
  const problem = bargainingProblem(deals.map(payoffsOf), payoffsOf(disagreement));
  for (const over of bargainingOver) {
    try {
      for (const solution of solutions) {
        const point = solve[solution](problem, { over, ...(weights ? { weights } : {}) });
        points.push({ ...point, over });
      }
    } catch (error) {
      if (!(error instanceof BargainingError && error.code === 'nothing-to-gain')) throw error;
      nothing.push({ over, neverGain: error.players });
    }
  }
  return { disagreement, points, nothingToGain: nothing };
}

const solutions = Object.keys(bargainingSolutions) as BargainingSolution[];

const solve: Readonly<
  Record<
    BargainingSolution,
    (problem: BargainingProblem, options: Parameters<typeof nashPoint>[1]) => Agreement
  >
> = { nash: nashPoint, kalai: kalaiPoint, 'kalai-smorodinsky': kalaiSmorodinskyPoint };

/** What every party could have had more in one of the deals, or a lottery of them, all by the same amount. */
export function leftOn(deals: readonly Outcome[], outcome: readonly number[], over: BargainingOver): number {
  return deals.length === 0 ? 0 : settled(leftForAll(deals.map(payoffsOf), outcome, over));
}

function settled(more: number): number {
  return more < least ? 0 : more;
}
