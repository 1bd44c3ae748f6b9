import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runMainIn } from '../run-main.ts';
import { pageAt, root } from './pages.ts';

const guide = pageAt('docs/teaching-guide.md').text;
const key = pageAt('docs/teaching-answers.md').text;

describe('the lesson plans', () => {
  const plans = guide.split(/^(?=#{2,3} )/m).filter((part) => part.includes('| minutes | what happens |'));
  const lengths = [
    ['## 30 minutes', 30],
    ['## 90 minutes', 90],
    ['### Session 1', 90],
    ['### Session 2', 90],
    ['### Session 3', 90],
  ] as const;

  it.each(lengths)('%s takes %i', (heading, length) => {
    const plan = plans.find((part) => part.startsWith(heading))!;
    const timings = plan.slice(plan.indexOf('| minutes | what happens |')).split('\n\n')[0]!;
    const minutes = [...timings.matchAll(/^\| (\d+) \|/gm)].map(([, count]) => Number(count));
    expect(minutes.length).toBeGreaterThan(3);
    expect(minutes.reduce((sum, count) => sum + count, 0)).toBe(length);
    expect(plan).toContain('Debrief questions.');
  });

  it('are all of them there', () => expect(plans).toHaveLength(lengths.length));

  it('have every command of the answer key that a class can be shown', () => {
    const shown = [...key.matchAll(/^ {4}npx usmca-sim (\S+ \S+)/gm)].map(([, words]) => words!);
    expect(shown.length).toBeGreaterThan(5);
    for (const words of shown.filter((one) => !one.startsWith('negotiate review-as-it-went united')))
      expect(guide).toContain(`npx usmca-sim ${words}`);
  });
});

describe('the plan of news', () => {
  const news = join(root, 'docs/teaching/news.yaml');

  it('is read aloud at a table of three', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'usmca-sim-news-'));
    writeFileSync(join(folder, 'moves.txt'), 'join\nquit\n');
    const words = ['play', 'review-as-it-went', '--as', 'USA,CAN,MEX', '--no-predict', '--no-save'];
    const { code, stderr } = await runMainIn(folder, ...words, '--news', news, '--moves', 'moves.txt');
    rmSync(folder, { recursive: true });
    expect(code).toBe(0);
    expect(stderr.replace(/\s+/g, ' ')).toContain('Washington has said that it will not rubberstamp.');
  });
});
