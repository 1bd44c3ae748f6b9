import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runMain, runMainAs } from '../tests/run-main.ts';

const template = fileURLToPath(new URL('../../../docs/economy-template', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usmca-sim-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]) {
  const ran = await runMainAs({ cwd: folder, columns: 100 }, ...argv);
  expect(ran.stdout + ran.stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  return ran;
}

describe('usage', () => {
  it('prints help, and examples with every command', async () => {
    expect(await run()).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Examples:'),
    });
    const commands = [
      'list',
      'show',
      'run',
      'compare',
      'tariffs',
      'measures',
      'new',
      'validate',
      'data',
      'schema',
    ];
    for (const command of commands) {
      expect(await run(command, '--help')).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('Examples:'),
      });
    }
  });

  it.each([
    [['rum'], 'Did you mean run?'],
    [['list', '--fromat', 'md'], 'Did you mean --format?'],
    [['list', '--format', 'xml'], 'Allowed choices are text, md, csv, json'],
    [['compare', 'before-2025', '--horizon', 'soon'], 'It is a year'],
    [['run'], "missing required argument 'case'"],
    [['show', 'befor-2025'], 'did you mean "before-2025"?'],
    [['show', 'no\u001b[31mwhere'], 'there is no case'],
    [['show', '/nowhere/at-all.yaml'], 'there is no file'],
    [['list', '--economy', 'nowhere'], 'nowhere'],
    [['list', '--scenarios', 'nowhere'], 'no cases in nowhere'],
    [['show', 'before-2025', '--scenarios', 'nowhere'], 'no cases in nowhere'],
    [['run', 'before-2025', '--scenarios', 'nowhere'], 'no cases in nowhere'],
    [['list', '--json', '--format', 'csv'], '--json and --format csv cannot both be'],
  ])('%j is bad input', async (argv, words) => {
    const { code, stdout, stderr } = await run(...argv);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('\u001b');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('list, show, data, schema', () => {
  it('lists the library', async () => {
    const { code, stdout } = await run('list', '--format', 'csv');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^case,title,question\n/);
    expect(stdout).toContain('\nretaliation-lifted,');
  });

  it('shows a case as a versioned document', async () => {
    const { code, stdout } = await run('show', 'retaliation-lifted', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'usmca-sim/report',
      version: 1,
    });
  });

  it('shows the parts of the data asked for', async () => {
    const { code, stdout } = await run('data', '--flows');
    expect(code).toBe(0);
    expect(stdout).toContain('Canada to United States');
    expect(stdout).not.toContain('Iron and steel');
  });

  it('gives the law charge by charge, and every case in rows', async () => {
    const law = await run('data', '--law', '--format', 'csv');
    expect(law.stdout).toMatch(/^measure,title,status,authority,importer,exporters,from,until,decided,rate,/);
    expect(law.stdout).toMatch(/\nus-fentanyl-canada,[^\n]*,law,ieepa,USA,CAN,2025-03-04,/);
    expect((await run('data', '--law')).stdout).toContain('us-fentanyl-canada');
    expect((await run('data', '--law', '--all')).stdout).toContain('CAN-STL-01');
    const { stdout } = await run('show', 'before-2025', '--format', 'csv');
    expect(stdout).toMatch(/^part,text\nTitle,/);
  });

  it('lets the last of several formats hold, and says so', async () => {
    const { code, stdout, stderr } = await run('list', '--format', 'json', '--format', 'csv');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^case,/);
    expect(stderr).toBe('note: --format is there 2 times; the last holds: csv\n');
  });

  it.each([
    [[], 'scenario.schema.json'],
    [['case'], 'scenario.schema.json'],
    [['table'], 'table.schema.json'],
    [['stance'], 'stance.schema.json'],
  ])('prints the JSON Schema that the library has: %j', async (kind, file) => {
    const { code, stdout } = await run('schema', ...kind);
    expect(code).toBe(0);
    const inLibrary = new URL(`../../../scenarios/${file}`, import.meta.url);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(inLibrary, 'utf8')));
    const written = await run('schema', ...kind, '--out', 'mine');
    expect(written).toMatchObject({ code: 0, stdout: '', stderr: `wrote mine/${file}\n` });
    expect(readFileSync(join(folder, 'mine', file), 'utf8')).toBe(stdout);
  });

  it('has no schema of anything else', async () => {
    const { code, stdout, stderr } = await run('schema', 'economy');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Allowed choices are case, table, stance');
  });
});

