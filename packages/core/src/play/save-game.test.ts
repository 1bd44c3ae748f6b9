import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madePlayable, madeSetup, playOn } from '../../tests/made-game.ts';
import { InputError, type Problem } from '../problems/problem.ts';
import { checksumOf } from './checksum.ts';
import { branchOff, goOn, loadGame, readSavedGame, saveGame, startGame } from './index.ts';

const playable = madePlayable(3);
const game = playOn(
  playable,
  branchOff(
    playOn(playable, goOn(playable, startGame(playable, madeSetup)), () => 0, 5),
    'what if',
  ),
  () => 1,
  3,
);
const text = saveGame(playable, game, '1.0');

function problemOf(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.problems[0]!;
    throw error;
  }
  throw new Error('nothing was refused');
}
const reading = (json: string, version = '1.0') =>
  problemOf(() => loadGame(playable, readSavedGame(json, 'g.json', version)));
/** Somebody who knows how the checksum is made. */
const forged = (change: (held: Record<string, never>) => void) => {
  const whole = JSON.parse(text);
  change(whole.game);
  whole.checksum = checksumOf(JSON.stringify(whole.game));
  return JSON.stringify(whole);
};

describe('a saved game', () => {
  it('is read back with its branches', () => {
    const back = loadGame(playable, readSavedGame(text, 'g.json', '1.0'));
    expect(JSON.stringify(back)).toBe(JSON.stringify(game));
    expect(readSavedGame(text, 'g.json', '1.0').case).toBe('made');
  });

  it('is refused at every place at which it may be cut off', () => {
    for (let end = 0; end < text.trimEnd().length; end += 97) {
      const { code } = reading(text.slice(0, end));
      expect(code).toBe(end < 30 ? 'not-json' : 'cut-off');
    }
  });

  it('is refused where a hand has changed any figure or word of it', () => {
    const edits = [
      text.replace('"seed": "1"', '"seed": "2"'),
      text.replace('"takenBack": 0', '"takenBack": 1'),
      text.replace(/"checksum": "./, '"checksum": "x'),
      text.replace('"boulware"', '"conceder"'),
    ];
    for (const edit of edits) {
      expect(edit).not.toBe(text);
      expect(reading(edit)).toEqual({
        code: 'edited',
        message: 'g.json has been changed since it was saved',
        advice: 'go on from a copy that nobody has edited',
      });
    }
  });

  it('with a byte changed anywhere is refused with a message, or is the same game', () => {
    const bytes = Buffer.from(text);
    const isAnother = (at: number, to: number) => {
      const edited = Buffer.from(bytes);
      edited[at] = to;
      try {
        const back = loadGame(playable, readSavedGame(edited.toString(), 'g.json', '1.0'));
        return JSON.stringify(back) !== JSON.stringify(game);
      } catch (error) {
        if (error instanceof InputError) return false;
        throw error;
      }
    };
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, to) => !isAnother(at, to)),
      { numRuns: 500 },
    );
  });

  it('is refused where it is not one', () => {
    expect(reading('').code).toBe('not-json');
    for (const other of ['null', '[]', '3', '"a"', '{"format": "else"}']) {
      expect(reading(other).code).toBe('not-a-game');
    }
    expect(reading(forged((held) => Object.assign(held, { takenBack: -1 }))).code).toBe('not-a-game');
    expect(reading(forged((held) => Object.assign(held, { branch: 'nowhere' }))).code).toBe('not-a-game');
  });

  it('is refused by another version, of the form or of the program', () => {
    expect(reading(text.replace('"formatVersion": 1', '"formatVersion": 2'))).toMatchObject({
      code: 'other-version',
      message: 'g.json is a saved game of form 2; this version reads form 1',
    });
    expect(reading(text, '2.0')).toMatchObject({
      code: 'other-version',
      message: 'g.json was saved by version 1.0; this is 2.0',
    });
  });

  it('is refused on another case, or where what it rests on has changed', () => {
    const read = readSavedGame(text, 'g.json', '1.0');
    expect(problemOf(() => loadGame({ ...playable, id: 'other' }, read)).code).toBe('other-case');
    expect(problemOf(() => loadGame(madePlayable(4), read))).toMatchObject({
      code: 'other-contents',
      message: 'g.json was played on other stances than there are now',
    });
    const madeOf = { ...playable.madeOf, law: 'new', data: 'new' };
    expect(problemOf(() => loadGame({ ...playable, madeOf }, read)).message).toBe(
      'g.json was played on other trade data, law on record than there are now',
    );
  });

  it('is refused where a forger makes an illegal move, or another outcome', () => {
    const illegal = forged((held: Record<string, { events: { move?: string }[] }[]>) => {
      held['branches']![0]!.events.find(({ move }) => move !== undefined)!.move = 'conquer';
    });
    expect(reading(illegal).code).toBe('illegal-move');
    const elsewhere = forged((held) => Object.assign(held['branches']![0]!, { state: '0' }));
    expect(reading(elsewhere).code).toBe('another-outcome');
  });
});

describe('a checksum', () => {
  it('is FNV-1a of 64 bits', () => {
    // Test vectors of its authors, http://www.isthe.com/chongo/tech/comp/fnv/.
    expect(['', 'a', 'foobar'].map(checksumOf)).toEqual([
      'cbf29ce484222325',
      'af63dc4c8601ec8c',
      '85944171f73967e8',
    ]);
  });
});
