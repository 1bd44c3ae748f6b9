import {
  checkExpectations,
  parseScenario,
  runScenario,
  type Scenario,
  type ScenarioResult,
} from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import { describe, expect, test } from 'vitest';
import { caseLibrary } from '../src/index.ts';

const economy = economy2024();
const law = lawOf(economy);
const library = caseLibrary();
const scenarios = new Map<string, Scenario>();
for (const id of library.ids()) {
  scenarios.set(id, await parseScenario(library.locate(id)!, library, { economy, law }));
}

const results = new Map<string, ScenarioResult>();
function resultOf(id: string): ScenarioResult {
  let result = results.get(id);
  if (!result) {
    result = runScenario(economy, law, scenarios.get(id)!);
    results.set(id, result);
  }
  return result;
}

/** Every check of every case: the case still says what its author says it says. */
const checks = [...scenarios.values()].flatMap((scenario) =>
  scenario.expect.map((expectation, at) => {
    const { measure, importer, exporter, region, sector, order, against } = expectation;
    const place = [importer, exporter && `from ${exporter}`, region, sector, order?.join(' > ')];
    const bounds = [expectation.above, expectation.below].map((bound) => bound ?? '…').join(' to ');
    const wanted = order ? '' : `: ${bounds}`;
    const what = [measure, ...place].filter(Boolean).join(' ');
    return [`${scenario.id}: ${what} against ${against}${wanted}`, { id: scenario.id, at }] as const;
  }),
);

test.each(checks)('%s', (_, { id, at }) => {
  const outcome = checkExpectations(resultOf(id), resultOf)[at]!;
  expect(outcome.met, outcome.finding).toBe(true);
});

test('every case of the library has a check', () => {
  expect([...new Set(checks.map(([, { id }]) => id))].sort()).toEqual(library.ids());
});

describe('a wrong expectation', () => {
  const result = resultOf('us-25-on-both');
  const outcomeOf = (expectation: Scenario['expect'][number]) => {
    const wrong = { ...result, scenario: { ...result.scenario, expect: [expectation] } };
    return checkExpectations(wrong, resultOf)[0]!;
  };

  test('about a sign is found out', () => {
    const place = { importer: 'USA', exporter: 'MEX', against: 'base' };
    const outcome = outcomeOf({ measure: 'trade-flow', ...place, above: 0, because: 'it is wrong' });
    expect(outcome.met).toBe(false);
    expect(outcome.finding).toMatch(
      /^trade-flow USA from MEX against base \(percent\): -\d+\.\d\d, expected above 0$/,
    );
  });

  test('about an order is found out', () => {
    const order = ['MEX', 'CAN', 'USA'];
    const outcome = outcomeOf({ measure: 'real-income', against: 'base', order, because: 'it is wrong' });
    expect(outcome.met).toBe(false);
  });
});
