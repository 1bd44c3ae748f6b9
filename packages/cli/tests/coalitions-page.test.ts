import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runMain } from './run-main.ts';

const page = readFileSync(new URL('../../../docs/coalitions.md', import.meta.url), 'utf8');
const example = page.slice(page.indexOf('## An example'), page.indexOf('## In programs'));

it('has an example whose tables are those of the command', async () => {
  const { code, stdout } = await runMain('coalitions', 'after-the-review', '--format', 'md');
  expect(code).toBe(0);
  const tables = example.split('\n\n').filter((part) => part.startsWith('|'));
  expect(tables).toHaveLength(5);
  for (const table of tables) expect(stdout).toContain(`\n${table}\n`);
  // What the text says of them: extended with the front and without.
  const extended = stdout.split('\n').find((line) => line.startsWith('| Extended |'));
  const [, , front, apart] = extended!.split('|').slice(2, -1).map(Number).slice(-4);
  expect(example).toContain(`in ${front} of 100 outcomes in place of ${apart}`);
  expect(stdout).toContain('Nobody leaves from “All together”');
  expect(stdout).toContain('it hurts Canada, a member of it');
}, 60_000);
