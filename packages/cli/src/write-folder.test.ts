import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '@usmca-sim/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFolder } from './write-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usmca-sim-'));
  writeFileSync(join(folder, 'a.md'), 'old a');
  writeFileSync(join(folder, 'b.csv'), 'old b');
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string) => readFileSync(join(folder, name), 'utf8');
const leftAsItWas = () => {
  expect([file('a.md'), file('b.csv')]).toEqual(['old a', 'old b']);
  expect(readdirSync(folder).sort()).toEqual(['a.md', 'b.csv']);
};

describe('files of a folder', () => {
  it('take the place of those before, in pieces however many', () => {
    const pieces = Array.from({ length: 30_000 }, (_, at) => `row ${at}, é\n`);
    const written = writeFolder(
      '.',
      [
        { name: 'a.md', pieces: ['new ', 'a'] },
        { name: 'b.csv', pieces },
        { name: 'c.json', pieces: [] },
      ],
      folder,
    );
    expect(written).toEqual(['a.md', 'b.csv', 'c.json']);
    expect([file('a.md'), file('b.csv'), file('c.json')]).toEqual(['new a', pieces.join(''), '']);
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'b.csv', 'c.json']);
  });

  it('stay as they were when a later one cannot be written', () => {
    const failing = function* () {
      yield 'x'.repeat(200_000);
      throw new Error('no more');
    };
    const files = [
      { name: 'a.md', pieces: ['new a'] },
      { name: 'b.csv', pieces: failing() },
    ];
    expect(() => writeFolder('.', files, folder)).toThrow('no more');
    leftAsItWas();
  });

  it('come back when a later one cannot be put in its place', () => {
    const vanishing = function* () {
      yield 'new b';
      for (const name of readdirSync(folder)) if (/^\.a\.md\..*tmp$/.test(name)) rmSync(join(folder, name));
    };
    const files = [
      { name: 'c.json', pieces: ['new c'] },
      { name: 'a.md', pieces: ['new a'] },
      { name: 'b.csv', pieces: vanishing() },
    ];
    expect(() => writeFolder('.', files, folder)).toThrow(InputError);
    leftAsItWas();
  });

  it('do not replace a folder', () => {
    mkdirSync(join(folder, 'c.json'));
    const files = [
      { name: 'a.md', pieces: ['new a'] },
      { name: 'c.json', pieces: ['new c'] },
    ];
    expect(() => writeFolder('.', files, folder)).toThrow('c.json: this is a folder');
    rmSync(join(folder, 'c.json'), { recursive: true });
    leftAsItWas();
  });
});
