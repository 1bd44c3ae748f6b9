import { chance, decision, leaf } from './review-tree.ts';
import {
  beliefPoints as G,
  posterior,
  type Round,
  type TypedReview,
  type TypedSolution,
  width,
} from './typed-review.ts';

/** From the prior on: who is where with what belief, and what is done on average. */
export function forward(
  { years, party, prior }: TypedReview,
  rounds: readonly Round[],
): Pick<TypedSolution, 'values' | 'moves' | 'beliefs' | 'beliefsOfTypes'> {
  const { tree, states, start } = years[0];
  const nodes = tree.kind.length;
  // Mass of each type by state and belief.
  let here = [new Float64Array(states.length * G), new Float64Array(states.length * G)] as const;
  place(here, start, prior, 1);
  const moves: Float64Array[] = [];
  const values: Float64Array[] = [];
  const beliefs = [prior];
  const beliefsOfTypes: (readonly [number, number])[] = [[prior, prior]];
  for (const round of rounds) {
    const reached = [new Float64Array(nodes * G), new Float64Array(nodes * G)] as const;
    const next = [new Float64Array(states.length * G), new Float64Array(states.length * G)] as const;
    states.forEach((_, s) => {
      const node = tree.begins[s]!;
      for (const type of [0, 1] as const) {
        const to = node < 0 ? next[type] : reached[type];
        for (let g = 0; g < G; g++) to[(node < 0 ? s : node) * G + g]! += here[type][s * G + g]!;
      }
    });
    const average = new Float64Array(tree.children.length);
    const value = new Float64Array(3 * nodes);
    for (let node = nodes - 1; node >= 0; node--) {
      visit(node, round, reached, next, average, value);
    }
    moves.push(average);
    values.push(value);
    here = next;
    const mean = (type: 0 | 1) => {
      let mass = 0;
      let sum = 0;
      here[type].forEach((weight, k) => {
        mass += weight;
        sum += (weight * (k % G)) / (G - 1);
      });
      return mass > 0 ? sum / mass : prior;
    };
    beliefsOfTypes.push([mean(0), mean(1)]);
    beliefs.push((1 - prior) * mean(0) + prior * mean(1));
  }
  return { values, moves, beliefs, beliefsOfTypes };

  function visit(
    node: number,
    round: Round,
    reached: readonly [Float64Array, Float64Array],
    next: readonly [Float64Array, Float64Array],
    average: Float64Array,
    value: Float64Array,
  ): void {
    const from = tree.firstChild[node]!;
    const to = tree.firstChild[node + 1]!;
    let mass = 0;
    for (let g = 0; g < G; g++) mass += reached[0][node * G + g]! + reached[1][node * G + g]!;
    // Where nobody comes, what would be done at the prior.
    const alone = mass === 0;
    const weigh = (type: 0 | 1, g: number) => {
      if (!alone) return reached[type][node * G + g]! / mass;
      return g === Math.round(prior * (G - 1)) ? (type === 1 ? prior : 1 - prior) : 0;
    };
    for (let g = 0; g < G; g++) {
      const weights = [weigh(0, g), weigh(1, g)] as const;
      if (weights[0] + weights[1] === 0) continue;
      const at = (node * G + g) * width;
      for (let i = 0; i < 3; i++) {
        value[3 * node + i]! +=
          i === party
            ? weights[0] * round.value[at + i]! + weights[1] * round.value[at + 3]!
            : (weights[0] + weights[1]) * round.value[at + i]!;
      }
      for (let c = from; c < to; c++) {
        average[c]! += weights[0] * round.moves[0][c * G + g]! + weights[1] * round.moves[1][c * G + g]!;
      }
    }
    if (alone) return;
    if (tree.kind[node] === leaf) {
      for (const type of [0, 1] as const) {
        for (let g = 0; g < G; g++) next[type][tree.ends[node]! * G + g]! += reached[type][node * G + g]!;
      }
      return;
    }
    for (let g = 0; g < G; g++) {
      const masses = [reached[0][node * G + g]!, reached[1][node * G + g]!] as const;
      if (masses[0] + masses[1] === 0) continue;
      for (let c = from; c < to; c++) {
        const weight = masses[0] * round.moves[0][c * G + g]! + masses[1] * round.moves[1][c * G + g]!;
        place(reached, tree.children[c]!, beliefAfter(node, c, g, round), weight);
      }
    }
  }

  /** Belief after a move: of a vote, after the private party's own move whatever the other does. */
  function beliefAfter(node: number, c: number, g: number, { moves: all }: Round): number {
    const belief = g / (G - 1);
    const kind = tree.kind[node];
    if (kind === chance) return belief;
    const isRow = tree.player[node] === party;
    if (!isRow && (kind === decision || tree.second[node] !== party)) return belief;
    return posterior(belief, all[0][c * G + g]!, all[1][c * G + g]!);
  }
}

/**
 * Adds mass of both types at a belief, divided between the two places around it so that the mean stays and each place
 * holds the types in the proportion that it stands for.
 */
function place(
  masses: readonly [Float64Array, Float64Array],
  row: number,
  belief: number,
  weight: number,
): void {
  const x = belief * (G - 1);
  const low = Math.min(G - 2, Math.floor(x));
  const part = x - low;
  for (const [g, share] of [
    [low, 1 - part],
    [low + 1, part],
  ] as const) {
    masses[1][row * G + g]! += (weight * share * g) / (G - 1);
    masses[0][row * G + g]! += weight * share * (1 - g / (G - 1));
  }
}
