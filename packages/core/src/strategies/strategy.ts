import type { Conduct } from './conduct.ts';
import type { Offer } from './deals.ts';
import type { GameToPlay } from './game-to-play.ts';

/** Numbers in [0, 1), as of `Math.random`. */
export type Random = () => number;

/** A move that has been made. */
export interface PlayedMove {
  readonly year: number;
  /** Index into the table's parties; none for news, two where they decided at once. */
  readonly players: readonly number[];
  readonly about: string;
  /** As the tree names it: `offer clean to CAN`; `join / apart` where two decided at once. */
  readonly move: string;
}

/** A move that the party at turn may make. */
export interface LegalMove {
  /** Its own part where two decide at once. */
  readonly move: string;
  /** To the party, present value of the review; expected over the other's solved move where two decide at once. */
  readonly worth: number;
  /** With which the solved game makes it. */
  readonly probability: number;
  readonly conduct: Conduct;
  readonly offers: readonly Offer[];
}

/** What a party knows when it chooses. Of a vote, not what the other chooses. */
export interface Position {
  readonly game: GameToPlay;
  /** Index of the review, and of the state in which it began. */
  readonly review: number;
  readonly state: number;
  readonly node: number;
  readonly about: string;
  readonly player: number;
  readonly moves: readonly LegalMove[];
  /** How each party has treated this one, move by move, oldest first; what was neither friendly nor hostile is left out. */
  readonly treatedBy: readonly (readonly number[])[];
  readonly history: readonly PlayedMove[];
}

/** A rule for every position. It has no memory of its own: everything that it may use is in the position. */
export interface Strategy {
  readonly id: string;
  readonly title: string;
  /** In a sentence, for people. */
  readonly rule: string;
  /** @returns the place of the move in `position.moves`. */
  choose(position: Position, random: Random): number;
}

/** The place of the largest; the first of equals. */
export function largest(values: readonly number[]): number {
  let at = 0;
  values.forEach((value, k) => {
    if (value > values[at]!) at = k;
  });
  return at;
}

/** The place of the move that is worth most to the party, as the solved game goes on. */
export function bestMove(moves: readonly LegalMove[]): number {
  return largest(moves.map(({ worth }) => worth));
}
