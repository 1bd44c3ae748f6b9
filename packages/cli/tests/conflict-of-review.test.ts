import { isFinal, isNegotiated, type PricedReviews, policyKey, priceReviews } from '@usmca-sim/core';
import { type ReviewConflict, reviewConflict } from '@usmca-sim/core/conflict';
import {
  preferringAsDemanded,
  stabilityConcepts,
  stabilityOf,
  stableStates,
  wouldHaveToPrefer,
} from '@usmca-sim/core/stability';
import { describe, expect, it } from 'vitest';
import { openWorld } from '../src/world.ts';

// The conflict of cases of the library, against their reviews.
const silent = { write: () => 0 };
const context = { stdout: silent, stderr: silent, cwd: '/', env: {}, isTerminal: false };
const { economy, law, cases } = await openWorld({}, context);

async function priced(name: string): Promise<PricedReviews> {
  const [scenario] = await cases([name]);
  if (!isNegotiated(scenario!)) throw new Error(`${name} has no negotiation`);
  return priceReviews(economy, law, scenario);
}

/** Every node that a review comes to from a state, by the moves of which the names are allowed. */
function reached({ year: { tree } }: PricedReviews, state: number, allowed: (move: string) => boolean) {
  const found = new Set<number>();
  const open = [tree.begins[state]!].filter((node) => node >= 0);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    for (let c = tree.firstChild[node]!; c < tree.firstChild[node + 1]!; c++) {
      if (allowed(tree.moves[c]!)) open.push(tree.children[c]!);
    }
  }
  return [...found];
}

const movesAt = ({ year: { tree } }: PricedReviews, node: number) =>
  tree.moves.slice(tree.firstChild[node]!, tree.firstChild[node + 1]!);

describe.each([
  // By hand, over the table: duties on Canada and its answers may stand in 11 ways (12 where its answer stood before
  // what it answers), those on Mexico and its answer in 3, and both as often under a notice; 3 · 3 + 4 offers;
  // 3 states after either protocol with Canada and 11 (12) after either with Mexico; 3 extensions.
  ['review-as-it-went', 2 * 33 + 13 + 2 * 3 + 2 * 11 + 3],
  ['after-the-review', 2 * 36 + 13 + 2 * 3 + 2 * 12 + 3],
])('the conflict of %s', async (name, size) => {
  const game = await priced(name);
  const { year } = game;
  const { tree, table, states: gameStates } = year;
  const conflict: ReviewConflict = reviewConflict(game);
  const { states, moves, model } = conflict;

  it(`has ${size} states`, () => expect(states).toHaveLength(size));

  it('has every state in which a review can end', () => {
    const held = new Set(states.filter(({ offer }) => !offer).map((one) => policyKey(gameStates[one.held]!)));
    const ends = reached(game, year.start, () => true).flatMap((node) => {
      const end = tree.ends[node]!;
      return end < 0 ? [] : [policyKey(gameStates[end]!)];
    });
    expect(ends.length).toBeGreaterThan(30);
    for (const end of ends) expect(held).toContain(end);
  });

  it('has the measures of the review in every state, whatever the news and the caucus', () => {
    const quiet = /^(hold|no offer|no news|join|apart)\b/;
    const news = table.news.map(({ id }) => id);
    states.forEach(({ at, offer, notice }, state) => {
      if (offer || notice) return;
      const nodes = reached(game, at, (move) => quiet.test(move) || news.includes(move));
      table.parties.forEach((_, player) => {
        const measures = nodes
          .filter((node) => tree.about[node] === 'measures' && tree.player[node] === player)
          .flatMap((node) => movesAt(game, node))
          .filter((move) => move !== 'hold');
        const own = moves.filter(
          (one) => one.player === player && one.from === state && one.about === 'measures',
        );
        expect(new Set(own.map(({ move }) => move))).toEqual(new Set(measures));
      });
    });
  });

  it('has the offers of the review, and answers to each', () => {
    const asked = new Set(
      reached(game, year.start, () => true)
        .map((node) => tree.about[node]!)
        .filter((about) => /^(confirm|answer to) /.test(about)),
    );
    const answers = moves.filter(({ about }) => /^(confirm|answer to) /.test(about));
    expect(new Set(answers.map(({ about }) => about))).toEqual(asked);
    expect(asked.size).toBe(7);
  });

  it('leaves what is signed as it is', () => {
    for (const { from, to } of moves) {
      const [before, after] = [gameStates[states[from]!.at]!, gameStates[states[to]!.at]!];
      if (before.packages.length > 0) expect(after.packages).toEqual(before.packages);
      expect(isFinal(before.regime)).toBe(false);
    }
  });

  it('has for Nash states those that nobody gains by leaving', () => {
    const left = new Set(
      moves.flatMap(({ player, from, to }) => {
        const own = model.preference[player]!;
        return own[to]! > own[from]! ? [from] : [];
      }),
    );
    const { nash, seq, gmr, smr } = stableStates(model);
    expect(nash).toEqual([...states.keys()].filter((state) => !left.has(state)));
    for (const [inner, outer] of [
      [nash, seq],
      [seq, gmr],
      [nash, smr],
      [smr, gmr],
    ] as const)
      expect(outer).toEqual(expect.arrayContaining([...inner]));
  });

  it('makes a state stable when its government prefers what it would have to', () => {
    let imposed = 0;
    for (const concept of Object.keys(stabilityConcepts) as (keyof typeof stabilityConcepts)[]) {
      for (let state = 0; state < states.length; state += 3) {
        for (const player of [0, 1, 2]) {
          const demands = wouldHaveToPrefer(model, state, player, concept);
          if (demands.length === 0) continue;
          imposed++;
          const after = demands.reduce(
            (now, { alternatives }) => preferringAsDemanded(now, state, player, alternatives.at(-1)!),
            model,
          );
          expect(stabilityOf(after, state, player, concept).stable).toBe(true);
        }
      }
    }
    expect(imposed).toBeGreaterThan(50);
  });
});
