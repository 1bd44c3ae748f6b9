/**
 * One review year as a graph of moves that every review shares: children come before their parents, so that a review
 * is evaluated in one pass over flat arrays. A position that several histories reach is one node.
 */
export interface ReviewTree {
  /** A leaf, a decision of one government, a simultaneous decision of two, or chance. */
  readonly kind: Uint8Array;
  /** Who decides, an index into the table's parties; the first of two. */
  readonly player: Uint8Array;
  /** The second of two who decide at once. */
  readonly second: Uint8Array;
  /** Where the children of a node begin in `children`; one longer than the nodes. */
  readonly firstChild: Int32Array;
  /** Nodes in order of the moves; of a simultaneous decision row by row. */
  readonly children: Int32Array;
  /** What a move pays or costs each party, once: three to a child; and the same by part, nine to a child. */
  readonly once: Float64Array;
  readonly onceByPart: Float64Array;
  /** Probabilities of what chance does, laid out as `children`; 0 elsewhere. */
  readonly chance: Float64Array;
  /** Of a leaf: the state in which the year ends; −1 elsewhere. */
  readonly ends: Int32Array;
  /** The node at which a review begins in each state; −1 where there is nothing left to review. */
  readonly begins: Int32Array;
  /** Names of the moves, laid out as `children`, and what a node is about; for people. */
  readonly moves: readonly string[];
  readonly about: readonly string[];
}

export const leaf = 0;
export const decision = 1;
export const simultaneous = 2;
export const chance = 3;

/** Where a review stands before any news; where some news is certain, its first stands for all. */
export function withoutNews({ kind, firstChild, children, moves }: ReviewTree, begin: number): number {
  if (kind[begin] !== chance) return begin;
  const [from, to] = [firstChild[begin]!, firstChild[begin + 1]!];
  for (let k = from; k < to; k++) if (moves[k] === 'no news') return children[k]!;
  return children[from]!;
}

/** A move, the node that it leads to, and what it pays or costs each party, once. */
export interface Move {
  readonly name: string;
  readonly to: number;
  readonly once?: Once;
}

/** Payments of a move by part, by party in the table's order. Percent of real income. */
export type Once = Readonly<Partial<Record<OncePart, readonly number[]>>>;
export type OncePart = 'audience' | 'action' | 'relationship';
/** Order of the parts in `onceByPart`. */
export const onceParts = ['audience', 'action', 'relationship'] as const satisfies readonly OncePart[];

/** Builds the graph of a review; a node's children must exist before it. */
export class ReviewTreeBuilder {
  readonly #kind: number[] = [];
  readonly #player: number[] = [];
  readonly #second: number[] = [];
  readonly #firstChild: number[] = [0];
  readonly #children: number[] = [];
  readonly #once: number[] = [];
  readonly #onceByPart: number[] = [];
  readonly #chance: number[] = [];
  readonly #ends: number[] = [];
  readonly #moves: string[] = [];
  readonly #about: string[] = [];

  /** The year ends in a state. */
  leaf(state: number): number {
    return this.#node(leaf, 0, 0, 'end', [], state);
  }

  /** One government moves. */
  decision(player: number, about: string, moves: readonly Move[]): number {
    return this.#node(decision, player, 0, about, moves);
  }

  /** Two governments choose at once between two moves each: four outcomes, row by row. */
  simultaneous(player: number, second: number, about: string, moves: readonly Move[]): number {
    return this.#node(simultaneous, player, second, about, moves);
  }

  chance(about: string, moves: readonly (Move & { readonly probability: number })[]): number {
    const node = this.#node(chance, 0, 0, about, moves);
    const first = this.#firstChild[node]!;
    moves.forEach(({ probability }, k) => {
      this.#chance[first + k] = probability;
    });
    return node;
  }

  build(begins: readonly number[]): ReviewTree {
    return {
      kind: Uint8Array.from(this.#kind),
      player: Uint8Array.from(this.#player),
      second: Uint8Array.from(this.#second),
      firstChild: Int32Array.from(this.#firstChild),
      children: Int32Array.from(this.#children),
      once: Float64Array.from(this.#once),
      onceByPart: Float64Array.from(this.#onceByPart),
      chance: Float64Array.from(this.#chance),
      ends: Int32Array.from(this.#ends),
      begins: Int32Array.from(begins),
      moves: this.#moves,
      about: this.#about,
    };
  }

  #pay(once: Once | undefined): void {
    if (once === undefined) {
      this.#once.push(0, 0, 0);
      this.#onceByPart.push(0, 0, 0, 0, 0, 0, 0, 0, 0);
      return;
    }
    for (let party = 0; party < 3; party++) {
      this.#once.push(onceParts.reduce((sum, part) => sum + (once[part]?.[party] ?? 0), 0));
    }
    for (const part of onceParts) {
      for (let party = 0; party < 3; party++) this.#onceByPart.push(once[part]?.[party] ?? 0);
    }
  }

  #node(kind: number, player: number, second: number, about: string, moves: readonly Move[], ends = -1) {
    for (const { name, to, once } of moves) {
      this.#children.push(to);
      this.#pay(once);
      this.#chance.push(0);
      this.#moves.push(name);
    }
    this.#kind.push(kind);
    this.#player.push(player);
    this.#second.push(second);
    this.#about.push(about);
    this.#ends.push(ends);
    this.#firstChild.push(this.#children.length);
    return this.#kind.length - 1;
  }
}
