import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWithNegotiation } from '../../tests/negotiated-case.ts';
import { rowsOf, runMain } from '../../tests/run-main.ts';

let folder = '';
let small = '';
beforeAll(() => {
  folder = folderWithNegotiation();
  small = join(folder, 'small.yaml');
});

describe('usmca-sim stability', () => {
  it('tells how things stand, what is stable and why, and what it would take', async () => {
    const { code, stdout, stderr } = await runMain('stability', small);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const heading of [
      'What was asked',
      'In brief',
      'How things stand',
      'What is stable, and why',
      'What it would take for s0 to hold',
      'Other states that are named',
      'What this cannot say',
      'How to reproduce',
    ])
      expect(stdout).toContain(`\n${heading}\n`);
    const wide = stdout.split('\n').filter((line) => [...line].length > 80);
    expect(wide.filter((line) => !line.startsWith('  npx usmca-sim '))).toEqual([]);
  });

  it('says what every id stands for that it names', { timeout: 60_000 }, async () => {
    for (const name of ['after-the-review', 'lift-or-answer-in-kind']) {
      const { stdout } = await runMain('stability', name, '--format', 'md', '--by', 'yearly');
      const listed = new Set([...stdout.matchAll(/^\| (s\d+) \|/gm)].map(([, id]) => id!));
      const named = new Set([...stdout.matchAll(/\bs\d+\b/g)].map(([id]) => id));
      expect(listed.size).toBeGreaterThan(10);
      expect([...named].filter((id) => !listed.has(id))).toEqual([]);
    }
  });

  it('lists every state where told', async () => {
    const { stdout } = await runMain('stability', small, '--all', '--format', 'md');
    const listed = [...stdout.slice(stdout.indexOf('## Every state')).matchAll(/^\| (s\d+) \|/gm)];
    // In force with the duty and without, both under a notice, two offers with three confirmations each, both signed.
    expect(listed).toHaveLength(2 + 2 + 2 * 3 + 2);
  });

  it('gives rows that agree with each other', async () => {
    const rows = await rowsOf('stability', small, '--for', 's0');
    const worth = (state: string, party: string) =>
      Number(
        rows.find((row) => row['figure'] === 'worth' && row['state'] === state && row['party'] === party)![
          'value'
        ],
      );
    const of = (figure: string, wanted: Record<string, string> = {}) =>
      rows.filter(
        (row) =>
          row['figure'] === figure && Object.entries(wanted).every(([key, value]) => row[key] === value),
      );
    const moves = of('move');
    expect(moves.length).toBeGreaterThan(10);
    for (const { state, to, party, value, unit } of moves) {
      expect(Number(value)).toBeCloseTo(worth(to!, party!) - worth(state!, party!), 12);
      expect(unit).toBe('percent, present value');
    }
    const states = of('worth', { party: 'USA' }).map(({ state }) => state!);
    for (const state of states) {
      for (const concept of ['nash', 'seq', 'smr', 'gmr']) {
        const stays = of('stays', { state, concept }).map(({ value }) => value === '1');
        expect(stays).toHaveLength(3);
        const [all] = of('stable-for-all', { state, concept });
        expect(all!['value']).toBe(stays.every(Boolean) ? '1' : '0');
      }
      const tempted = moves.filter((row) => row['state'] === state && Number(row['value']) > 0);
      expect(of('stable-for-all', { state, concept: 'nash' })[0]!['value']).toBe(
        tempted.length > 0 ? '0' : '1',
      );
    }
    for (const { value } of of('sanction')) expect(Number(value)).toBeLessThanOrEqual(0);
  });

  it('answers the inverse question for the state that is asked about', { timeout: 60_000 }, async () => {
    const rows = await rowsOf('stability', 'after-the-review');
    const demands = rows.filter(({ figure }) => figure === 'would-have-to-prefer');
    const tempting = rows.filter(
      (row) => row['figure'] === 'move' && row['state'] === 's0' && Number(row['value']) > 0,
    );
    // Under Nash each tempting move would have to be worth that much less.
    const nash = demands.filter(({ concept }) => concept === 'nash');
    expect(nash.map(({ party, to, value }) => [party, to, value])).toEqual(
      tempting.map(({ party, to, value }) => [party, to, value]),
    );
    const ways = await rowsOf('stability', 'lift-or-answer-in-kind', '--for', 's6');
    // No way is listed twice, though here several answers ask for the same states to be liked no better.
    const sets = new Map<string, string>();
    for (const { figure, concept, party, to, way, text } of ways) {
      if (figure !== 'would-have-to-prefer') continue;
      const key = [concept, party, to, way].join(' ');
      sets.set(key, `${sets.get(key) ?? ''} ${text}`);
    }
    const named = [...sets].map(([key, states]) => `${key.replace(/ \d+$/, '')}:${states}`);
    expect(named.length).toBeGreaterThan(8);
    expect(new Set(named).size).toBe(named.length);
    const { stdout } = await runMain('stability', 'after-the-review', '--for', 's35');
    expect(stdout).toContain('\nWhat it would take for s35 to hold\n');
    expect(stdout).toContain('Nothing: everyone stays at s35');
  });

  it('does the same in JSON, by a year, and without politics', async () => {
    const { code, stdout } = await runMain('stability', small, '--by', 'yearly', '--json');
    expect(code).toBe(0);
    const { tables } = JSON.parse(stdout) as { tables: { title: string }[] };
    expect(tables.some(({ title }) => title.startsWith('States that are stable for all'))).toBe(true);
    const rows = await rowsOf('stability', small, '--by', 'yearly', '--economists-view');
    // Without politics an offer, an extension as it is and limbo are the same trade.
    const worth = rows.filter(({ figure, text }) => figure === 'worth' && /“Extension”/.test(text!));
    expect(worth.length).toBeGreaterThan(8);
    for (const { value, unit } of worth) {
      expect(Number(value)).toBeCloseTo(0, 7);
      expect(unit).toBe('percent a year');
    }
  });
});

