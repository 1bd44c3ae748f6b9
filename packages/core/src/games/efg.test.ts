import { describe, expect, it } from 'vitest';
import { InputError } from '../problems/problem.ts';
import { renderProblem } from '../problems/render-problem.ts';
import { readEfg } from './efg-read.ts';
import { writeEfg } from './efg-write.ts';
import { chance, decision, end, extensiveGame } from './extensive-game.ts';
import { centipede, oneCardPoker, seltensHorse } from './published-games.ts';
import { subgamePerfect } from './subgame-perfect.ts';

/** What is said about a file that cannot be used. */
function said(text: string): string {
  try {
    readEfg(text, 'game.efg');
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(renderProblem).join('\n');
    throw error;
  }
  return '';
}

const opening = 'EFG 2 R "t" { "A" "B" }\n';

describe('a game in Gambit\u2019s format', () => {
  it('may be laid out in any way, refer to what it said before, and mix fractions and decimals', () => {
    const game = readEfg(
      `EFG\t2 D "A \\"quoted\\" title"{"A""B"}"a comment
over two lines" c "" 1 "coin" { "heads" 1/3 "tails" .666666666666666666 } 0
p "left" 1 1 "A moves" { "u" "d" } 0 t "" 1 "win" {1,-1} t "" 2 "lose" { -1/2 +5e-1, }
p""1 1 0 t "" 1 t "" 0`,
      'game.efg',
    );
    expect(game.title).toBe('A "quoted" title');
    expect(game.comment).toBe('a comment\nover two lines');
    expect(game.informationSets.map(({ label, positions }) => [label, positions])).toEqual([
      ['A moves', [1, 4]],
    ]);
    expect(game.positions.map(({ payoffs }) => payoffs)).toEqual([
      [0, 0],
      [0, 0],
      [1, -1],
      [-0.5, 0.5],
      [0, 0],
      [1, -1],
      [0, 0],
    ]);
    // The two ends refer to one outcome.
    expect(game.positions[5].node.outcome).toBe(game.positions[2].node.outcome);
  });

  it('pays on the way as well as at the end', () => {
    const game = readEfg(`${opening}p "" 1 1 "" { "go" } 1 "toll" { -1, 0 }\nt "" 2 "" { 3, 3 }`, 'game.efg');
    expect(game.positions[1].payoffs).toEqual([2, 3]);
    expect(subgamePerfect(readEfg(writeEfg(game), 'again.efg')).payoffs).toEqual([2, 3]);
  });

  it.each([
    ['centipede', centipede()],
    ["Selten's horse", seltensHorse()],
    ['one-card poker', oneCardPoker()],
  ])('is written and read back the same: %s', (_, game) => {
    const text = writeEfg(game);
    const back = readEfg(text, 'back.efg');
    expect(writeEfg(back)).toBe(text);
    expect(back.positions.map(({ payoffs, next }) => ({ payoffs, next }))).toEqual(
      game.positions.map(({ payoffs, next }) => ({ payoffs, next })),
    );
    expect(back.informationSets.map((set) => set.positions)).toEqual(
      game.informationSets.map((set) => set.positions),
    );
  });

  it('keeps names with quotes and backslashes, and payoffs to the last digit', () => {
    const root = decision(0, 'what "now"?', [
      ['a \\ b', end(1e-7, 0.1 + 0.2)],
      ['"', end(-1.5e21, 3)],
    ]);
    const game = extensiveGame({ title: 'back\\slash', players: ['A', 'B'], root });
    const text = writeEfg(game);
    expect(text).toContain('{ 0.0000001, 0.30000000000000004 }');
    expect(text).toContain('{ -1500000000000000000000, 3 }');
    const back = readEfg(text, 'back.efg');
    expect(back.title).toBe(game.title);
    expect(back.informationSets[0].actions).toEqual(['a \\ b', '"']);
    expect(back.informationSets[0].label).toBe('what "now"?');
    expect(back.positions.map(({ payoffs }) => payoffs)).toEqual(
      game.positions.map(({ payoffs }) => payoffs),
    );
  });

  it.each([
    [[1 / 3, 1 / 3, 1 / 3], '"0" 1/3 "1" 1/3 "2" 1/3'],
    [[0.1, 0.2, 0.7], '"0" 1/10 "1" 1/5 "2" 7/10'],
    [[1, 0], '"0" 1 "1" 0'],
  ])('writes the chances %j as fractions that add up', (chances, written) => {
    const root = chance(chances.map((p, k) => [`${k}`, p, end(0)] as const));
    expect(writeEfg(extensiveGame({ title: '', players: ['A'], root }))).toContain(written);
  });

  it('writes chances that are no simple fractions so that they add up to exactly 1', () => {
    const chances = [Math.SQRT2 - 1, Math.PI - 3, 5 - Math.SQRT2 - Math.PI];
    const root = chance(chances.map((p, k) => [`${k}`, p, end(0)] as const));
    const text = writeEfg(extensiveGame({ title: '', players: ['A'], root }));
    const parts = [...text.matchAll(/(\d+)\/1000000000000000/g)].map(([, above]) => BigInt(above));
    expect(parts).toHaveLength(3);
    expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(10n ** 15n);
  });
});

