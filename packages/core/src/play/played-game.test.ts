import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madePlayable, madeSetup, playOn, textOf } from '../../tests/made-game.ts';
import { ids, playedOut } from '../../tests/played-out.ts';
import { InputError } from '../problems/problem.ts';
import {
  branchOf,
  branchOff,
  compareBranches,
  type GameSetup,
  goOn,
  goTo,
  loadGame,
  play,
  readSavedGame,
  replay,
  type Seat,
  saveGame,
  startGame,
  stateOf,
  takeBack,
  turnOf,
  undo,
  viewOf,
} from './index.ts';

const anySeat = fc.constantFrom<Seat>('person', 'solution', ...ids);
const anySetup = fc.record({
  seats: fc.tuple(anySeat, anySeat, anySeat),
  seed: fc.string(),
  news: fc.constant([]),
}) as fc.Arbitrary<GameSetup>;
const anyGame = fc.tuple(fc.integer({ min: 1, max: 12 }), anySetup, fc.infiniteStream(fc.nat(1000)));

const playables = new Map<number, ReturnType<typeof madePlayable>>();
const playableOf = (trade: number) => {
  const known = playables.get(trade) ?? madePlayable(trade);
  playables.set(trade, known);
  return known;
};
const picking = (numbers: Iterator<number>) => (moves: readonly string[]) =>
  numbers.next().value % moves.length;

const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ code }) => code).join();
    throw error;
  }
  return undefined;
};