describe('what cannot be asked', () => {
  it.each(['s999', '8', 'S8', 's', ''])('the state “%s”', async (state) => {
    const { code, stdout, stderr } = await runMain('stability', small, '--for', state);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`“${state}” is no state of this conflict: they are s0 to s11`);
  });

  it('a case without a negotiation, and worth by what is none', async () => {
    const { code, stderr } = await runMain('stability', join(folder, 'silent.yaml'));
    expect(code).toBe(2);
    expect(stderr).toContain('the case "silent" has no negotiation');
    expect((await runMain('stability', small, '--by', 'decade')).code).toBe(2);
  });

  it('a conflict too large to read, refused with its size', { timeout: 60_000 }, async () => {
    const large = mkdtempSync(join(tmpdir(), 'usmca-sim-conflict-'));
    for (const name of ['small', 'usa', 'can', 'mex', 'small-table'])
      writeFileSync(join(large, `${name}.yaml`), readFileSync(join(folder, `${name}.yaml`), 'utf8'));
    const text = readFileSync(join(folder, 'small-table.yaml'), 'utf8');
    const [head, steel] = text.split('  steel:\n');
    const many = [1, 2, 3, 4, 5, 6, 7, 8].map((k) => `  steel-${k}:\n${steel}`).join('');
    writeFileSync(join(large, 'small-table.yaml'), `${head}${many}`);
    const { code, stdout, stderr } = await runMain('stability', join(large, 'small.yaml'));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    // 2^8 in force and as many under a notice; two offers with three confirmations each, two extensions.
    expect(stderr).toContain('has 520 states, and at most 300 are looked at');
  });
});

describe('the page on what would last', () => {
  const page = readFileSync(new URL('../../../../docs/stability.md', import.meta.url), 'utf8');
  const example = page.slice(page.indexOf('## A worked example'), page.indexOf('## In programs'));
  const [, words] = /^ {4}npx usmca-sim (.+)$/m.exec(example)!;

  it('has the rows and sentences of the command', { timeout: 60_000 }, async () => {
    const { code, stdout } = await runMain(...words!.split(' '), '--format', 'md');
    expect(code).toBe(0);
    const rows = example.split('\n').filter((line) => /^(\||> )/.test(line));
    expect(rows.length).toBeGreaterThan(15);
    const printed = stdout.split('\n');
    for (const row of rows) expect(printed).toContain(row.replace(/^> /, ''));
    expect(stdout).toMatch(/^The likeliest path .* at s36 /m);
  });

  it('names every column and figure of the CSV', { timeout: 60_000 }, async () => {
    const rows = await rowsOf(...words!.split(' '));
    const figures = new Set(rows.map(({ figure }) => figure!));
    expect(figures.size).toBe(7);
    for (const name of [...Object.keys(rows[0]!), ...figures]) expect(page).toContain(`\`${name}\``);
  });
});