describe('new and validate', () => {
  it('writes a case that is valid as it stands, and never overwrites', async () => {
    const made = await run('new', 'my-case');
    expect(made).toMatchObject({ code: 0, stdout: 'my-case.yaml\n' });
    expect(readdirSync(folder).sort()).toEqual(['my-case.yaml', 'scenario.schema.json']);
    expect(await run('validate', 'my-case.yaml')).toMatchObject({
      code: 0,
      stdout: 'ok      my-case.yaml  (1 expectation not run: --expect)\n',
    });
    writeFileSync(join(folder, 'my-case.yaml'), 'mine');
    expect(await run('new', 'my-case')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('exists already'),
    });
    expect(readFileSync(join(folder, 'my-case.yaml'), 'utf8')).toBe('mine');
  });

  it.each(['../my-case', 'My Case', '-x', '', '.yaml'])('refuses the name %j', async (name) => {
    expect((await run('new', '--', name)).code).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('reports every problem of every file, each with its place', async () => {
    writeFileSync(join(folder, 'a.yaml'), 'title: [1\n');
    writeFileSync(join(folder, 'b.yaml'), 'titel: B\nas-of: befor-2025\n');
    const { code, stdout, stderr } = await run('validate', 'a.yaml', 'b.yaml', 'before-2025');
    expect(code).toBe(2);
    expect(stdout).toMatch(
      /failed {2}a\.yaml: \d+ problems?\nfailed {2}b\.yaml: \d+ problems\nok {6}before-2025\b/,
    );
    expect(stderr).toMatch(/^a\.yaml:\d+:\d+: /m);
    expect(stderr).toMatch(/^b\.yaml:2:\d+: /m);
  });

  it('writes a case in the codes of other data, which holds there', async () => {
    const made = await run('new', 'mine', '--economy', template, '--json');
    expect(JSON.parse(made.stdout)).toEqual({ written: ['mine.yaml', 'scenario.schema.json'] });
    expect(await run('validate', 'mine.yaml', '--economy', template, '--expect')).toMatchObject({
      code: 0,
      stdout: 'ok      mine.yaml: 1 of 1 expectations met\n',
    });
  });

  it('says in a sentence that the library does not speak of other data', async () => {
    const listed = await run('list', '--economy', template);
    expect(listed.code).toBe(0);
    expect(listed.stderr).toMatch(/^note: \d+ cases of the library speak of regions, .*\n.*\n$/);
    const validated = await run('validate', '--economy', template);
    expect(validated.code).toBe(2);
    expect(validated.stderr.split('\n').length).toBeLessThan(4);
  });

  it('reports in every format, and writes files', async () => {
    const { stdout } = await run('validate', 'before-2025', '--format', 'csv', '--out', 'verdicts');
    expect(stdout).toMatch(/^case,verdict,problems,expectations,run,met\nbefore-2025,ok,0,\d+,0,0\n$/);
    expect(readdirSync(join(folder, 'verdicts')).sort()).toEqual(['report.json', 'report.md', 'table.csv']);
    expect((await run('validate', 'before-2025', '--format', 'md')).stdout).toContain('| before-2025 | ok |');
  });

  it('tells programs the same', async () => {
    const { code, stdout } = await run('validate', 'before-2025', 'nowhere', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(stdout).cases).toMatchObject([
      { case: 'before-2025', ok: true, problems: [] },
      { case: 'nowhere', ok: false, problems: [{ code: 'unknown-case' }] },
    ]);
  });
});

describe('validate', () => {
  const header = 'question: What?\nauthor: A. Author\ndate: 2026-01-31\nas-of: before-2025\nchanges:\n';
  const list = (share: number) =>
    `  - {on: 2026-01-01, impose: 10%, share: ${share}%, importer: USA, exporter: CAN, sectors: VEH}\n`;

  beforeEach(() => {
    const exceeding = `title: Lists that exceed a flow\n${header}${list(70)}${list(40)}`;
    // Nobody may sell to Canada or buy from it, while its deficit is held: there is no way to pay for it.
    const closed = ['importer: CAN, exporter: all', 'importer: all, exporter: CAN']
      .map((ends) => `  - {on: 2026-01-01, ban: all, ${ends}, sectors: all}\n`)
      .join('');
    const expect = 'expect:\n  - {measure: real-income, region: CAN, below: 0, because: nothing is traded}\n';
    writeFileSync(join(folder, 'exceeding.yaml'), exceeding);
    writeFileSync(join(folder, 'closed.yaml'), `title: Closed\n${header}${closed}${expect}`);
  });

  it('finds lists that exceed a flow without running the case', async () => {
    const { code, stdout, stderr } = await run('validate', 'exceeding.yaml', 'before-2025');
    expect(code).toBe(2);
    expect(stdout).toMatch(/^failed {2}exceeding\.yaml: 1 problem\nok {6}before-2025\b/);
    expect(stderr).toMatch(/^exceeding\.yaml:8:\d+: the lists of goods on USA imports from CAN of VEH/);
  });

  it('tells of a case that cannot be run, and goes on', async () => {
    const { code, stdout, stderr } = await run('validate', 'closed.yaml', 'us-25-on-both', '--expect');
    expect(code).toBe(2);
    expect(stdout).toMatch(/^failed {2}closed\.yaml: 1 problem\nok {6}us-25-on-both: (\d+) of \1 exp/);
    expect(stderr).toMatch(/^closed\.yaml: /);
  });
});

describe('validate on a narrow terminal', () => {
  it('sets what it says of a case under its name', async () => {
    const { stdout } = await runMain('validate', 'us-25-and-10-on-china-with-retaliation');
    expect(stdout).toMatch(
      /^ok {6}us-25-and-10-on-china-with-retaliation\n {8}\(\d+ expectations not run: --expect\)\n$/,
    );
  });
});

describe('compare', () => {
  it('finds no difference in a variation that only grows and ends sooner', async () => {
    const variation = 'title: The same, growing\nextends: us-25-on-both\ngrowth: 3%\nhorizon: 2030\n';
    writeFileSync(join(folder, 'growing.yaml'), variation);
    const { code, stdout } = await run('compare', 'us-25-on-both', 'growing.yaml', '--format', 'csv');
    expect(code).toBe(0);
    const differences = stdout.split('\n').filter((line) => line.endsWith(' vs us-25-on-both'));
    expect(differences.length).toBeGreaterThan(300);
    expect(differences.filter((line) => line.split(',')[8] !== '0')).toEqual([]);
  });

  it('measures a case whose deficits are balanced against its own base, in CSV as in words', async () => {
    const variation = 'title: The same, balanced\nextends: us-25-on-both\ndeficits: balanced\n';
    writeFileSync(join(folder, 'balanced.yaml'), variation);
    const words = await run('compare', 'us-25-on-both', 'balanced.yaml');
    expect(words.stdout).toMatch(/What differs\n=+\n- balanced is measured against a base of its own/);
    expect(words.stdout).toContain('(the question of us-25-on-both)');
    const { stdout } = await run('compare', 'us-25-on-both', 'balanced.yaml', '--format', 'csv');
    expect(stdout).not.toContain(' vs us-25-on-both');
  });
});

describe('--out', () => {
  it('writes each form beside what is printed, and says where', async () => {
    const { code, stderr } = await run('list', '--out', 'deep/results');
    expect(code).toBe(0);
    expect(readdirSync(join(folder, 'deep/results')).sort()).toEqual([
      'report.json',
      'report.md',
      'table.csv',
    ]);
    expect(stderr).toContain('wrote deep/results/report.md\n');
  });

  it('refuses a file in place of the folder, printing and leaving nothing', async () => {
    writeFileSync(join(folder, 'results'), 'mine');
    const { code, stdout, stderr } = await run('list', '--out', 'results');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('cannot write to results: this is a file, not a folder');
    expect(readdirSync(folder)).toEqual(['results']);
    expect(existsSync(join(folder, 'results/report.md'))).toBe(false);
  });
});
