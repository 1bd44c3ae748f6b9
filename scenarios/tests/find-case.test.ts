import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError, parseScenario } from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseFolder, findCase } from '../src/index.ts';

const economy = economy2024();
const context = { economy, law: lawOf(economy) };
let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'usmca-sim-'));
  mkdirSync(join(cwd, 'cases/steel'), { recursive: true });
  mkdirSync(join(cwd, 'twice/a'), { recursive: true });
  writeFileSync(join(cwd, 'cases/steel/mine.yaml'), 'title: Mine\nextends: us-25-on-both\n');
  writeFileSync(join(cwd, 'cases/broken.yaml'), 'title: Mine\nextends: us-25-on-bth\n');
  writeFileSync(join(cwd, 'cases/empty.yaml'), '');
  writeFileSync(join(cwd, 'cases/latin.yaml'), Buffer.from([0x74, 0x3a, 0x20, 0xe9]));
  writeFileSync(join(cwd, 'cases/long.yaml'), '#'.repeat(1_000_001));
  writeFileSync(join(cwd, 'twice/mine.yaml'), 'title: A\n');
  writeFileSync(join(cwd, 'twice/a/mine.yaml'), 'title: B\n');
  writeFileSync(join(cwd, 'secret.csv'), 'importer,exporter,sector,rate\n');
  symlinkSync(join(cwd, 'secret.csv'), join(cwd, 'cases/link.csv'));
  const table = 'extends: us-25-on-both\nchanges: [{ duties: link.csv, as: ordinary, on: 2026-01-01 }]\n';
  writeFileSync(join(cwd, 'cases/linked.yaml'), `title: Linked\n${table}`);
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function problemsOf(name: string, folder?: string): Promise<string> {
  try {
    const { file, files } = findCase(name, {
      cwd,
      ...(folder ? { folder } : {}),
    });
    await parseScenario(file, files, context);
    return 'no problem';
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems
      .map(({ message, advice, place }) => `${place?.file ?? '-'}: ${message}; ${advice ?? '-'}`)
      .join('\n');
  }
}

describe('findCase', () => {
  test('finds a case of the library by its id', async () => {
    const { file, files } = findCase('retaliation-lifted', { cwd });
    expect(file).toBe('the-law-of-2025/retaliation-lifted.yaml');
    expect((await parseScenario(file, files, context)).file).toBe(
      'scenarios/the-law-of-2025/retaliation-lifted.yaml',
    );
  });

  test('finds a file by its path, which may extend a case of the library', async () => {
    const { file, files } = findCase('cases/steel/mine.yaml', { cwd });
    const scenario = await parseScenario(file, files, context);
    expect(scenario.lineage).toEqual(['mine', 'us-25-on-both']);
    expect(scenario.file).toBe('cases/steel/mine.yaml');
  });

  test('finds a case of a folder of one’s own by its id', async () => {
    expect(await problemsOf('mine', 'cases/')).toBe('no problem');
  });

  test.each([
    ['retaliation-lfted', '-: there is no case "retaliation-lfted"; did you mean "retaliation-lifted"?'],
    ['cases/mien.yaml', '-: there is no file cases/mien.yaml; did you mean "mine"?'],
    [
      'twice/retaliation-lfted.yaml',
      '-: there is no file twice/retaliation-lfted.yaml; did you mean "retaliation-lifted"?',
    ],
    [
      'cases/steel/',
      '-: cases/steel/ is a folder, not a case; name a case in it, such as cases/steel/mine.yaml',
    ],
    ['cases/empty.yaml', 'cases/empty.yaml: the file is empty; usmca-sim new writes a case to begin with'],
    ['cases/latin.yaml', '-: cases/latin.yaml is not text in UTF-8; save it again as UTF-8'],
    ['cases/long.yaml', '-: cases/long.yaml is longer than 1 MB; -'],
    [
      'cases/broken.yaml',
      'cases/broken.yaml: there is no case "us-25-on-bth"; did you mean "us-25-on-both"?',
    ],
    [
      'cases/linked.yaml',
      'cases/linked.yaml: cases/link.csv is a link that leaves the folder of the case; -',
    ],
  ])('%s', async (name, message) => {
    expect(await problemsOf(name)).toBe(message);
  });

  test('two cases of one name in a folder', async () => {
    expect(await problemsOf('mine', 'twice')).toBe(
      '-: two cases in twice are called "mine": a/mine.yaml and mine.yaml; give one of the files another name',
    );
  });
});

test('caseFolder lists the cases of a folder and its subfolders', () => {
  expect(caseFolder(join(cwd, 'cases')).ids()).toEqual([
    'broken',
    'empty',
    'latin',
    'linked',
    'long',
    'mine',
  ]);
});
