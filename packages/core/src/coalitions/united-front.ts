import type { CharacteristicGame } from './characteristic-game.ts';
import { type Coalition, membersOf, type Partition } from './coalition.ts';
import { owenValue } from './owen-value.ts';

/** What acting as one is worth to the members of a union, and what it costs the others. */
export interface UnitedFront {
  /** By player: the value with everybody on their own, with the union, and the second less the first. */
  readonly apart: readonly number[];
  readonly united: readonly number[];
  readonly difference: readonly number[];
  /** Sum of the differences of the members. Negative where it hurts them (Harsanyi 1977's joint-bargaining paradox). */
  readonly toMembers: number;
}

/**
 * The Owen value with the union against the Shapley value without: what a united front is worth, to whom. It can be of
 * either sign: whoever joins another gives up a voice at the table as well as gaining weight.
 */
export function unitedFront(game: CharacteristicGame, union: Coalition): UnitedFront {
  const singles = game.players.map((_, i) => 1 << i);
  const others = singles.filter((single) => (single & union) === 0);
  const partition: Partition = [union, ...others];
  const apart = owenValue(game, singles);
  const united = owenValue(game, partition);
  const difference = united.map((value, i) => value - apart[i]!);
  const toMembers = membersOf(union).reduce((sum, i) => sum + difference[i]!, 0);
  return { apart, united, difference, toMembers };
}
