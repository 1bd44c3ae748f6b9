import { capitalised, joined } from '../../names.ts';
import { plainLine, wrapLine } from '../../plain-text.ts';
import { percent } from '../most-likely-path.ts';
import {
  type DrawnReview,
  kindOf,
  movesFrom,
  playersAt,
  positionsAfter,
  stateInWords,
  worthInWords,
} from './drawn-review.ts';

/** Columns of a label before it is broken. */
const labelWidth = 28;

const shapes = { end: 'ellipse', decision: 'box', simultaneous: 'box', chance: 'diamond' } as const;

/** A review as a graph in the language of Graphviz; positions that several histories reach are one node. */
export function* reviewTreeDot(drawn: DrawnReview): Generator<string> {
  const root = drawn.year.tree.begins[drawn.state]!;
  yield 'digraph review {\n';
  yield `  label=${quoted(`${drawn.year.table.title}: review of ${drawn.review}`)};\n`;
  yield '  rankdir=LR;\n  node [fontname="sans-serif", fontsize=10];\n  edge [fontname="sans-serif", fontsize=9];\n';
  if (root >= 0) yield* nodes(drawn, root);
  yield '}\n';
}

/** Breadth first, so that a position has the least depth at which it is reached. */
function* nodes(drawn: DrawnReview, root: number): Generator<string> {
  const depths = new Map([[root, 0]]);
  for (const [node, depth] of depths) {
    const isCut = depth >= drawn.depth && kindOf(drawn, node) !== 'end';
    yield `  n${node} [shape=${isCut ? 'plaintext' : shapes[kindOf(drawn, node)]}, label=${quoted(labelOf(drawn, node, isCut))}];\n`;
    if (isCut) continue;
    for (const { text, probability, to } of movesFrom(drawn, node)) {
      if (!depths.has(to)) depths.set(to, depth + 1);
      yield `  n${node} -> n${to} [label=${quoted(`${text} (${percent(probability)})`)}];\n`;
    }
  }
}

function labelOf(drawn: DrawnReview, node: number, isCut: boolean): string {
  const worth = worthInWords(drawn, node);
  const { tree } = drawn.year;
  if (kindOf(drawn, node) === 'end') return `${stateInWords(drawn, tree.ends[node]!)} ${worth}`;
  if (isCut) return `${positionsAfter(drawn, node)} positions more ${worth}`;
  const players = playersAt(drawn, node).map((p) => drawn.names[p]!);
  return `${capitalised(joined(players) || 'chance')}: ${tree.about[node]} ${worth}`;
}

/** A label on lines of its own, quoted; text from files cannot leave the quotes. */
function quoted(text: string): string {
  const lines = wrapLine(plainLine(text), labelWidth).map((line) => line.replace(/["\\]/g, '\\$&'));
  return `"${lines.join('\\n')}"`;
}
