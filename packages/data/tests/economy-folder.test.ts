import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '@usmca-sim/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { economyIn, lawOf } from '../src/index.ts';

const template = fileURLToPath(new URL('../../../docs/economy-template', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'usmca-sim-folder-')), 'mine');
  cpSync(template, folder, { recursive: true });
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

function messageOf(directory: string): string {
  try {
    economyIn(directory);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'loaded';
}

test('a folder is an economy; its hash follows its contents', () => {
  const first = economyIn(folder);
  expect(first.regions).toHaveLength(3);
  expect(economyIn(template).hash).toBe(first.hash);
  writeFileSync(join(folder, 'notes.txt'), 'not part of it');
  expect(economyIn(folder).hash).toBe(first.hash);
  writeFileSync(
    join(folder, 'sectors.csv'),
    'sector,name,kind\nFAR,Farms,goods\nMAN,Industry,goods\nSER,Services,services\n',
  );
  expect(economyIn(folder).hash).not.toBe(first.hash);
});

test('the law of other regions is that of their data alone', () => {
  expect(lawOf(economyIn(folder)).situations.map((situation) => situation.id)).toEqual(['base-year']);
});

test('a folder that is not there, is a file, or lacks files is named', () => {
  expect(messageOf(join(folder, 'nowhere'))).toBe(`there is no folder ${join(folder, 'nowhere')}`);
  expect(messageOf(join(folder, 'regions.csv'))).toContain('is a file, not the folder of an economy');
  rmSync(join(folder, 'regions.csv'));
  expect(messageOf(folder)).toBe(`there is no regions.csv in ${folder}`);
  mkdirSync(join(folder, 'regions.csv'));
  expect(messageOf(folder)).toContain('regions.csv cannot be read');
});
