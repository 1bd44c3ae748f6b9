import type { ReviewYear } from '@usmca-sim/core';
import { describe, expect, it } from 'vitest';
import { madeNegotiation } from '../../../tests/made-negotiation.ts';
import type { DrawnReview } from './drawn-review.ts';
import { reviewTreeDot } from './review-tree-dot.ts';
import { reviewTreeText } from './review-tree-text.ts';

const made = madeNegotiation().choices.table;

/**
 * A review made by hand. Node 0: the agreement as it is; 1: extended; 2: the United States imposes or holds, both to
 * node 0; 3: both confirm (to 1) or one refuses (to 2); 4: the United States offers (to 3) or not (to 2).
 */
function drawn(depth: number, table = made): DrawnReview {
  const once = new Float64Array(24);
  const tree: ReviewYear['tree'] = {
    kind: Uint8Array.of(0, 0, 1, 2, 1),
    player: Uint8Array.of(0, 0, 0, 1, 0),
    second: Uint8Array.of(0, 0, 0, 2, 0),
    firstChild: Int32Array.of(0, 0, 0, 2, 6, 8),
    children: Int32Array.of(0, 0, 1, 2, 2, 2, 2, 3),
    once,
    onceByPart: new Float64Array(72),
    chance: new Float64Array(8),
    ends: Int32Array.of(0, 1, -1, -1, -1),
    begins: Int32Array.of(4, -1),
    moves: [
      'hold',
      'impose cars',
      'confirm / confirm',
      'confirm / refuse',
      'refuse / confirm',
      'refuse / refuse',
      'no offer',
      'offer clean',
    ],
    about: ['end', 'end', 'measures', 'confirm clean', 'offer'],
  };
  return {
    year: { table, states: madeNegotiation().states, tree, start: 0 },
    names: ['the United States', 'Canada', 'Mexico'],
    review: 2026,
    state: 0,
    moves: Float64Array.of(0.75, 0.25, 0.81, 0.09, 0.09, 0.01, 0.6, 0.4),
    values: new Float64Array(15),
    depth,
  };
}

const worth = 'USA 0.000, CAN 0.000, MEX 0.000';

describe('a review in lines', () => {
  it('draws a position once and names it after that', () => {
    const lines = [...reviewTreeText(drawn(3), 200)].join('').split('\n').slice(4);
    expect(lines).toEqual([
      `[1] ${worth}`,
      '├─ 60% The United States makes no offer [2]',
      `│  ├─ 75% The United States leaves its measures as they are: In force, not extended; no measure standing (${worth})`,
      `│  └─ 25% The United States imposes “50% on cars”: In force, not extended; no measure standing (${worth})`,
      '└─ 40% The United States offers “Clean extension” to both [3]',
      `   ├─ 81% Canada and Mexico confirm “Clean extension”: Extended; Clean extension; no measure standing (${worth})`,
      '   ├─ 9% Canada confirms and Mexico refuses “Clean extension”, as at [2]',
      '   ├─ 9% Canada refuses and Mexico confirms “Clean extension”, as at [2]',
      '   └─ 1% Canada and Mexico refuse “Clean extension”, as at [2]',
      '',
    ]);
  });

  it('counts what lies below its depth', () => {
    const text = [...reviewTreeText(drawn(1), 200)].join('');
    expect(text).toContain(`makes no offer, and 1 position after it (${worth})`);
    expect(text).toContain(`to both, and 3 positions after it (${worth})`);
  });

  it('keeps to the width that it is given, each line beside its branch', () => {
    const text = [...reviewTreeText(drawn(3), 60)].join('');
    const lines = text.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
    const unbroken = text.replace(/\n[│ ]*(?=[^├└│\s])/g, ' ');
    for (const line of [...reviewTreeText(drawn(3), 200)].slice(4)) {
      expect(unbroken).toContain(line.trim().replace(/^[│ ]+/, ''));
    }
  });

  it('says of a settled state that there is nothing to review', () => {
    expect([...reviewTreeText({ ...drawn(3), state: 1 })].join('')).toContain('nothing left to review');
  });
});

describe('a review for Graphviz', () => {
  it('has a node a position and an edge a move', () => {
    const text = [...reviewTreeDot(drawn(3))].join('');
    expect(text.match(/^ {2}n\d+ \[/gm)).toHaveLength(5);
    expect(text.match(/ -> /g)).toHaveLength(8);
  });

  it('keeps what a file says inside the quotes', () => {
    const title = 'Cl"ean\\ "]; n9 [label="x';
    const packages = [{ ...made.packages[0]!, title }, ...made.packages.slice(1)];
    const text = [...reviewTreeDot(drawn(3, { ...made, packages }))].join('');
    // Outside quoted strings, in which a backslash takes the next letter, nothing of the title is left.
    expect(text.replace(/"(?:[^"\\]|\\.)*"/g, '')).not.toMatch(/Cl|ean|n9/);
  });
});
