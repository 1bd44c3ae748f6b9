import { describe, expect, it } from 'vitest';
import { madePlayable, playOn } from '../../tests/made-game.ts';
import { nashPoint } from '../bargaining/index.ts';
import { totalOf } from '../negotiation/payoff.ts';
import { efficientDeals, ReviewWalk } from '../strategies/index.ts';
import {
  answerKey,
  compareBranches,
  debriefOf,
  type GameSetup,
  play,
  roleOf,
  scorePredictions,
  startGame,
  stateOf,
  viewOf,
} from './index.ts';

const playable = madePlayable(3, { news: [] });
const { table, states, start } = playable.game.year;
const setup: GameSetup = { seats: ['person', 'person', 'person'], seed: '1', news: [] };
const begun = startGame(playable, setup);

/** Moves by name, each by who is asked first. */
const after = (...moves: readonly (readonly [party: number, move: string])[]) =>
  moves.reduce((game, [party, move]) => play(playable, game, { type: 'move', party, move }), begun);
const offered = after([1, 'apart'], [2, 'apart'], [0, 'turn to both'], [0, 'offer clean']);

describe('the consequences of a move', () => {
  const view = (game: typeof begun, party: number) => viewOf(playable, setup, stateOf(game), party);

  it('are those of the policy that follows if it is agreed to and nobody does more', () => {
    const extended = states.findIndex(
      ({ regime, packages, trust }) => regime === 'extended' && packages[0] === 0 && trust === 0,
    );
    const [confirm, refuse] = view(offered, 1).moves;
    expect(confirm).toMatchObject({
      move: 'confirm',
      // Concedes nothing in it.
      pays: {},
      leadsTo: {
        state: extended,
        assuming: [{ year: 2026, players: [2], about: 'confirm clean', move: 'confirm' }],
      },
    });
    expect(refuse!.leadsTo).toMatchObject({ state: start, assuming: [] });
    const { outcomes } = playable.priced.priced;
    const [before, then] = [outcomes[start]!, outcomes[extended]!];
    expect(confirm!.leadsTo.realIncome[1]).toBeCloseTo(
      100 * ((100 + then.realIncome[1]!) / (100 + before.realIncome[1]!) - 1),
      12,
    );
    expect(confirm!.leadsTo.flow[0]![1]).toBeCloseTo(100 * (then.flow[0]![1]! / before.flow[0]![1]! - 1), 12);
    expect(refuse!.leadsTo.realIncome).toEqual([0, 0, 0]);
  });

  it('name the answers that they hang on', () => {
    const { moves } = view(after([1, 'apart'], [2, 'apart']), 0);
    const offer = moves.find(({ move }) => move === 'offer side-can to CAN');
    expect(offer!.leadsTo.assuming.map(({ players, move }) => [players, move])).toEqual([[[1], 'accept']]);
  });

  it('hold no payoff of the others', () => {
    expect(JSON.stringify(view(offered, 1))).not.toMatch(/worth|probability|stance/);
  });
});

describe('predictions', () => {
  it('are scored by Brier: 0 certain and right, 2 certain and wrong, 1/2 even', () => {
    const predicted = (chances: Record<string, number>, move: string) => {
      const game = play(playable, offered, { type: 'predict-move', party: 0, of: 1, chances });
      const answered = [
        { party: 1, move },
        { party: 2, move: 'refuse' },
      ].reduce((going, one) => play(playable, going, { type: 'move', ...one }), game);
      expect(scorePredictions(playable, stateOf(game)).moves).toEqual([]);
      return scorePredictions(playable, stateOf(answered)).moves[0]!;
    };
    expect(predicted({ confirm: 1 }, 'confirm')).toMatchObject({ brier: 0, hit: true, made: 'confirm' });
    expect(predicted({ confirm: 1 }, 'refuse')).toMatchObject({ brier: 2, hit: false, made: 'refuse' });
    expect(predicted({ confirm: 0.5, refuse: 0.5 }, 'refuse')).toMatchObject({ brier: 0.5, hit: true });
    // (1 − .3)² + .7²
    expect(predicted({ confirm: 0.7, refuse: 0.3 }, 'refuse').brier).toBeCloseTo(0.98, 12);
  });

  it('of a flow are scored when the review has ended, by direction and by distance', () => {
    const bold = play(playable, offered, {
      type: 'predict-flow',
      party: 1,
      importer: 0,
      exporter: 1,
      change: 5,
    });
    expect(scorePredictions(playable, stateOf(bold)).flows).toEqual([]);
    const done = [1, 2].reduce(
      (game, party) => play(playable, game, { type: 'move', party, move: 'confirm' }),
      bold,
    );
    const [scored] = scorePredictions(playable, stateOf(done), 1).flows;
    const change = viewOf(playable, setup, stateOf(offered), 1).moves[0]!.leadsTo.flow[0]![1]!;
    expect(scored).toMatchObject({ year: 2026, change, error: Math.abs(5 - change), hit: change > 0.05 });
    expect(scorePredictions(playable, stateOf(done), 2).flows).toEqual([]);
  });

  it('of a flow are held against what the review before it has left', () => {
    const harsh = (moves: readonly string[]) =>
      Math.max(
        0,
        moves.findIndex((move) => /apart|no offer|impose/.test(move)),
      );
    const next = playOn(playable, begun, harsh, 6);
    const before = stateOf(next);
    expect(before.review).toBe(1);
    expect(before.state).not.toBe(start);
    const flow = { party: 1, importer: 0, exporter: 1 };
    const predicted = play(playable, next, { type: 'predict-flow', ...flow, change: 5 });
    const held = playOn(
      playable,
      predicted,
      (moves) =>
        Math.max(
          0,
          moves.findIndex((move) => /apart|no offer|hold/.test(move)),
        ),
      6,
    );
    expect(stateOf(held)).toMatchObject({ review: 2, state: before.state });
    expect(scorePredictions(playable, stateOf(held)).flows).toMatchObject([
      { year: 2027, change: 0, error: 5 },
    ]);
  });

  it('are no business of the others', () => {
    const game = play(playable, offered, { type: 'predict-move', party: 0, of: 1, chances: { confirm: 1 } });
    expect(viewOf(playable, setup, stateOf(game), 1)).toEqual(viewOf(playable, setup, stateOf(offered), 1));
    expect(viewOf(playable, setup, stateOf(game), 0).predictions).toHaveLength(1);
  });
});

