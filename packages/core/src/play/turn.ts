import type { ReviewWalk } from '../strategies/review-walk.ts';
import type { GameSetup, GameState } from './game-state.ts';
import { type Playable, walkTo } from './playable.ts';

/** What a game waits for. */
export type Turn =
  | { readonly kind: 'over' }
  /** People who have to decide and have not yet; about what. Others who decide at once with them do so unseen. */
  | {
      readonly kind: 'people';
      readonly year: number;
      readonly about: string;
      readonly parties: readonly number[];
    }
  /** Parties that no person moves, or nobody where it is chance: the event `go-on` lets it happen. */
  | {
      readonly kind: 'others';
      readonly year: number;
      readonly about: string;
      readonly parties: readonly number[];
    };

/** Whose turn it is. */
export function turnOf(playable: Playable, setup: GameSetup, state: GameState): Turn {
  return turnAt(walkTo(playable, state.moves), setup, state);
}

/** The same where the walk is at hand. */
export function turnAt(walk: ReviewWalk, { seats }: GameSetup, { sealed }: Pick<GameState, 'sealed'>): Turn {
  if (walk.isOver) return { kind: 'over' };
  const { tree, table } = walk.game.year;
  const at = { year: table.reviews[walk.review]!, about: tree.about[walk.node]! };
  const people = walk.players.filter((player) => seats[player] === 'person');
  if (people.length === 0) return { kind: 'others', ...at, parties: walk.players };
  const left = people.filter((player) => !sealed.some(({ party }) => party === player));
  return { kind: 'people', ...at, parties: left };
}
