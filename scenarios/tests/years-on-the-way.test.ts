import { figure, parseScenario, resultMeasure, runScenario, type ScenarioResult } from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import { expect, test } from 'vitest';
import { caseLibrary } from '../src/index.ts';

// Checks of a case are of the long run. These cases have the long run of another one and differ on the way there.
const economy = economy2024();
const law = lawOf(economy);
const library = caseLibrary();
const flow = resultMeasure('trade-flow');

async function run(id: string): Promise<ScenarioResult> {
  return runScenario(economy, law, await parseScenario(library.locate(id)!, library, { economy, law }));
}

/** What an importer buys in a year, at its value before duty. */
function bought(result: ScenarioResult, year: number, importer: string, exporter: string, sector = 'goods') {
  const state = result.transition.find((one) => one.year === year)!;
  return figure(result, flow, state, { importer, exporter, sector });
}

/** The change of what the United States imports, from one case to another in the same year, in percent. */
function change(from: ScenarioResult, to: ScenarioResult, year: number, exporter: string, sector = 'goods') {
  const [before, after] = [from, to].map((result) => bought(result, year, 'USA', exporter, sector));
  return 100 * (after! / before! - 1);
}

test('who has its deal first sells more steel until the other has one too', async () => {
  const [canadaFirst, mexicoFirst] = [await run('pitted-canada-first'), await run('pitted-mexico-first')];
  const mexicoGains = (year: number) => change(canadaFirst, mexicoFirst, year, 'MEX', 'STL');
  const canadaGains = (year: number) => change(mexicoFirst, canadaFirst, year, 'CAN', 'STL');
  for (const gains of [mexicoGains, canadaGains]) {
    expect(gains(2026)).toBeCloseTo(0, 10);
    // In 2028 the duty is half for the one and whole for the other: half of it makes steel cheaper by a sixth.
    expect(gains(2028)).toBeGreaterThan(10);
    expect(gains(2035)).toBeLessThan(gains(2028) / 4);
  }
});

test('a notice that is revoked leaves a dip that closes', async () => {
  const [latest, revoked] = [await run('latest-law'), await run('us-notice-revoked')];
  const dip = (year: number) => change(latest, revoked, year, 'MEX');
  const exports = (result: ScenarioResult) => bought(result, 2027, 'CAN', 'USA');
  expect(exports(revoked)).toBeLessThan(0.999 * exports(latest));
  expect(dip(2026)).toBeCloseTo(0, 10);
  // 1% of cost for half a year, at elasticities of goods of mostly 2 to 10, of which a third shows in the first year.
  expect(dip(2027)).toBeLessThan(-0.2);
  expect(dip(2027)).toBeGreaterThan(-2);
  for (let year = 2028; year <= 2035; year++) expect(dip(year)).toBeGreaterThan(dip(year - 1));
  expect(dip(2035)).toBeGreaterThan(-0.05);
});

test('until 2036 an expiry is the latest law, and after it the path goes to that of leaving', async () => {
  const [latest, expiry] = [await run('latest-law'), await run('expiry-in-2036')];
  expect(change(latest, expiry, 2035, 'MEX')).toBeCloseTo(0, 10);
  const fromMexico = (year: number) => bought(expiry, year, 'USA', 'MEX');
  expect(fromMexico(2037)).toBeLessThan(0.99 * fromMexico(2035));
});

test('the surcharge holds Chinese goods back in 2026, before Section 301 takes its place', async () => {
  const [ended, replaced] = [await run('emergency-duties-end'), await run('surcharge-takes-their-place')];
  // Section 301 alone, in the last five months of the year, takes 2.8%.
  expect(change(ended, replaced, 2026, 'CHN')).toBeLessThan(-3.5);
  expect(change(ended, replaced, 2025, 'CHN')).toBeCloseTo(0, 10);
});
