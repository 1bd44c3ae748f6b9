import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { caseFolder } from './case-folder.ts';

// A disk gives the entries of a folder in any order.
const disk = vi.hoisted(() => ({ isReversed: false }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const readdirSync = (path: string) => {
    const entries = fs.readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    return disk.isReversed ? entries.reverse() : entries;
  };
  return { ...fs, readdirSync };
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usmca-sim-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('finds the same first case of a name, whatever the order of the entries', () => {
  mkdirSync(join(folder, 'a'));
  for (const path of ['a/twice.yaml', 'twice.yml', 'once.yaml']) writeFileSync(join(folder, path), '');
  for (const isReversed of [false, true]) {
    disk.isReversed = isReversed;
    expect(() => caseFolder(folder, { shownAs: 'mine' }).ids()).toThrow(
      'two cases in mine are called "twice": a/twice.yaml and twice.yml',
    );
  }
});