describe('a played game', () => {
  it('is rebuilt from the patches of its log to the same state, byte for byte', () => {
    fc.assert(
      fc.property(anyGame, ([trade, setup, numbers]) => {
        const playable = playableOf(trade);
        const game = playOn(playable, startGame(playable, setup), picking(numbers));
        const log = JSON.parse(JSON.stringify(branchOf(game).log));
        expect(JSON.stringify(replay(game.start, log))).toBe(textOf(game));
        expect(turnOf(playable, setup, stateOf(game)).kind).toBe('over');
      }),
      { numRuns: 100 },
    );
  });

  it('is taken back event by event to where it began, through the states that it came by', () => {
    fc.assert(
      fc.property(anyGame, ([trade, setup, numbers]) => {
        const playable = playableOf(trade);
        const texts: string[] = [];
        let game = startGame(playable, setup);
        for (; turnOf(playable, setup, stateOf(game)).kind !== 'over'; ) {
          texts.push(textOf(game));
          game = playOn(playable, game, picking(numbers), 1);
        }
        for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
          game = undo(game);
          expect(textOf(game)).toBe(text);
        }
        expect(undo(game)).toBe(game);
        expect(textOf(game)).toBe(JSON.stringify(game.start));
      }),
      { numRuns: 40 },
    );
  });

  it('goes on after it has been saved and taken up again as it would have, byte for byte', () => {
    fc.assert(
      fc.property(anyGame, fc.nat(30), ([trade, setup, numbers], events) => {
        const playable = playableOf(trade);
        const drawn = Array.from({ length: 200 }, () => numbers.next().value as number);
        const half = playOn(playable, startGame(playable, setup), picking(drawn.values()), events);
        const taken = loadGame(playable, readSavedGame(saveGame(playable, half, '1'), 'a.json', '1'));
        expect(JSON.stringify(taken)).toBe(JSON.stringify(half));
        const on = drawn.slice(100);
        expect(JSON.stringify(playOn(playable, taken, picking(on.values())))).toBe(
          JSON.stringify(playOn(playable, half, picking(on.values()))),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('between strategies alone is the game that they play without a table', () => {
    // Chance is drawn from other streams: only strategies that draw nothing, and no news, can be compared.
    const playable = madePlayable(5, { news: [] });
    for (const own of ['boulware', 'conceder', 'grim', 'best-response']) {
      const game = goOn(playable, startGame(playable, { seats: [own, own, own], seed: 'x', news: [] }));
      const { log, scores } = playedOut(playable, own);
      expect(stateOf(game).moves).toEqual(log);
      expect(stateOf(game).scores).toEqual(scores);
    }
  });

  it('draws the same again after a move has been taken back, and something else by another seed', () => {
    const playable = madePlayable(3);
    const first = goOn(playable, startGame(playable, madeSetup));
    const [party] = [1];
    const move = viewOf(playable, madeSetup, stateOf(first), party).moves[0]!.move;
    const on = goOn(playable, play(playable, first, { type: 'move', party, move }));
    const back = takeBack(on);
    expect(textOf(back)).toBe(textOf(first));
    expect(back.takenBack).toBe(1);
    expect(textOf(goOn(playable, play(playable, back, { type: 'move', party, move })))).toBe(textOf(on));
    const ends = ['1', '2', '3', '4', '5', '6'].map((seed) =>
      textOf(goOn(playable, startGame(playable, { seats: ['random', 'random', 'random'], seed, news: [] }))),
    );
    expect(new Set(ends).size).toBeGreaterThan(3);
    // From another stream each time: the news of one review does not tell that of the next.
    const news = Array.from({ length: 12 }, (_, seed) => {
      const setup: GameSetup = { seats: ['grim', 'grim', 'grim'], seed: `${seed}`, news: [] };
      const { moves } = stateOf(goOn(playable, startGame(playable, setup)));
      return moves.filter(({ players }) => players.length === 0).map((one) => one.move);
    });
    const pairs = news.filter((own) => own.length > 1);
    expect(pairs.length).toBeGreaterThan(3);
    expect(pairs.some(([one, next]) => one !== next)).toBe(true);
  });
});

describe('what-if branches', () => {
  const playable = madePlayable(3);
  const first = goOn(playable, startGame(playable, madeSetup));
  const other = playOn(playable, branchOff(first, 'what if'), (moves) => moves.length - 1);

  it('leave the trunk as it was, and can be gone back to', () => {
    const back = goTo(other, 'trunk');
    expect(textOf(back)).toBe(textOf(first));
    expect(textOf(goTo(back, 'what if'))).toBe(textOf(other));
    const done = playOn(playable, back, () => 0);
    expect(textOf(goTo(done, 'what if'))).toBe(textOf(other));
  });

  it('are set beside each other from the move on in which they differ', () => {
    const done = playOn(playable, goTo(other, 'trunk'), () => 0);
    const { common, first: moves, prospects } = compareBranches(playable, done, 'trunk', 'what if');
    expect(common).toBe(stateOf(first).moves.length);
    expect(moves.map((one) => one?.move)).toEqual(
      ['trunk', 'what if'].map((name) => stateOf(goTo(done, name)).moves[common]!.move),
    );
    expect(moves[0]!.move).not.toBe(moves[1]!.move);
    expect(prospects.map(({ worth }) => worth)).toEqual(
      ['trunk', 'what if'].map((name) => stateOf(goTo(done, name)).scores),
    );
  });

  it('outlive an undo of the trunk beyond where they left it', () => {
    let back = goTo(other, 'trunk');
    while (undo(back) !== back) back = undo(back);
    expect(textOf(goTo(back, 'what if'))).toBe(textOf(other));
  });

  it('are refused where the name is taken, missing or long, and so is going to one that is not', () => {
    expect(codeOf(() => branchOff(other, 'what if'))).toBe('branch-name');
    for (const name of ['', ' ', 'x'.repeat(61), 'a\nb'])
      expect(codeOf(() => branchOff(other, name))).toBe('branch-name');
    expect(codeOf(() => goTo(other, 'what it'))).toBe('no-branch');
  });
});

describe('sealed answers', () => {
  const playable = madePlayable(3, { news: [] });
  const setup: GameSetup = { seats: ['person', 'person', 'person'], seed: '1', news: [] };
  const start = startGame(playable, setup);
  const sealed = play(playable, start, { type: 'move', party: 2, move: 'join' });

  it('wait for the other without showing it to anybody else', () => {
    const { moves, sealed: held } = stateOf(sealed);
    expect([moves, held]).toEqual([[], [{ party: 2, move: 'join' }]]);
    const own = viewOf(playable, setup, stateOf(sealed), 2);
    expect([own.sealed, own.moves]).toEqual(['join', []]);
    for (const party of [0, 1]) {
      expect(JSON.stringify(viewOf(playable, setup, stateOf(sealed), party))).toBe(
        JSON.stringify({ ...viewOf(playable, setup, stateOf(start), party), waitingFor: [1] }),
      );
    }
  });

  it('are shown together, whoever answers first', () => {
    const after = play(playable, sealed, { type: 'move', party: 1, move: 'apart' });
    expect(stateOf(after).moves).toEqual([
      { year: 2026, players: [1, 2], about: 'caucus', move: 'apart / join' },
    ]);
    expect(stateOf(after).sealed).toEqual([]);
    const turned = play(playable, play(playable, start, { type: 'move', party: 1, move: 'apart' }), {
      type: 'move',
      party: 2,
      move: 'join',
    });
    expect(textOf(turned)).toBe(textOf(after));
  });

  it('are both given anew once one of them is taken back: each has seen the other', () => {
    const after = play(playable, sealed, { type: 'move', party: 1, move: 'apart' });
    for (const party of [1, 2, undefined]) {
      const back = takeBack(after, party);
      expect(textOf(back)).toBe(textOf(start));
      expect(back.takenBack).toBe(2);
    }
    expect(textOf(takeBack(sealed, 2))).toBe(textOf(start));
    expect(takeBack(sealed, 1)).toBe(sealed);
  });

  it('cannot be opened by trying: no what-if begins while one is sealed', () => {
    expect(codeOf(() => branchOff(sealed, 'peek'))).toBe('sealed');
    expect(branchOff(start, 'peek').branch).toBe('peek');
  });
});

describe('an event that cannot be', () => {
  const playable = madePlayable(3, { news: [] });
  const setup: GameSetup = { seats: ['person', 'person', 'solution'], seed: '1', news: [] };
  const start = startGame(playable, setup);
  const at = (event: Parameters<typeof play>[2], game = start) => {
    const before = JSON.stringify(game);
    try {
      play(playable, game, event);
    } catch (error) {
      expect(JSON.stringify(game)).toBe(before);
      if (error instanceof InputError) return error.problems[0];
      throw error;
    }
    return undefined;
  };

  it('is refused with what is possible, and changes nothing', () => {
    expect(at({ type: 'move', party: 1, move: 'jion' })).toEqual({
      code: 'illegal-move',
      message: 'CAN cannot "jion" in 2026, about "caucus"',
      advice: 'did you mean "join"?',
    });
    expect(at({ type: 'move', party: 1, move: 'confirm' })).toMatchObject({ code: 'illegal-move' });
    expect(at({ type: 'move', party: 0, move: 'no offer' })).toMatchObject({ code: 'not-your-turn' });
    expect(at({ type: 'move', party: 2, move: 'join' })).toMatchObject({ code: 'not-a-person' });
    expect(at({ type: 'move', party: 7, move: 'join' })).toMatchObject({ code: 'not-a-person' });
    expect(at({ type: 'go-on' })).toMatchObject({ code: 'not-their-turn' });
    const over = playOn(playable, start, () => 0);
    expect(at({ type: 'go-on' }, over)).toMatchObject({ code: 'game-over' });
  });

  it('is a prediction of what is no move, of oneself, of one not at turn, twice, or that is not one', () => {
    const predict = (of: number, chances: Record<string, number>, game = start) =>
      at({ type: 'predict-move', party: 1, of, chances }, game)?.code;
    expect(predict(2, { join: 1 })).toBeUndefined();
    expect(predict(1, { join: 1 })).toBe('nothing-to-predict');
    expect(predict(0, { 'no offer': 1 })).toBe('nothing-to-predict');
    expect(predict(2, { accept: 1 })).toBe('illegal-move');
    expect(predict(2, { join: 0.7, apart: 0.7 })).toBe('not-probabilities');
    expect(predict(2, { join: 2, apart: -1 })).toBe('not-probabilities');
    expect(predict(2, {})).toBe('not-probabilities');
    const once = play(playable, start, { type: 'predict-move', party: 1, of: 2, chances: { join: 1 } });
    expect(predict(2, { join: 1 }, once)).toBe('already-predicted');
    const flow = (importer: number, exporter: number, change: number) =>
      at({ type: 'predict-flow', party: 1, importer, exporter, change })?.code;
    expect([flow(0, 1, -3), flow(0, 0, 1), flow(0, 5, 1), flow(0, 1, Number.NaN), flow(0, 1, -101)]).toEqual([
      undefined,
      'no-flow',
      'no-flow',
      'no-change',
      'no-change',
    ]);
  });
});
