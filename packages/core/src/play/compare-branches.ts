import type { PolicyOutcome } from '../negotiation/negotiation-result.ts';
import type { RegimeKind } from '../negotiation/table.ts';
import type { PlayedMove } from '../strategies/strategy.ts';
import { tradeIn } from './consequence.ts';
import type { GameState } from './game-state.ts';
import { type Playable, walkTo } from './playable.ts';
import { type PlayedGame, requireBranch } from './played-game.ts';

/** What a position is worth and does. */
export interface Prospect {
  readonly isOver: boolean;
  readonly regime: RegimeKind;
  /**
   * Present value of the whole game to each party, percent of real income: what has been paid and, unless it is over,
   * what the rest is worth as the solved game goes on.
   */
  readonly worth: readonly number[];
  readonly trade: PolicyOutcome;
}

/** Two branches beside each other. */
export interface BranchComparison {
  /** Moves that they share from the beginning on. */
  readonly common: number;
  /** The first move in which they differ; absent where a branch has none there. */
  readonly first: readonly [PlayedMove | undefined, PlayedMove | undefined];
  readonly prospects: readonly [Prospect, Prospect];
}

/** Sets two branches of a game beside each other. @throws InputError where there is none of a name. */
export function compareBranches(
  playable: Playable,
  game: PlayedGame,
  one: string,
  other: string,
): BranchComparison {
  const [a, b] = [requireBranch(game, one).state, requireBranch(game, other).state];
  const differs = a.moves.findIndex((move, k) => move.move !== b.moves[k]?.move);
  const common = differs < 0 ? a.moves.length : differs;
  return {
    common,
    first: [a.moves[common], b.moves[common]],
    prospects: [prospectOf(playable, a), prospectOf(playable, b)],
  };
}

/** What the position of a game is worth and does. */
export function prospectOf(playable: Playable, state: GameState): Prospect {
  const { game } = playable;
  const walk = walkTo(playable, state.moves);
  const { regime } = game.year.states[state.state]!;
  const rest = walk.isOver ? undefined : game.solution.values[walk.review]!;
  return {
    isOver: walk.isOver,
    regime: walk.isOver && regime === 'in-force' ? 'expired' : regime,
    worth: state.scores.map(
      (paid, i) =>
        paid + (rest === undefined ? 0 : game.values.patience[i]! ** walk.review * rest[3 * walk.node + i]!),
    ),
    trade: tradeIn(playable, state.state, walk.isOver),
  };
}
