import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeFolder } from './make-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usmca-sim-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Another run, which makes the folder just before this one does. */
const other = vi.hoisted(() => ({ isFaster: false }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const mkdirSync = (path: string) => {
    if (other.isFaster) fs.mkdirSync(path);
    return fs.mkdirSync(path);
  };
  return { ...fs, mkdirSync };
});

describe('a folder', () => {
  it.each([false, true])('is made with those above it, another run being faster: %s', (isFaster) => {
    other.isFaster = isFaster;
    const full = makeFolder('a/b', folder);
    other.isFaster = false;
    expect(full).toBe(join(folder, 'a/b'));
    expect(statSync(full).isDirectory()).toBe(true);
    expect(makeFolder('a/b', folder)).toBe(full);
  });

  it('is not made where a file is', () => {
    writeFileSync(join(folder, 'a'), '');
    expect(() => makeFolder('a', folder)).toThrow('cannot write to a: this is a file, not a folder');
    expect(() => makeFolder('a/b', folder)).toThrow('this is a file, not a folder');
  });
});
