import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

// The built program, as a shell runs it; `npm test` builds it first.
const program = fileURLToPath(new URL('../bin/usmca-sim.js', import.meta.url));
const three = [
  'retaliation-lifted',
  'law-of-august-2025',
  'before-2025',
  '--reference',
  'law-of-august-2025',
];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usmca-sim-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(...argv: string[]) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, COLUMNS: '80', NO_COLOR: '' },
  });
  expect(signal).toBeNull();
  expect(stderr).not.toMatch(/^\s+at .+:\d+/m);
  return { status, stdout, stderr };
}

describe('a comparison of three cases', () => {
  it('prints the comparison and writes Markdown, CSV and JSON beside it', () => {
    const { status, stdout, stderr } = run('compare', ...three, '--out', 'results');
    expect(status).toBe(0);
    expect(stderr).toBe('wrote results/report.md\nwrote results/facts.csv\nwrote results/report.json\n');
    expect(readdirSync(join(folder, 'results')).sort()).toEqual(['facts.csv', 'report.json', 'report.md']);

    const parts = ['What differs', 'Findings', 'Trade between the three', 'The rest'];
    const places = parts.map((part) => stdout.indexOf(`\n${part}\n`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(stdout).not.toContain('\u001b');
    const longest = stdout.split('\n').filter((line) => line.length > 80);
    expect(longest.every((line) => line.includes('usmca-sim compare'))).toBe(true);

    const document = JSON.parse(readFileSync(join(folder, 'results/report.json'), 'utf8'));
    expect(document.cases.map((one: { id: string }) => one.id).sort()).toEqual([
      'before-2025',
      'law-of-august-2025',
      'retaliation-lifted',
    ]);
    const csv = readFileSync(join(folder, 'results/facts.csv'), 'utf8');
    expect(document.facts).toHaveLength(csv.trimEnd().split('\n').length - 1);
    expect(csv.split('\n')[0]).toBe('case,year,horizon,measure,importer,exporter,region,sector,value,unit');
  });

  it('gives the same bytes twice', () => {
    expect(run('compare', ...three).stdout).toBe(run('compare', ...three).stdout);
  });

  it.each([
    ['text', /^retaliation-lifted and before-2025 against law-of-august-2025\n/, 8_000],
    ['md', /^# retaliation-lifted and before-2025/, 10_000],
    ['csv', /^case,year,horizon,/, 200_000],
    ['json', /^\{\n {2}"format": "usmca-sim\/report",\n {2}"version": 1,/, 400_000],
  ] as const)('prints %s', (format, beginning, least) => {
    const { status, stdout, stderr } = run('compare', ...three, '--format', format);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(beginning);
    expect(stdout.endsWith('\n')).toBe(true);
    expect(stdout.length).toBeGreaterThan(least);
    expect(stdout.length).toBeLessThan(50 * least);
  });

  it('says in the CSV what it says in the text', () => {
    const csv = run('compare', ...three, '--format', 'csv').stdout;
    const row = csv
      .split('\n')
      .find((line) =>
        /^retaliation-lifted,\d+,long-run,trade-flow,CAN,USA,,all,.*,percent vs law-of/.test(line),
      );
    const percent = Number(row!.split(',')[8]);
    const text = run('compare', ...three).stdout;
    expect(text).toMatch(new RegExp(`United States to Canada, ${Math.abs(percent).toFixed(1)}% higher`));
  });
});

describe('help and list', () => {
  it('prints help and the cases', () => {
    expect(run('--help')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('Examples:'),
    });
    expect(run('list')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('lapse-to-mfn'),
    });
    expect(run('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

describe('the law', () => {
  it('traces a duty to its measures, each of which can be looked up', () => {
    const of = ['--on', '2025-09-19', '--importer', 'USA', '--exporter', 'CAN', '--sector', 'STL'];
    const { status, stdout, stderr } = run('tariffs', ...of);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [, id] = /\n(us-[\w-]+) +\+\d+\.\d\d +\d+\.\d%\n/.exec(stdout)!;
    expect(run('measures', id!)).toMatchObject({ status: 0, stdout: expect.stringContaining('Source (') });
  });

  it('writes the duties of a day in the forms of every report', () => {
    const { status, stderr } = run('tariffs', '--on', 'latest', '--out', 'duties');
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'wrote duties/report.md\nwrote duties/table.csv\nwrote duties/report.json\n',
    });
    const [header] = readFileSync(join(folder, 'duties/table.csv'), 'utf8').split('\n');
    expect(header).toBe('case,date,importer,exporter,sector,group,figure,measure,value,unit');
  });
});

describe('checks', () => {
  it('ends with 1 when an expectation is not met, and says where', () => {
    run('new', 'mine');
    const file = join(folder, 'mine.yaml');
    const template = readFileSync(file, 'utf8').replace(/^expect:[\s\S]*/m, '');
    const expectation =
      'expect:\n  - measure: real-income\n    region: USA\n    above: 50\n    because: a wish\n';
    writeFileSync(file, `${template}\n${expectation}`);
    const { status, stdout, stderr } = run('validate', 'mine.yaml', '--expect');
    expect({ status, stdout }).toEqual({ status: 1, stdout: 'failed  mine.yaml: 0 of 1 expectations met\n' });
    expect(stderr).toMatch(/^mine\.yaml:\d+:\d+: real-income USA/);
    expect(stderr).toContain('expected because: a wish');
  });
});

describe('bad input', () => {
  it.each([
    [['compare', 'befor-2025', 'lapse-to-mfm'], /befor-2025[\s\S]*lapse-to-mfm/],
    [['compare', 'before-2025', 'before-2025'], /named twice/],
    [['compare', 'before-2025', 'us-25-on-both', '--show', 'all'], /levels, differences, percent/],
    [['compare', 'before-2025', '--reference', 'nowhere'], /nowhere/],
    [['run', 'before-2025', '--horizon', '1999'], /2025 to 2060/],
    [['run', 'before-2025', '--elasticities', 'centrale'], /did you mean "central"/],
    [['run', 'before-2025', '--economy', 'nowhere'], /no folder/],
    [['run', '.'], /case/],
    [['compare', 'before-2025'], /two cases or more/],
    [['tariffs', '--on', 'septembre-2025', '--importer', 'UAS'], /"USA"[\s\S]*"september-2025"/],
    [['measures', 'us-fentanil-canada'], /did you mean "us-fentanyl-canada"/],
  ])('%j ends with 2, a message and nothing written', (argv, words) => {
    const { status, stdout, stderr } = run(...argv, '--out', 'results');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(words);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses --out onto a file', () => {
    writeFileSync(join(folder, 'results'), 'mine');
    const { status, stdout, stderr } = run('run', 'before-2025', '--out', 'results');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('results: this is a file, not a folder');
    expect(readFileSync(join(folder, 'results'), 'utf8')).toBe('mine');
  });
});

describe('the process', () => {
  it('ends quietly when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [program, 'run', 'before-2025', '--all', '--format', 'csv'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('ends with 130 when interrupted, with nothing half-written', async () => {
    const argv = ['compare', ...three, '--all', '--out', 'results'];
    const child = spawn(process.execPath, [program, ...argv], { cwd: folder, stdio: 'ignore' });
    await new Promise((done) => setTimeout(done, 150));
    child.kill('SIGINT');
    const [code, signal] = await new Promise<[number | null, string | null]>((done) =>
      child.on('close', (...ended) => done(ended)),
    );
    // Before the program has begun to listen the signal ends it; after, the program ends itself.
    expect(code === 130 || signal === 'SIGINT').toBe(true);
    const written = readdirSync(folder).flatMap((name) => readdirSync(join(folder, name)));
    expect([0, 3]).toContain(written.length);
    expect(written.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('ends between two equilibria when a negotiation is interrupted, with nothing written', async () => {
    const cases = ['review-as-it-went', 'both-partners-firm', 'pragmatic-washington', 'after-the-review'];
    const child = spawn(process.execPath, [program, 'negotiate', ...cases, '--out', 'results'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let stdout = '';
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    // It takes seconds: by now it has begun to solve, and is far from the end.
    await new Promise((done) => setTimeout(done, 900));
    child.kill('SIGINT');
    const [code, signal] = await new Promise<[number | null, string | null]>((done) =>
      child.on('close', (...ended) => done(ended)),
    );
    expect(code === 130 || signal === 'SIGINT').toBe(true);
    expect(stdout).toBe('');
    expect(readdirSync(folder)).toEqual([]);
  });
});
