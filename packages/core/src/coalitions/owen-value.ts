import type { CharacteristicGame } from './characteristic-game.ts';
import { type Partition, requirePartition, sizeOf } from './coalition.ts';
import { arrivalWeights } from './shapley-value.ts';

/**
 * The Owen value: as the Shapley value, but only over orders in which the members of a union arrive one after the other.
 * Unions bargain as one for their share and divide it by what members could do on their own with other unions. With m
 * unions and i in union B_k,
 *
 *     ω_i = Σ_{H ⊆ M∖k} Σ_{T ⊆ B_k∖i} w_m(|H|) w_|B_k|(|T|) (v(Q_H ∪ T ∪ i) − v(Q_H ∪ T))
 *
 * where Q_H is everybody in the unions of H and w_n(s) = s! (n−s−1)!/n!. Owen (1977).
 *
 * @param unions a partition; players on their own are unions of one.
 * @throws CoalitionError where unions overlap or leave somebody out.
 */
export function owenValue({ players, worth }: CharacteristicGame, unions: Partition): number[] {
  requirePartition(unions, players.length);
  const betweenUnions = arrivalWeights(unions.length);
  const values = new Array<number>(players.length).fill(0);
  for (const [k, union] of unions.entries()) {
    const within = arrivalWeights(sizeOf(union));
    const others = unions.filter((_, l) => l !== k);
    for (let arrived = 0; arrived < 2 ** others.length; arrived++) {
      const before = others.reduce((all, other, l) => ((arrived >> l) & 1 ? all | other : all), 0);
      const chance = betweenUnions[sizeOf(arrived)]!;
      // Every subset of the union, the empty one last.
      for (let inside = union; ; inside = (inside - 1) & union) {
        for (const i of players.keys()) {
          if (!((union >> i) & 1) || (inside >> i) & 1) continue;
          const added = worth[before | inside | (1 << i)]! - worth[before | inside]!;
          values[i]! += chance * within[sizeOf(inside)]! * added;
        }
        if (inside === 0) break;
      }
    }
  }
  return values;
}
