import type { RegimeKind } from '../negotiation/table.ts';
import type { GameToPlay } from './game-to-play.ts';
import { ReviewWalk } from './review-walk.ts';
import type { PlayedMove, Random, Strategy } from './strategy.ts';

/** A game played to its end. */
export interface Playthrough {
  readonly log: readonly PlayedMove[];
  /** Index of the state after each review held; the last is that in which the game ended. */
  readonly states: readonly number[];
  /** Present value of the whole game to each party, percent of real income. */
  readonly scores: readonly number[];
  /** What the last state is in the end: an agreement in force that no review has extended has expired. */
  readonly regime: RegimeKind;
  /** Reviews until there is an extension or a protocol, the first counted as 1; absent where there is none. */
  readonly agreedAt?: number;
}

/** Where the numbers of a game come from: of news, and of each party by itself, so that none shifts another's. */
export interface Chances {
  readonly news: Random;
  readonly parties: readonly Random[];
}

/** Plays a game from its start, each party by its strategy. @param strategies in the table's order of parties. */
export function playReviews(
  game: GameToPlay,
  strategies: readonly Strategy[],
  chances: Chances,
): Playthrough {
  const walk = new ReviewWalk(game);
  while (!walk.isOver) walk.take(nextChild(walk, strategies, chances));
  return endOf(walk);
}

/** What is done next: by chance, by a party, or by two at once, neither of which sees what the other chooses. */
export function nextChild(walk: ReviewWalk, strategies: readonly Strategy[], chances: Chances): number {
  const { players, children } = walk;
  if (players.length === 0) {
    let left = chances.news();
    const { chance } = walk.game.year.tree;
    for (const child of children) {
      if (left < chance[child]!) return child;
      left -= chance[child]!;
    }
    return children.at(-1)!;
  }
  const own = players.map((player) => {
    const position = walk.positionOf(player);
    const { id } = strategies[player]!;
    const at = strategies[player]!.choose(position, chances.parties[player]!);
    if (!position.moves[at])
      throw new RangeError(`"${id}" has chosen move ${at} of ${position.moves.length}`);
    return at;
  });
  return children[own.length === 2 ? 2 * own[0]! + own[1]! : own[0]!]!;
}

/** A move of a log that the game does not have there. */
export class ReplayError extends Error {
  /** Place of the move in the log. */
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

/**
 * Plays a log again.
 *
 * @throws ReplayError at the first move that is not one of the game's, or where the log ends before the game or after.
 */
export function replayReviews(game: GameToPlay, log: readonly PlayedMove[]): Playthrough {
  const walk = new ReviewWalk(game);
  log.forEach((step, at) => {
    if (walk.isOver) throw new ReplayError(at, 'the game is over before this move');
    const { moves, about } = game.year.tree;
    const year = game.year.table.reviews[walk.review];
    const child = walk.children.find((k) => moves[k] === step.move);
    const isHere =
      step.year === year && step.about === about[walk.node] && sameNumbers(step.players, walk.players);
    if (child === undefined || !isHere) {
      throw new ReplayError(
        at,
        `"${step.move}" in ${step.year} is no move here: ${year}, ${about[walk.node]}`,
      );
    }
    walk.take(child);
  });
  if (!walk.isOver) throw new ReplayError(log.length, 'the log ends before the game');
  return endOf(walk);
}

function endOf({ log, states, scores, state, game }: ReviewWalk): Playthrough {
  const regimeAt = (s: number) => game.year.states[s]!.regime;
  const agreed = states.findIndex((s) => agreements.includes(regimeAt(s)));
  const regime = regimeAt(state);
  return {
    log,
    states,
    scores,
    regime: regime === 'in-force' ? 'expired' : regime,
    ...(agreed < 0 ? {} : { agreedAt: agreed + 1 }),
  };
}

const agreements: readonly RegimeKind[] = ['extended', 'bilateral-one', 'bilateral-other', 'two-bilaterals'];

function sameNumbers(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((value, k) => value === other[k]);
}
