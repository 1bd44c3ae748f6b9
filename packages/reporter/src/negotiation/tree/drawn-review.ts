import { isSet, type ReviewYear } from '@usmca-sim/core';
import { capitalised } from '../../names.ts';
import { formatNumber } from '../../number-style.ts';
import { type Cast, moveInWords } from '../move-in-words.ts';
import { regimeLabel } from '../regime-in-words.ts';

/** A review to be drawn: its graph of moves, how likely they are, and where it begins. */
export interface DrawnReview {
  readonly year: ReviewYear;
  /** Names of the parties as they stand in a sentence, in the table's order. */
  readonly names: readonly string[];
  /** Year of the review. */
  readonly review: number;
  /** State from which it begins, an index into `year.states`. */
  readonly state: number;
  /** Probability of each move at this review, laid out as `ReviewTree.children`. */
  readonly moves: Float64Array;
  /** What the review is worth from each node on: three to a node, percent of real income, present value. */
  readonly values: Float64Array;
  /** Moves in a row that are drawn. */
  readonly depth: number;
}

/** What decides at a node, in the order of `ReviewTree.kind`. */
const kinds = ['end', 'decision', 'simultaneous', 'chance'] as const;

type DrawnKind = (typeof kinds)[number];

interface DrawnMove {
  readonly text: string;
  readonly probability: number;
  readonly to: number;
}

function castOfDrawn({ year, names }: DrawnReview): Cast {
  return { table: year.table, names };
}

export function kindOf({ year }: DrawnReview, node: number): DrawnKind {
  return kinds[year.tree.kind[node]!]!;
}

/** Indices of the parties that decide at a node; none at an end, or where chance does. */
export function playersAt(drawn: DrawnReview, node: number): number[] {
  const { tree } = drawn.year;
  const kind = kindOf(drawn, node);
  if (kind === 'decision') return [tree.player[node]!];
  return kind === 'simultaneous' ? [tree.player[node]!, tree.second[node]!] : [];
}

/** The moves from a node, in words, in the order of the game. */
export function movesFrom(drawn: DrawnReview, node: number): DrawnMove[] {
  const { tree } = drawn.year;
  const players = playersAt(drawn, node);
  const about = tree.about[node]!;
  const cast = castOfDrawn(drawn);
  const found: DrawnMove[] = [];
  for (let k = tree.firstChild[node]!; k < tree.firstChild[node + 1]!; k++) {
    const text = capitalised(moveInWords({ players, about, move: tree.moves[k]! }, cast));
    found.push({ text, probability: drawn.moves[k]!, to: tree.children[k]! });
  }
  return found;
}

/** A state in a few words: `Extended; Clean extension; no measure standing`. */
export function stateInWords({ year, names }: DrawnReview, state: number): string {
  const { regime, packages, escalations } = year.states[state]!;
  const { table } = year;
  const standing = table.escalations.filter((_, e) => isSet(escalations, e)).map(({ title }) => title);
  return [
    regimeLabel(regime, names),
    ...packages.map((index) => table.packages[index]!.title),
    standing.length === 0 ? 'no measure standing' : `standing: ${standing.join(', ')}`,
  ].join('; ');
}

/** What a node is worth to each party: `USA −0.012, CAN +0.310, MEX −0.002`. */
export function worthInWords({ year, values }: DrawnReview, node: number): string {
  return year.table.parties
    .map((party, i) => `${party} ${formatNumber(values[3 * node + i]!, 3, true)}`)
    .join(', ');
}

/** Positions that can follow a node. */
export function positionsAfter({ year: { tree } }: DrawnReview, node: number): number {
  const seen = new Set<number>();
  const waiting = [node];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (let k = tree.firstChild[at]!; k < tree.firstChild[at + 1]!; k++) {
      const child = tree.children[k]!;
      if (seen.has(child)) continue;
      seen.add(child);
      waiting.push(child);
    }
  }
  return seen.size;
}
