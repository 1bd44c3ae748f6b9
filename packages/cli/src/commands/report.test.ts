import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runMainAs } from '../../tests/run-main.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usmca-sim-report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...argv: string[]) => runMainAs({ cwd: folder, isWatched: true }, ...argv);

/** The command that the report in a folder says it was made with. */
function commandOf(folder: string): string {
  const { sections } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  return sections.find(({ id }: { id: string }) => id === 'reproduction').code[0];
}

describe('report', () => {
  it('writes what was asked for, prints the paths, and says on stderr how far it is', {
    timeout: 60_000,
  }, async () => {
    const { code, stdout, stderr } = await run(
      'report',
      'retaliation-lifted',
      'before-2025',
      '--reference',
      'before-2025',
      '--out',
      'results',
      '--formats',
      'md,csv,json,xlsx',
    );
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: ['report.md', 'facts.csv', 'report.json', 'report.xlsx']
        .map((name) => `${join('results', name)}\n`)
        .join(''),
    });
    expect(stderr).toMatch(/case 2 of 2: before-2025/);
    expect(stderr).toMatch(/writing xlsx, format 4 of 4/);
    expect(readdirSync(join(folder, 'results')).sort()).toEqual([
      'facts.csv',
      'report.json',
      'report.md',
      'report.xlsx',
    ]);
    const report = JSON.parse(readFileSync(join(folder, 'results/report.json'), 'utf8'));
    // The case itself, so that it can be run again.
    const reproduction = report.sections.find(({ id }: { id: string }) => id === 'reproduction');
    expect(reproduction.listings.map(({ title }: { title: string }) => title)).toContainEqual(
      expect.stringMatching(/retaliation-lifted\.yaml$/),
    );
    expect(readFileSync(join(folder, 'results/report.md'), 'utf8')).toContain('## Sources');
  });

  it('keeps the files that a negotiation is made again from', { timeout: 60_000 }, async () => {
    const { code } = await run('report', 'pressure-at-home-low', '--out', '.', '--formats', 'json');
    expect(code).toBe(0);
    const { sections } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    const { listings } = sections.find(({ id }: { id: string }) => id === 'reproduction');
    const names = listings.map(({ title }: { title: string }) => basename(title));
    // The case and its parent, their table, and the stances with those that they extend.
    expect(names.slice(0, 2)).toEqual(['pressure-at-home-low.yaml', 'review-as-it-went.yaml']);
    expect(names).toContain('review-of-2026.yaml');
    expect(names).toContain('canada-low-pressure.yaml');
    expect(names).toContain('canada-conciliatory-under-pressure.yaml');
    expect(new Set(names).size).toBe(names.length);
  });

  it('sets one case against the base year, and lists files as JSON', { timeout: 60_000 }, async () => {
    const { code, stdout } = await run(
      'report',
      'before-2025',
      '--out',
      '.',
      '--formats',
      'csv,json',
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ written: ['facts.csv', 'report.json'] });
  });

  it.each(['levels', 'differences', 'percent'])(
    'writes how to make it again with --show %s',
    {
      timeout: 60_000,
    },
    async (show) => {
      const cases = ['before-2025', 'retaliation-lifted'];
      const first = await run('report', ...cases, '--out', '.', '--formats', 'json');
      expect(first.code).toBe(0);
      // As a page writes it where its reader has chosen so: of an option given twice, the last holds.
      const [, , ...again] = commandOf(folder).split(' ');
      const { code } = await run(...again, '--reference', cases[1]!, '--show', show);
      expect(code).toBe(0);
      expect(commandOf(folder)).toMatch(new RegExp(`--reference ${cases[1]} --show ${show}$`));
      const { reference, sections } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
      expect(reference).toBe(cases[1]);
      const { points = [], sentences = [] } = sections.find(
        ({ id }: { id: string }) => id === 'reproduction',
      );
      expect([...points, ...sentences].join(' ')).toContain(`show ${show}`);
    },
  );

  it('says of a negotiation what may be signed, and what acting together is worth', {
    timeout: 60_000,
  }, async () => {
    const { code } = await run('report', 'review-as-it-went', '--out', '.', '--formats', 'json');
    expect(code).toBe(0);
    const { sections, tables } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    const ids: string[] = sections.map(({ id }: { id: string }) => id);
    expect(ids.filter((id) => /^(negotiation|payoffs|deals|coalitions)/.test(id))).toEqual([
      'negotiation',
      'payoffs',
      'deals-review-as-it-went',
      'coalitions-review-as-it-went',
    ]);
    for (const section of ['Deals that may be signed', 'What acting together is worth']) {
      expect(tables.map((table: { section: string }) => table.section)).toContain(section);
    }
  });

  it.each([
    [['report', 'before-2025'], "required option '-o, --out <dir>' not specified"],
    [['report', 'before-2025', '--out', 'a', '--formats', 'htm,pdf'], 'did you mean "html"?'],
    [['report', 'before-2025', '--out', 'a', '--formats', ','], '--formats names none'],
    [['report', 'before-2025', 'before-2025', '--out', 'a'], 'named twice'],
    [['report', 'before-2025', '--out', 'a', '--reference', 'nowhere'], 'there is no case'],
  ])('%j is bad input', async (argv, words) => {
    const { code, stdout, stderr } = await run(...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says what is wrong with the folder, and writes nothing', async () => {
    writeFileSync(join(folder, 'file'), 'kept');
    const onFile = await run('report', 'before-2025', '--out', 'file', '--formats', 'md');
    expect(onFile).toMatchObject({ code: 2, stdout: '' });
    expect(onFile.stderr).toContain('cannot write to file: this is a file, not a folder');
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('kept');
  });

  it.skipIf(process.getuid?.() === 0)('refuses a folder without permission', async () => {
    chmodSync(folder, 0o500);
    const { code, stderr } = await run('report', 'before-2025', '--out', 'results', '--formats', 'md');
    chmodSync(folder, 0o700);
    expect(code).toBe(2);
    expect(stderr).toContain('permission is missing');
  });

  it('leaves nothing half-written where the disk is full', async () => {
    const { writeFolder } = await import('../write-folder.ts');
    writeFileSync(join(folder, 'report.md'), 'before');
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    function* stopping() {
      yield 'half';
      yield new Uint8Array([1, 2]);
      throw full;
    }
    const files = [
      { name: 'report.md', pieces: ['after'] },
      { name: 'report.xlsx', pieces: stopping() },
    ];
    expect(() => writeFolder('.', files, folder)).toThrow('cannot write to .: the disk is full');
    expect(readdirSync(folder)).toEqual(['report.md']);
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toBe('before');
  });
});
