import { describe, expect, it } from 'vitest';
import { madePlayable } from '../../tests/made-game.ts';
import { dealOutcomes, payoffsOf } from '../deals/index.ts';
import type { Escalation } from '../negotiation/table.ts';
import { stabilityOf, stableStates } from '../stability/index.ts';
import { type ConflictState, jointGains, reviewConflict, stateAfterFirstReview } from './index.ts';

// A package for all two ways, a protocol with each, a threat of the United States and Canada's answer to it.
const { priced: game } = madePlayable();
const conflict = reviewConflict(game);
const { states, moves, model } = conflict;
const { packages, parties } = game.year.table;
const namesFrom = (state: number, player: number) =>
  moves.filter((one) => one.from === state && one.player === player).map(({ move }) => move);
const go = (from: number, ...names: readonly string[]) =>
  names.reduce((at, name) => moves.find((one) => one.from === at && one.move === name)!.to, from);
const signedIn = ({ signed }: ConflictState) => (signed === undefined ? undefined : packages[signed]!.id);

describe('the options of a review year', () => {
  it('begin with offers, measures and notice, of whoever may', () => {
    expect(namesFrom(0, 0)).toEqual([
      'offer clean',
      'offer content',
      'offer side-can to CAN',
      'offer side-mex to MEX',
      'impose threat',
      'give notice',
    ]);
    // Nothing stands that Canada could answer; Mexico has no measure.
    expect([namesFrom(0, 1), namesFrom(0, 2)]).toEqual([[], []]);
  });

  it('let both partners confirm in either order, and either end it', () => {
    const offered = go(0, 'offer clean');
    for (const player of [1, 2]) expect(namesFrom(offered, player)).toEqual(['confirm', 'refuse']);
    expect(namesFrom(offered, 0)).toEqual([]);
    const ends = moves
      .filter(({ from, move }) => from === offered && move === 'confirm')
      .map(({ to }) => go(to, 'confirm'));
    expect(new Set(ends).size).toBe(1);
    expect(signedIn(states[ends[0]!]!)).toBe('clean');
    expect(go(offered, 'refuse')).toBe(0);
  });

  it('do not unsign what is signed, nor impose what a protocol has ended', () => {
    for (const { from, to } of moves) {
      if (states[from]!.signed !== undefined) expect(states[to]!.signed).toBe(states[from]!.signed);
    }
    const withCanada = go(0, 'offer side-can to CAN', 'accept');
    const withMexico = go(0, 'offer side-mex to MEX', 'accept');
    const extended = go(0, 'offer clean', 'confirm', 'confirm');
    const open = (state: number) => moves.filter(({ from }) => from === state).map(({ move }) => move);
    expect([open(withCanada), open(withMexico), open(extended)]).toEqual([[], ['impose threat'], []]);
  });

  it('let an answer last as long as what it answers, under a notice as well', () => {
    for (const lead of [[], ['give notice']]) {
      const threatened = lead.length > 0 ? go(0, 'impose threat', ...lead) : go(0, 'impose threat');
      const answered = go(threatened, 'impose answer');
      expect(states[answered]!).toMatchObject({ imposed: [0, 1], notice: lead.length > 0 });
    }
    expect(go(0, 'impose threat', 'impose answer', 'lift threat')).toBe(0);
    expect(go(0, 'impose threat', 'give notice', 'take the notice back')).toBe(go(0, 'impose threat'));
  });
});

