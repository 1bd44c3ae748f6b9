import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { words } from '../src/play/words.ts';
import { runMain } from './run-main.ts';
import { gameFolder } from './run-play.ts';

// The page on playing shows what the command shows.
const page = readFileSync(new URL('../../../docs/playing.md', import.meta.url), 'utf8');
const folder = gameFolder();

it('has a game as it goes, line by line', { timeout: 60_000 }, async () => {
  const [, command, transcript] = /<!-- (play .*) -->\n```\n([^`]*)```/.exec(page)!;
  const typed = [...transcript!.matchAll(/^Canada \d{4}(?:, your prediction)?>(.*)$/gm)].map(([, line]) =>
    line!.trim(),
  );
  expect(typed.length).toBeGreaterThan(4);
  writeFileSync(join(folder, 'moves.txt'), `${typed.join('\n')}\nquit\n`);
  const more = ['--no-save', '--moves', join(folder, 'moves.txt')];
  const { code, stderr } = await runMain(...command!.split(' '), ...more);
  expect(code).toBe(0);
  expect(stderr).toContain(transcript);
});

it('has a plan of news that is one', { timeout: 60_000 }, async () => {
  const [, plan] = /```yaml\n(news:[^`]*)```/.exec(page)!;
  writeFileSync(join(folder, 'plan.yaml'), plan!);
  writeFileSync(join(folder, 'moves.txt'), 'quit\n');
  const { code, stderr } = await runMain(
    ...['play', 'review-as-it-went', '--as', 'MEX', '--no-save'],
    ...['--news', join(folder, 'plan.yaml'), '--moves', join(folder, 'moves.txt')],
  );
  expect(code).toBe(0);
  expect(stderr).toContain('The facilitator: Good morning.');
});

it('names every word of the table', () => {
  for (const [word] of words) expect(page).toContain(word.split(' ')[0]);
});
