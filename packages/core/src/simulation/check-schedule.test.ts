import { describe, expect, it } from 'vitest';
import { madeEconomy, madeLaw, madeScenario, quarterOnAll } from '../../tests/made-scenario.ts';
import { InputError } from '../problems/problem.ts';
import type { Change } from '../tariffs/change.ts';
import { checkSchedule } from './check-schedule.ts';
import { runScenario } from './run-scenario.ts';

const list = (share: number, on: string, until?: string): Change => ({
  ...quarterOnAll,
  share,
  on,
  ...(until === undefined ? {} : { until }),
});

function problemsOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe('the check of a schedule', () => {
  // Parts of one flow: 70% and 40% are more than there is, on the days on which both lists stand.
  it.each([
    ['side by side', [list(0.7, '2001-01-01'), list(0.4, '2001-01-01')], 3],
    ['for a day in the middle', [list(0.7, '2001-01-01'), list(0.4, '2003-05-05', '2003-05-06')], 3],
    ['on the last day alone', [list(0.7, '2001-01-01'), list(0.4, '2005-12-31')], 3],
    ['one after the other', [list(0.7, '2001-01-01', '2003-05-05'), list(0.4, '2003-05-05')], 0],
    // A case is at odds with itself whenever that would show.
    ['after the horizon', [list(0.7, '2001-01-01'), list(0.4, '2006-01-01')], 3],
    ['within the flow', [list(0.6, '2001-01-01'), list(0.4, '2001-01-01')], 0],
  ])('finds lists %s, as a run would', (_, changes, sectors) => {
    const scenario = madeScenario({ changes });
    const found = problemsOf(() => checkSchedule(madeEconomy, madeLaw, scenario));
    expect(found).toHaveLength(sectors);
    expect(found).toEqual(problemsOf(() => runScenario(madeEconomy, madeLaw, scenario)));
  });
});
