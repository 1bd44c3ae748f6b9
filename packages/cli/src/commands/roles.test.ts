import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { rowsOf, runMain } from '../../tests/run-main.ts';

const folder = mkdtempSync(join(tmpdir(), 'roles-'));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (name: string) => readFileSync(join(folder, 'sheets', name), 'utf8');

test('writes a sheet for each party, one for all and one for the facilitator', async () => {
  const out = join(folder, 'sheets');
  const { code, stdout, stderr } = await runMain('roles', 'review-as-it-went', '--out', out);
  expect([code, stdout]).toEqual([0, '']);
  expect(stderr.split('\n').filter((line) => line.startsWith('wrote '))).toHaveLength(5);
  expect(readdirSync(out).sort()).toEqual([
    'facilitator.md',
    'role-CAN.md',
    'role-MEX.md',
    'role-USA.md',
    'shared.md',
  ]);
  expect(written('role-CAN.md')).toContain('# Confidential: you play Canada');
  expect(written('role-USA.md')).toContain('You make the offers; the other two answer.');
  expect(written('shared.md')).toContain('# For everybody');
  expect(written('facilitator.md')).toContain('Nash point');
}, 60_000);

test('what one party knows of itself is on nobody else’s sheet but the facilitator’s', async () => {
  const rows = await rowsOf('roles', 'review-as-it-went');
  const secret = (party: string) => {
    const found = rows.find((row) => row['party'] === party && row['figure'] === 'reservation');
    return Number(found!['value']);
  };
  for (const party of ['USA', 'CAN', 'MEX']) {
    expect(secret(party)).not.toBeNaN();
    const own = await rowsOf('roles', 'review-as-it-went', '--sheet', `role-${party}`);
    expect(own.length).toBeGreaterThan(20);
    expect(own.every((row) => row['party'] === party)).toBe(true);
  }
  // Reasons of figures are secret too: a clause of the Canadian stance, in scenarios/stances.
  const clause = 'Supply management has an act of its own';
  expect(written('role-CAN.md')).toContain(clause);
  for (const other of ['role-USA.md', 'role-MEX.md', 'shared.md'])
    expect(written(other)).not.toContain(clause);
}, 60_000);

test('a sheet, a format or a case that is not there is bad input, and nothing is written', async () => {
  const out = join(folder, 'none');
  const { code, stderr } = await runMain('roles', 'review-as-it-went', '--sheet', 'role-CNA', '--out', out);
  expect(code).toBe(2);
  expect(stderr).toContain('there is no sheet "role-CNA"\n  did you mean "role-CAN"?\n');
  expect((await runMain('roles', 'law-of-august-2025')).stderr).toContain('has no negotiation');
  expect((await runMain('roles', 'review-as-it-went', '--concept', 'private-types')).stderr).toContain(
    'cannot be played with private types',
  );
  writeFileSync(out, 'a file');
  expect((await runMain('roles', 'review-as-it-went', '--out', out)).code).toBe(2);
  expect(readFileSync(out, 'utf8')).toBe('a file');
  expect(existsSync(join(out, 'shared.md'))).toBe(false);
}, 60_000);