describe('a debrief', () => {
  const done = [1, 2].reduce(
    (game, party) => play(playable, game, { type: 'move', party, move: 'confirm' }),
    offered,
  );

  it('sets the outcome against the deals, which is one of them', () => {
    const { scores, bargaining, isOver, regime, offers } = debriefOf(playable, done);
    expect([isOver, regime]).toEqual([true, 'extended']);
    const deals = playable.game.deals(0, start).map(({ worth }) => worth);
    expect(deals.some((deal) => deal.every((value, i) => Math.abs(value - scores[i]!) < 1e-12))).toBe(true);
    expect(offers).toEqual([
      {
        year: 2026,
        at: 2,
        move: 'offer clean',
        answers: [
          { party: 1, about: 'confirm clean', move: 'confirm' },
          { party: 2, about: 'confirm clean', move: 'confirm' },
        ],
        agreed: true,
      },
    ]);
    const { disagreement, nash, pareto } = bargaining;
    const efficient = efficientDeals(playable.game);
    expect(new Set(pareto.map(({ worth }) => worth.join()))).toEqual(
      new Set(efficient.map((worth) => worth.join())),
    );
    const better = deals.some((deal) => deal.every((value, i) => value > disagreement[i]!));
    expect(nash !== undefined).toBe(better);
    if (nash) {
      const point = nashPoint({ packages: deals, disagreement });
      expect(nash.deal.worth).toEqual(point.payoffs);
      expect(nash.difference[0]).toBeCloseTo(scores[0]! - point.payoffs[0]!, 12);
    }
  });

  it('holds agreed what one of those asked in turn accepts, and not what one of two refuses', () => {
    const agreedAfter = (...moves: readonly (readonly [number, string])[]) =>
      debriefOf(playable, after(...moves)).offers.map(({ answers, agreed }) => [answers.length, agreed]);
    const inTurn = [
      [1, 'apart'],
      [2, 'apart'],
      [0, 'turn to one after the other'],
      [0, 'offer side-can to CAN, then side-mex to MEX'],
      [1, 'refuse'],
    ] as const;
    expect(agreedAfter(...inTurn)).toEqual([[1, false]]);
    expect(agreedAfter(...inTurn, [2, 'accept'])).toEqual([[2, true]]);
    expect(agreedAfter(...inTurn, [2, 'refuse'])).toEqual([[2, false]]);
    const joint = [
      [1, 'apart'],
      [2, 'apart'],
      [0, 'turn to both'],
      [0, 'offer clean'],
    ] as const;
    expect(agreedAfter(...joint, [1, 'confirm'], [2, 'refuse'])).toEqual([[2, false]]);
  });

  it('of a game that nobody has settled is of an agreement that has expired, and of its trade', () => {
    const { length } = states;
    const { priced } = playable;
    const expiring = {
      ...playable,
      priced: { ...priced, expiredPolicyOf: states.map((_, s) => length - 1 - s) },
    };
    const pick = (moves: readonly string[]) =>
      moves.findIndex((move) => ['apart', 'no offer', 'hold'].includes(move));
    const unsettled = playOn(expiring, begun, (moves) => Math.max(0, pick(moves)));
    expect(states[stateOf(unsettled).state]!.regime).toBe('in-force');
    expect(debriefOf(expiring, unsettled)).toMatchObject({ isOver: true, regime: 'expired' });
    const { trade } = compareBranches(expiring, unsettled, 'trunk', 'trunk').prospects[0];
    expect(trade).toBe(priced.priced.outcomes[length - 1 - stateOf(unsettled).state]);
    expect(compareBranches(expiring, begun, 'trunk', 'trunk').prospects[0].regime).toBe('in-force');
  });

  it('judges every turn of a person by the solved game, and says what decides', () => {
    for (const trade of [1, 2, 3, 4]) {
      const other = madePlayable(trade);
      const played = playOn(other, startGame(other, setup), (moves) => moves.length - 1);
      const { turns, moves } = debriefOf(other, played);
      expect(turns).toHaveLength(moves.reduce((sum, { players }) => sum + players.length, 0));
      for (const { made, best, loses, decidedBy } of turns) {
        expect(loses).toBeGreaterThanOrEqual(0);
        expect(loses).toBeCloseTo(totalOf(best.worth) - totalOf(made.worth), 12);
        expect(decidedBy === undefined).toBe(best === made);
        if (decidedBy) expect(best.worth[decidedBy] - made.worth[decidedBy]).toBeGreaterThan(0);
      }
    }
  });

  it('tells the worth and the probability of moves as strategies have them', () => {
    const walk = new ReviewWalk(playable.game);
    const seen = stateOf(done).moves.flatMap(({ players, move }) => {
      const positions = players.map((player) => walk.positionOf(player).moves);
      walk.take(walk.children.find((k) => playable.game.year.tree.moves[k] === move)!);
      return positions;
    });
    const { turns } = debriefOf(playable, done);
    turns.forEach(({ made, best }, k) => {
      const own = seen[k]!.find(({ move }) => move === made.move)!;
      expect(totalOf(made.worth)).toBeCloseTo(own.worth, 12);
      expect(made.probability).toBeCloseTo(own.probability, 12);
      expect(totalOf(best.worth)).toBeCloseTo(Math.max(...seen[k]!.map(({ worth }) => worth)), 12);
    });
  });
});

