import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainStability } from './explain.ts';
import { type GraphModel, type GraphModelDescription, graphModel } from './graph-model.ts';
import { preferringAsDemanded, wouldHaveToPrefer } from './inverse.ts';
import { reachable } from './moves.ts';
import { elmira, prisonersDilemma } from './published-conflicts.ts';
import { type StabilityConcept, stabilityConcepts, stabilityOf, stableStates } from './stability.ts';

const concepts = Object.keys(stabilityConcepts) as StabilityConcept[];

/** Random conflicts of two to four players with ties, moves that may lack a way back, and up to seven states. */
const conflicts: fc.Arbitrary<GraphModel> = fc
  .record({ players: fc.integer({ min: 2, max: 4 }), states: fc.integer({ min: 2, max: 7 }) })
  .chain(({ players, states }) => {
    const state = fc.nat(states - 1);
    const move = fc.tuple(state, state).filter(([from, to]) => from !== to);
    const each = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: players, maxLength: players });
    return fc.record({
      title: fc.constant('Random'),
      players: fc.constant(Array.from({ length: players }, (_, i) => `P${i}`)),
      states: fc.constant(Array.from({ length: states }, (_, s) => `S${s}`)),
      moves: each(fc.array(move, { maxLength: 4 * states })),
      preference: each(fc.array(fc.nat(states - 1), { minLength: states, maxLength: states })),
    });
  })
  .map(graphModel);

describe('Elmira', () => {
  // Fang, Hipel and Kilgour (1993), with states numbered from 1.
  const numbered = (states: readonly number[]) => states.map((state) => state + 1);

  it('has the equilibria that are published', () => {
    const { nash, seq, gmr, smr } = stableStates(elmira());
    expect(numbered(nash)).toEqual([5, 8, 9]);
    expect(numbered(seq)).toEqual([5, 8, 9]);
    expect(numbered(gmr)).toEqual([1, 4, 5, 8, 9]);
    expect(numbered(smr)).toEqual([1, 4, 5, 8, 9]);
  });

  it('gives the reason why the local government would leave state 1, and what could deter it', () => {
    const model = elmira();
    // It would insist, state 5; the plant abandoning, state 9, is worst for all and against the plant's own interest.
    expect(explainStability(model, stabilityOf(model, 0, 2, 'seq'))).toEqual({
      stable: false,
      sentences: [
        'Local government could move to "delay, insist", which it prefers to "delay", and nothing deters it (sequential stability)',
      ],
    });
    expect(explainStability(model, stabilityOf(model, 0, 2, 'smr'))).toEqual({
      stable: true,
      sentences: [
        'Local government could move to "delay, insist", which it prefers to "delay", but Plant could then move to "abandon", which Local government likes less, with no way on',
      ],
    });
    expect(explainStability(model, stabilityOf(model, 8, 0, 'nash')).sentences).toEqual([
      'Ministry cannot move away from "abandon"',
    ]);
    expect(explainStability(model, stabilityOf(model, 4, 0, 'nash')).sentences).toEqual([
      'Ministry can reach nothing that it prefers to "delay, insist"',
    ]);
  });

  it('says what the local government would have to prefer for state 1 to last', () => {
    const model = elmira();
    expect(wouldHaveToPrefer(model, 0, 2, 'nash')).toEqual([
      { move: 4, alternatives: [{ noBetterThanHere: [4] }] },
    ]);
    expect(wouldHaveToPrefer(model, 0, 2, 'gmr')).toEqual([]);
  });

  it('lets a group take turns, but nobody twice in a row', () => {
    const model = elmira();
    // From state 1 ministry and plant reach everything without insistence; the local government alone only state 5.
    const reached = (group: number[]) =>
      numbered(reachable(model, group, 0).map(({ to }) => to)).sort((a, b) => a - b);
    expect(reached([0, 1])).toEqual([2, 3, 4, 9]);
    expect(reached([2])).toEqual([5]);
    expect(reached([1, 2])).toEqual([3, 5, 7, 9]);
  });
});

describe("the prisoner's dilemma", () => {
  it('has mutual defection for its only Nash state, and cooperation that foresight keeps', () => {
    // Fang, Hipel and Kilgour (1993), section 3.3.
    const { nash, seq, gmr, smr } = stableStates(prisonersDilemma());
    expect(nash).toEqual([3]);
    for (const states of [gmr, smr, seq]) expect(states).toEqual([0, 3]);
  });

  it('says who would answer defection, and how', () => {
    const model = prisonersDilemma();
    const reason = stabilityOf(model, 0, 0, 'smr');
    expect(reason.temptations).toEqual([
      {
        to: 2,
        sanction: { to: 3, steps: [{ player: 1, from: 2, to: 3 }] },
        wayOn: { best: 1, succeeds: false },
      },
    ]);
    expect(explainStability(model, reason).sentences).toEqual([
      'Row could move to "DC", which it prefers to "CC", but Column could then move to "DD", which Row likes less, with no better way on than "CD"',
    ]);
  });
});

