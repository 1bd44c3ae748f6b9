import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { folderWithNegotiation } from '../tests/negotiated-case.ts';
import { runMain } from '../tests/run-main.ts';

// No war on record fails to settle: in its place, one that looks for a round and gives up.
vi.mock(import('@usmca-sim/core/tariff-war'), async (original) => {
  const core = await original();
  return {
    ...core,
    *tariffWarInSteps() {
      yield { start: 1, starts: 2, round: 1 };
      throw new core.TariffWarError('answers chase each other after 1 round', { rounds: 1, lastChange: 0.5 });
    },
  };
});

const small = join(folderWithNegotiation(), 'small.yaml');

it.each([['tariff-war'], ['bargain', small, '--disagreement', 'tariff-war']])(
  'a war that does not settle ends %s with a sentence and no figures',
  async (...words) => {
    const { code, stdout, stderr } = await runMain(...words);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('answers chase each other after 1 round');
    expect(stderr).toContain('no figures are given for a war that does not');
    expect(stderr).not.toContain('    at ');
  },
);