describe('a role', () => {
  it('knows what each package is worth to it, as the deals have it', () => {
    const deals = playable.game.deals(0, start);
    for (const party of [0, 1, 2]) {
      const { packages, range } = roleOf(playable, party);
      for (const { worth } of packages) {
        expect(deals.some((deal) => Math.abs(deal.worth[party]! - totalOf(worth!)) < 1e-9)).toBe(true);
      }
      expect(range.reservation).toBe(playable.game.ranges(0, start)[party]!.reservation);
    }
  });

  it('knows its own threats, and what the others could do alone', () => {
    expect(
      table.parties.map((_, party) => roleOf(playable, party).threats.map(({ escalation }) => escalation.id)),
    ).toEqual([['threat'], ['answer'], []]);
    // An answer beside what it answers: the policy with the threat, 1, and with both, 3.
    const [{ effect }] = roleOf(playable, 1).threats as [ReturnType<typeof roleOf>['threats'][number]];
    const tradeUnder = (escalations: number) => {
      const wanted = JSON.stringify({ ...states[start]!, escalations });
      return playable.priced.priced.outcomes[states.findIndex((state) => JSON.stringify(state) === wanted)];
    };
    expect(tradeUnder(1)).toBeDefined();
    expect(effect).toEqual({ before: tradeUnder(1), after: tradeUnder(3) });
    const alone = (party: number) =>
      roleOf(playable, party).outside.flatMap(({ kind, package: pack }) =>
        kind === 'other-alone' ? [pack!.id] : [],
      );
    expect([0, 1, 2].map(alone)).toEqual([[], ['side-mex'], ['side-can']]);
    // As the deal itself leaves trade, before anybody imposes anything.
    const signed = after([1, 'apart'], [2, 'apart'], [0, 'offer side-mex to MEX'], [2, 'accept']);
    const settled = playOn(playable, signed, (moves) => Math.max(0, moves.indexOf('hold')), 3);
    expect(stateOf(settled).review).toBe(1);
    const { trade } = roleOf(playable, 1).outside.find(({ kind }) => kind === 'other-alone')!;
    expect(trade).toBe(playable.priced.priced.outcomes[stateOf(settled).state]);
  });

  it('is known whole to the facilitator alone', () => {
    const { roles, expected, path } = answerKey(playable);
    expect(roles).toEqual([0, 1, 2].map((party) => roleOf(playable, party)));
    const first = playable.game.solution.values[0]!.subarray(3 * playable.game.year.tree.begins[start]!);
    expected.forEach((value, i) => {
      expect(value).toBeCloseTo(first[i]!, 12);
    });
    expect(path.length).toBeGreaterThan(0);
  });
});
