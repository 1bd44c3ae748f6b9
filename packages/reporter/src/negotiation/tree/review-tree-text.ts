import { counted } from '../../names.ts';
import { plainLine, wrapLine } from '../../plain-text.ts';
import { percent } from '../most-likely-path.ts';
import {
  type DrawnReview,
  kindOf,
  movesFrom,
  positionsAfter,
  stateInWords,
  worthInWords,
} from './drawn-review.ts';

/** Columns of a line unless told. */
const usualWidth = 100;

/** What stands beside the branches of a deep tree has this much room even where the line becomes too long. */
const leastRoom = 24;

/**
 * A review as a tree of lines, from the state in which it begins: every move with its probability, every end with the
 * state it leads to and what that is worth. A position that several histories reach is drawn once and has a number.
 */
export function* reviewTreeText(drawn: DrawnReview, width = usualWidth): Generator<string> {
  const { tree, table } = drawn.year;
  const root = tree.begins[drawn.state]!;
  const about = [
    `${table.title}: review of ${drawn.review}`,
    `From: ${stateInWords(drawn, drawn.state)}`,
    'Probabilities are those of a move once there. Worth: percent of real income, present value, from there on; what moves before it cost or paid at once is not in it.',
  ];
  for (const text of about) yield* wrapLine(plainLine(text), width).map((line) => `${line}\n`);
  yield '\n';
  if (root < 0) {
    yield 'There is nothing left to review.\n';
    return;
  }
  yield `[1] ${worthInWords(drawn, root)}\n`;
  yield* branches(drawn, root, '', 1, new Map([[root, 1]]), width);
}

function* branches(
  drawn: DrawnReview,
  node: number,
  indent: string,
  depth: number,
  numbers: Map<number, number>,
  width: number,
): Generator<string> {
  const moves = movesFrom(drawn, node);
  for (const [k, { text, probability, to }] of moves.entries()) {
    const isLast = k === moves.length - 1;
    const below = `${indent}${isLast ? '   ' : '│  '}`;
    const known = numbers.get(to);
    const isDrawn = kindOf(drawn, to) !== 'end' && known === undefined && depth < drawn.depth;
    if (isDrawn) numbers.set(to, numbers.size + 1);
    const after = isDrawn ? ` [${numbers.size}]` : whatFollows(drawn, to, known);
    const lines = wrapLine(
      plainLine(`${percent(probability)} ${text}${after}`),
      Math.max(leastRoom, width - below.length - 2),
    );
    yield `${indent}${isLast ? '└─' : '├─'} ${lines[0]}\n`;
    for (const line of lines.slice(1)) yield `${below}${isDrawn ? '│' : ' '} ${line}\n`;
    if (isDrawn) yield* branches(drawn, to, below, depth + 1, numbers, width);
  }
}

/** What is said of a position whose own moves are not drawn, or not again. */
function whatFollows(drawn: DrawnReview, node: number, known: number | undefined): string {
  if (kindOf(drawn, node) === 'end')
    return `: ${stateInWords(drawn, drawn.year.tree.ends[node]!)} (${worthInWords(drawn, node)})`;
  if (known !== undefined) return `, as at [${known}]`;
  return `, and ${counted(positionsAfter(drawn, node), 'position')} after it (${worthInWords(drawn, node)})`;
}
