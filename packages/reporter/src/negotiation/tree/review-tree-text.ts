import { counted } from '../../names.ts';
import { plainLine } from '../../plain-text.ts';
import { percent } from '../most-likely-path.ts';
import {
  type DrawnReview,
  kindOf,
  movesFrom,
  positionsAfter,
  stateInWords,
  worthInWords,
} from './drawn-review.ts';

/**
 * A review as a tree of lines, from the state in which it begins: every move with its probability, every end with the
 * state it leads to and what that is worth. A position that several histories reach is drawn once and has a number.
 */
export function* reviewTreeText(drawn: DrawnReview): Generator<string> {
  const { tree, table } = drawn.year;
  const root = tree.begins[drawn.state]!;
  yield `${plainLine(table.title)}: review of ${drawn.review}\n`;
  yield `From: ${plainLine(stateInWords(drawn, drawn.state))}\n`;
  yield 'Probabilities are those of a move once there. Worth: percent of real income, present value, from there on;\n';
  yield 'what moves before it cost or paid at once is not in it.\n\n';
  if (root < 0) {
    yield 'There is nothing left to review.\n';
    return;
  }
  yield `[1] ${worthInWords(drawn, root)}\n`;
  yield* branches(drawn, root, '', 1, new Map([[root, 1]]));
}

function* branches(
  drawn: DrawnReview,
  node: number,
  indent: string,
  depth: number,
  numbers: Map<number, number>,
): Generator<string> {
  const moves = movesFrom(drawn, node);
  for (const [k, { text, probability, to }] of moves.entries()) {
    const isLast = k === moves.length - 1;
    const head = `${indent}${isLast ? '└─' : '├─'} ${percent(probability)} ${plainLine(text)}`;
    if (kindOf(drawn, to) === 'end') {
      yield `${head}: ${plainLine(stateInWords(drawn, drawn.year.tree.ends[to]!))} (${worthInWords(drawn, to)})\n`;
      continue;
    }
    const known = numbers.get(to);
    if (known !== undefined) {
      yield `${head}, as at [${known}]\n`;
      continue;
    }
    if (depth >= drawn.depth) {
      yield `${head}, and ${counted(positionsAfter(drawn, to), 'position')} after it (${worthInWords(drawn, to)})\n`;
      continue;
    }
    numbers.set(to, numbers.size + 1);
    yield `${head} [${numbers.size}]\n`;
    yield* branches(drawn, to, `${indent}${isLast ? '   ' : '│  '}`, depth + 1, numbers);
  }
}
