import { changeOfTrade, tradeIn } from './consequence.ts';
import type { FlowPrediction, GameState, MovePrediction } from './game-state.ts';
import { partOf } from './moves-at.ts';
import { type Playable, walkTo } from './playable.ts';

/**
 * A prediction of a move with what was done. Its score is the quadratic one of Brier (1950), Σ (p − o)² over moves, o
 * being 1 for the move made and 0 for others: 0 for certainty that was right, 2 for certainty that was wrong.
 */
export interface ScoredMove {
  readonly prediction: MovePrediction;
  readonly year: number;
  readonly about: string;
  /** Its own part where two decided at once. */
  readonly made: string;
  readonly brier: number;
  /** Whether no other move was held to be likelier than the one made. */
  readonly hit: boolean;
}

/** A prediction of a flow with what came: hit where the direction is right. */
export interface ScoredFlow {
  readonly prediction: FlowPrediction;
  readonly year: number;
  /** Percent, in the long run after the review against that before it. */
  readonly change: number;
  /** Percentage points, without sign. */
  readonly error: number;
  readonly hit: boolean;
}

/** Below this a flow is as it was, percent. */
export const unchanged = 0.05;

export interface ScoredPredictions {
  readonly moves: readonly ScoredMove[];
  readonly flows: readonly ScoredFlow[];
}

/** The predictions of which it is known what came, scored; those of a party alone where one is given. */
export function scorePredictions(playable: Playable, state: GameState, party?: number): ScoredPredictions {
  const own = state.predictions.filter((one) => party === undefined || one.party === party);
  return {
    moves: own.flatMap((one) => (one.kind === 'move' && state.moves[one.at] ? [scoredMove(state, one)] : [])),
    flows: own.flatMap((one) => (one.kind === 'flow' ? scoredFlow(playable, state, one) : [])),
  };
}

function scoredMove({ moves }: GameState, prediction: MovePrediction): ScoredMove {
  const { at, of, chances } = prediction;
  const { year, about, move, players } = moves[at]!;
  const made = players.length === 1 ? move : partOf(move, players.indexOf(of));
  const right = chances[made] ?? 0;
  const others = Object.entries(chances).filter(([name]) => name !== made);
  return {
    prediction,
    year,
    about,
    made,
    brier: others.reduce((sum, [, p]) => sum + p ** 2, (1 - right) ** 2),
    hit: others.every(([, p]) => p <= right),
  };
}

function scoredFlow(playable: Playable, { moves }: GameState, prediction: FlowPrediction): ScoredFlow[] {
  const { review, importer, exporter } = prediction;
  const { states } = walkTo(playable, moves);
  const after = states[review];
  if (after === undefined) return [];
  const before = review === 0 ? playable.game.year.start : states[review - 1]!;
  const change = changeOfTrade(tradeIn(playable, before), tradeIn(playable, after)).flow[importer]![
    exporter
  ]!;
  return [
    {
      prediction,
      year: playable.game.year.table.reviews[review]!,
      change,
      error: Math.abs(prediction.change - change),
      hit: directionOf(prediction.change) === directionOf(change),
    },
  ];
}

function directionOf(change: number): number {
  return Math.abs(change) < unchanged ? 0 : Math.sign(change);
}
