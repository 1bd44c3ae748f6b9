import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '@usmca-sim/core';
import { afterAll, expect, it } from 'vitest';
import { freeFile, GameFile } from './game-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'usmca-sim-game-'));
afterAll(() => rmSync(folder, { recursive: true }));
const held = (name: string) => readFileSync(join(folder, name), 'utf8');
const refusal = (work: () => void) => {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.problems[0];
    throw error;
  }
  return undefined;
};

it('is whole at any moment, and leaves nothing beside it', () => {
  const file = new GameFile('a.json', folder);
  file.write('one');
  file.write('two');
  expect([held('a.json'), readdirSync(folder)]).toEqual(['two', ['a.json']]);
});

it('is not written over what another program has written since, whoever was first', () => {
  const [mine, theirs] = [freeFile('b', folder), freeFile('b', folder)];
  mine.write('mine');
  expect(refusal(() => theirs.write('theirs'))).toMatchObject({
    code: 'not-alone',
    message: 'b.game.json has been written by another program meanwhile',
  });
  theirs.read();
  theirs.write('theirs');
  expect(refusal(() => mine.write('mine again'))?.code).toBe('not-alone');
  expect(held('b.game.json')).toBe('theirs');
  rmSync(join(folder, 'b.game.json'));
  mine.write('mine again');
  expect(held('b.game.json')).toBe('mine again');
});

it('says why it cannot be written', () => {
  writeFileSync(join(folder, 'c'), '');
  expect(refusal(() => new GameFile('c/d.json', folder).write('x'))?.message).toMatch(
    /^cannot write to c\/d\.json: /,
  );
});