// All of these hold by definition of the concepts; the conflicts are drawn at random.
describe('any conflict', () => {
  const subset = (inner: readonly number[], outer: readonly number[]) =>
    inner.every((state) => outer.includes(state));

  it('has Nash in SEQ in GMR, Nash in SMR in GMR', () => {
    let apart = 0;
    fc.assert(
      fc.property(conflicts, (model) => {
        const { nash, seq, gmr, smr } = stableStates(model);
        expect(subset(nash, seq) && subset(seq, gmr) && subset(nash, smr) && subset(smr, gmr)).toBe(true);
        if (seq.length > nash.length || gmr.length > smr.length) apart++;
      }),
      { numRuns: 300 },
    );
    // The concepts do differ on what is drawn.
    expect(apart).toBeGreaterThan(20);
  });

  it('does not depend on how players and states are numbered, nor on the scale of preferences', () => {
    fc.assert(
      fc.property(conflicts, (model) => {
        const S = model.states.length;
        const turned = graphModel({
          title: 'Turned',
          players: [...model.players].reverse(),
          states: [...model.states].reverse(),
          moves: [...model.movesFrom]
            .reverse()
            .map((own) =>
              own.flatMap((targets, from) =>
                targets.map((to): [number, number] => [S - 1 - from, S - 1 - to]),
              ),
            ),
          preference: [...model.preference]
            .reverse()
            .map((own) => [...own].reverse().map((value) => 3 * value - 7)),
        });
        const there = stableStates(turned);
        const here = stableStates(model);
        for (const concept of concepts) {
          expect(there[concept].map((state) => S - 1 - state).reverse()).toEqual(here[concept]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives sanctions that the others can carry out and that deter', () => {
    let sanctions = 0;
    fc.assert(
      fc.property(conflicts, fc.nat(), fc.nat(), (model, s, p) => {
        const state = s % model.states.length;
        const player = p % model.players.length;
        const own = model.preference[player];
        for (const concept of concepts) {
          for (const { to, sanction } of stabilityOf(model, state, player, concept).temptations) {
            expect(own[to]).toBeGreaterThan(own[state]);
            if (!sanction) continue;
            sanctions++;
            expect(own[sanction.to]).toBeLessThanOrEqual(own[state]);
            let at = to;
            let last = -1;
            for (const step of sanction.steps) {
              expect(step.from).toBe(at);
              expect([player, last]).not.toContain(step.player);
              expect(model.movesFrom[step.player][at]).toContain(step.to);
              const theirs = model.preference[step.player];
              if (concept === 'seq') expect(theirs[step.to]).toBeGreaterThan(theirs[at]);
              at = step.to;
              last = step.player;
            }
            expect(at).toBe(sanction.to);
          }
        }
      }),
      { numRuns: 1000 },
    );
    expect(sanctions).toBeGreaterThan(200);
  });

  it('tells of the sanctions that deter one of the fewest moves, of those the worst', () => {
    let chosen = 0;
    fc.assert(
      fc.property(conflicts, fc.nat(), fc.nat(), (model, s, p) => {
        const state = s % model.states.length;
        const player = p % model.players.length;
        const own = model.preference[player];
        const others = model.players.map((_, i) => i).filter((i) => i !== player);
        for (const { to, sanction } of stabilityOf(model, state, player, 'gmr').temptations) {
          const deterring = reachable(model, others, to).filter((route) => own[route.to] <= own[state]);
          expect(sanction !== undefined).toBe(deterring.length > 0);
          if (!sanction) continue;
          if (deterring.length > 1) chosen++;
          const fewest = Math.min(...deterring.map(({ steps }) => steps.length));
          expect(sanction.steps).toHaveLength(fewest);
          const plain = deterring.filter(({ steps }) => steps.length === fewest);
          expect(own[sanction.to]).toBe(Math.min(...plain.map((route) => own[route.to])));
        }
      }),
      { numRuns: 1500 },
    );
    expect(chosen).toBeGreaterThan(30);
  });

  it('is held where a player comes to prefer what it would have to', () => {
    let changed = 0;
    fc.assert(
      fc.property(conflicts, fc.nat(), fc.nat(), fc.nat(), (model, s, p, pick) => {
        const state = s % model.states.length;
        const player = p % model.players.length;
        for (const concept of concepts) {
          const demands = wouldHaveToPrefer(model, state, player, concept);
          const was = stabilityOf(model, state, player, concept).stable;
          expect(demands.length === 0).toBe(was);
          if (was) continue;
          changed++;
          const after = demands.reduce(
            (now, { alternatives }) =>
              preferringAsDemanded(now, state, player, alternatives[pick % alternatives.length]),
            model,
          );
          expect(stabilityOf(after, state, player, concept).stable).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect(changed).toBeGreaterThan(50);
  });
});

describe('what is no conflict', () => {
  const door = { title: 'Door', players: ['Guest'], states: ['out', 'in'] };

  it.each([
    [
      { ...door, moves: [[[0, 2]]], preference: [[0, 1]] },
      /Guest moves from 0 to 2, but the states are 0 to 1/,
    ],
    [{ ...door, moves: [[[1, 1]]], preference: [[0, 1]] }, /Guest moves from "in" to itself/],
    [{ ...door, moves: [], preference: [[0, 1]] }, /moves of 0 and preferences of 1, for 1 players/],
    [{ ...door, moves: [[]], preference: [[0]] }, /preferences for 1 states of 2/],
    [{ ...door, moves: [[]], preference: [[0, Number.NaN]] }, /the preference of Guest for "in" is NaN/],
    [{ ...door, players: [], moves: [], preference: [] }, /at least one player/],
  ])('is refused', (description, message) => {
    expect(() => graphModel(description as unknown as GraphModelDescription)).toThrow(message);
  });

  it('and no question about what is not in it', () => {
    expect(() => stabilityOf(elmira(), 9, 0, 'gmr')).toThrow('there is no state 9: they are 0 to 8');
    expect(() => wouldHaveToPrefer(elmira(), 0, 3, 'gmr')).toThrow('there is no player 3');
  });
});