describe('a file that is not a sound game', () => {
  it.each([
    ['', 'game.efg:1:1: "" is not how an .efg file begins'],
    ['NFG 1 R "x"', 'game.efg:1:1: this is a game in strategic form'],
    ['EFG 3 R', 'game.efg:1:5: "3" is not how an .efg file begins'],
    ['EFG 2 R { }', 'game.efg:1:9: the title, in quotes, is expected here, not {'],
    ['EFG 2 R "open', 'game.efg:1:9: this quote is never closed'],
    ['EFG 2 R "t" { }', 'game.efg:1:13: there are 0 players'],
    [`${opening}`, 'game.efg:2:1: a node is expected here, not the end of the file'],
    [`${opening}x "" 1`, 'game.efg:2:1: "x" does not begin a node'],
    [`${opening}t "" 1 "" { 1 }`, 'game.efg:2:11: 1 payoffs for 2 players'],
    [`${opening}t "" 1 "" { 1 2,5,7 }`, 'game.efg:2:11: 4 payoffs for 2 players'],
    [`${opening}t "" 1 "" { 1 1/0 }`, 'game.efg:2:15: 1/0 is not a finite number'],
    [`${opening}t "" 1 "" { 1 2x }`, 'game.efg:2:15: "2x" is not a number'],
    [`${opening}t "" 4`, 'game.efg:2:6: outcome 4 was not given payoffs'],
    [`${opening}t "" 0 t "" 0`, 'game.efg:2:8: the game is complete before this'],
    [`${opening}p "" 3 1 "" { "a" } 0 t "" 0`, 'game.efg:2:6: there is no player 3'],
    [`${opening}p "" 1 1 0 t "" 0`, 'game.efg:2:10: information set 1 has no moves yet'],
    [`${opening}p "" 1 1 "" { "a" } 0`, 'game.efg:2:22: a node is expected here, not the end of the file'],
    [
      `${opening}c "" 1 "" { "a" 1/2 "b" 1/3 } 0 t "" 0 t "" 0`,
      'game.efg:2:1: the probabilities of a chance move add up to 0.8333333333333333, not to 1',
    ],
    [
      `${opening}p "" 1 1 "s" { "a" "b" } 0\np "" 2 1 "" { "x" } 0\np "" 1 1 "s" { "a" "c" } 0\nt "" 0 t "" 0 t "" 0`,
      'game.efg:4:1: information set "s" of A offers a, c here and a, b elsewhere',
    ],
    [
      `${opening}p "" 1 1 "s" { "a" "b" } 0\np "" 1 1 0 t "" 0 t "" 0 t "" 0`,
      'game.efg:3:1: in information set "s" A has forgotten a move of its own',
    ],
  ])('%j is located', (text, expected) => {
    expect(said(text).split('\n')[0]).toContain(expected);
  });

  it('shows the place with a caret and says what to do', () => {
    expect(said(`${opening}t "" 4`)).toBe(
      ['game.efg:2:6: outcome 4 was not given payoffs', '  t "" 4', '       ^', '  { 1, 0, 1/2 }'].join('\n'),
    );
  });

  it('tells of several faults at once', () => {
    const text = `${opening}p "" 1 1 "" { "a" "b" } 0\nt "" 1 "" { 1 }\nt "" 2 "" { 1 2 3 }`;
    expect(said(text).match(/payoffs for 2 players/g)).toHaveLength(2);
  });

  it('may be absurdly deep or long: it is refused in words', () => {
    const chain = (nodes: number) => `${opening}${'p "" 1 1 "" { "a" } 0\n'.repeat(nodes)}t "" 0`;
    expect(said(chain(5_000))).toContain('the game has more than 2000 moves deep');
    expect(said(chain(250_000))).toContain('the game has more than 200000 nodes');
  });
});