describe('what governments prefer', () => {
  it('is a deal as bargaining counts it', () => {
    for (const { packages: signed, parts } of dealOutcomes(game).filter((one) => one.packages.length === 1)) {
      // A protocol with Mexico leaves the threat to Canada open; the others end it.
      if (packages[signed[0]!]!.with === 'MEX') continue;
      const state = states.findIndex((one) => one.signed === signed[0] && one.imposed.length === 0);
      const worth = model.preference.map((own) => own[state]!);
      expect(worth).toEqual(payoffsOf({ id: '', parts }).map((value) => expect.closeTo(value, 7)));
    }
  });

  it('is what every review pays where nobody moves, what is announced and let lie among it', () => {
    const { yearly, last, patience } = game.values;
    expect(patience).toEqual([0.9, 0.9, 0.9]);
    // Three reviews; a tenth of an audience cost of 0.2 at each, the United States alone.
    const letLie = (i: number) => (i === 0 ? 0.02 : 0);
    const at = 3 * game.year.start;
    const worth = [0, 1, 2].map((i) => 2.71 * (yearly[at + i]! - letLie(i)) + 0.729 * last[at + i]!);
    expect(model.preference.map((own) => own[0]!)).toEqual(worth.map((value) => expect.closeTo(value, 7)));
    // A tenth of an audience cost of 0.2.
    const aYear = reviewConflict(game, 'yearly').model.preference.map((own) => own[0]!);
    expect(aYear).toEqual([0, 1, 2].map((i) => expect.closeTo(yearly[at + i]! - letLie(i), 7)));
  });

  it('is the same for an offer as for the state that it is made in', () => {
    states.forEach(({ offer }, state) => {
      if (offer) for (const own of model.preference) expect(own[state]).toBe(own[0]);
    });
  });

  it('has an agreement as a joint gain where all who sign prefer it', () => {
    const gains = jointGains(game.year.table, conflict);
    expect(gains.length).toBeGreaterThan(0);
    for (const { signed, imposed } of states) {
      if (signed === undefined || imposed.length > 0) continue;
      const state = states.findIndex((one) => one.signed === signed && one.imposed.length === 0);
      const { with: partner } = packages[signed]!;
      const signers = [0, 1, 2].filter((i) => i === 0 || [parties[i], 'both'].includes(partner));
      const all = signers.every((i) => model.preference[i]![state]! > model.preference[i]![0]!);
      expect(gains.some((gain) => gain.state === state)).toBe(all);
    }
  });
});

describe('what is stable', () => {
  it('is under Nash what nobody can gain by leaving', () => {
    const gains = (state: number) =>
      moves.some(
        ({ player, from, to }) =>
          from === state && model.preference[player]![to]! > model.preference[player]![state]!,
      );
    const nash = states.flatMap((_, state) => (gains(state) ? [] : [state]));
    expect(stableStates(model).nash).toEqual(nash);
    expect(nash.length).toBeLessThan(states.length);
  });

  it('is an extension, whatever it is worth: nobody can leave it', () => {
    const extended = go(0, 'offer content', 'confirm', 'confirm');
    for (const player of [0, 1, 2])
      expect(stabilityOf(model, extended, player, 'nash').temptations).toEqual([]);
  });
});

describe('where a path of the solved game stands', () => {
  const step = (move: string) => ({ year: 2026, players: [], about: '', move, probability: 1 }) as never;
  it('is the state with the same law, whatever the trust', () => {
    const begin = ['calm', 'join / join', 'turn to both', 'offer clean', 'confirm / confirm'];
    expect(stateAfterFirstReview(game, conflict, begin.map(step))).toBe(
      go(0, 'offer clean', 'confirm', 'confirm'),
    );
    const notice = ['calm', 'apart / apart', 'no offer', 'give notice', 'leave'];
    expect(stateAfterFirstReview(game, conflict, notice.map(step))).toBe(go(0, 'give notice'));
  });
});

describe('a conflict that nobody could read', () => {
  it('is refused with its size', () => {
    const threat = (k: number): Escalation => ({
      id: `threat-${k}`,
      title: `Threat ${k}`,
      by: 'USA',
      against: 'CAN',
      standing: false,
      effects: [],
      cost: 0,
      announced: 0,
      answers: [],
      because: 'for a test',
    });
    const { priced } = madePlayable(3, { escalations: [0, 1, 2, 3, 4, 5, 6].map(threat) });
    // 2^7 in force, with notice, and under a protocol with Mexico; 1 with Canada, 2 extensions; 2·3 + 2 offers.
    expect(() => reviewConflict(priced)).toThrow(/395 states, and at most 300/);
  });
});
