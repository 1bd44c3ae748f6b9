import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// docs/negotiation.md on what λ means: a move is taken with probability proportional to exp(λ Q).
const page = readFileSync(new URL('../../../docs/negotiation.md', import.meta.url), 'utf8');

test('says how much likelier a better move is', () => {
  const [, lambda, small, times, large, thousands] =
    /At λ = (\d+) a move worth ([\d.]+)% more is ([\d.]+) times as likely, and one worth ([\d.]+)% more is ([\d,]+) times/.exec(
      page,
    )!;
  const ratio = (more: string) => Math.exp(Number(lambda) * Number(more));
  expect(times).toBe(ratio(small!).toFixed(1));
  expect(Number(thousands!.replace(',', ''))).toBe(Number(ratio(large!).toPrecision(2)));
});
