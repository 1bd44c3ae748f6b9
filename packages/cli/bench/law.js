import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  createTradeModel,
  dayPeriod,
  flowDuties,
  parseScenario,
  runScenario,
  scheduleOf,
  timelineOfCase,
  yearPeriod,
} from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import { findCase } from '@usmca-sim/scenarios';
import { milliseconds, spreadOf, timeOf, timesOf } from './timing.js';

/**
 * @typedef {import('@usmca-sim/core').Economy} Economy
 * @typedef {import('@usmca-sim/core').Law} Law
 * @typedef {import('@usmca-sim/core').Scenario} Scenario
 * @typedef {import('@usmca-sim/core').Timeline} Timeline
 * @typedef {import('@usmca-sim/core').TradeShock} TradeShock
 * @typedef {import('./timing.js').Spread} Spread
 * @typedef {import('./timing.js').Target} Target
 *
 * @typedef {object} LawFigures
 * @property {number} cells flows on which the law bears
 * @property {Spread} year one year's schedule, laid out before
 * @property {Spread} timeline layout and the schedules of 2025 to 2036, nothing remembered
 * @property {Spread} remembered the same where the record is known and only the case is new
 * @property {number} byDay one year evaluated day by day, once
 * @property {FirstCall} firstCall the first in a process of its own, medians
 * @property {Spread} run a run of the full horizon, laid out anew
 * @property {Spread} schedules of it, layout and schedules
 * @property {Spread} equilibria of it, the equilibria of trade
 * @property {number} solves
 * @property {readonly Target[]} targets
 *
 * @typedef {object} FirstCall
 * @property {number} layout
 * @property {number} schedules
 * @property {number} year the slowest of them
 */

/** A case that begins with the latest law on record, the fullest, and changes measures on two flows of it. */
const name = 'steel-quota';
const [firstYear, lastYear] = [2025, 2036];
const runs = 31;
const firstCalls = 7;
const wanted = { year: 5, timeline: 60 };
const tolerance = 1e-10;

/**
 * How long the law of a case takes: one year, the years from 2025 to 2036, and its part in a run.
 *
 * @returns {Promise<LawFigures>}
 */
export async function benchLaw() {
  const economy = economy2024();
  const law = lawOf(economy);
  const scenario = await lawCase(economy, law);
  // What is kept from earlier layouts is kept for one law: a copy of it starts from nothing.
  const anew = () => timelineOfCase(economy, { ...law }, scenario);
  const whole = () => allYears(anew());
  timesOf(runs, whole);
  const timeline = spreadOf(timesOf(runs, whole));
  const remembered = spreadOf(timesOf(runs, () => allYears(timelineOfCase(economy, law, scenario))));
  const year = spreadOf(
    Array.from({ length: runs }, () => {
      // Of a timeline that nothing was read from yet, the year with the most changes.
      const laidOut = anew();
      return timeOf(() => scheduleOf(laidOut, yearPeriod(2026)));
    }),
  );
  const laidOut = anew();
  const byDay = timeOf(() => {
    for (let day = yearPeriod(2026).from; day < yearPeriod(2027).from; day++) {
      flowDuties(laidOut, new Date(day * 86_400_000).toISOString().slice(0, 10));
    }
  });
  const profile = profileOf(economy, law, scenario);
  const firstCall = firstCallOf();
  return {
    cells: laidOut.cells.length,
    year,
    timeline,
    remembered,
    byDay,
    firstCall,
    ...profile,
    targets: [
      {
        name: "The law, a year's schedule",
        wanted: `at most ${wanted.year} ms`,
        found: milliseconds(year.median),
        reached: year.median <= wanted.year,
      },
      {
        name: `The law, ${firstYear} to ${lastYear} with its layout`,
        wanted: `at most ${wanted.timeline} ms`,
        found: milliseconds(timeline.median),
        reached: timeline.median <= wanted.timeline,
      },
      {
        name: 'The law, its part in a run of the full horizon',
        wanted: 'less than the equilibria',
        found: `${milliseconds(profile.schedules.median)} and ${milliseconds(profile.equilibria.median)}`,
        reached: profile.schedules.median <= profile.equilibria.median,
      },
    ],
  };
}

/**
 * @param {Economy} economy
 * @param {Law} law
 */
export async function lawCase(economy, law) {
  const { file, files } = findCase(name, { cwd: process.cwd() });
  return { ...(await parseScenario(file, files, { economy, law })), horizon: lastYear };
}

/** @param {Timeline} timeline */
export function allYears(timeline) {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, k) => firstYear + k);
  return [
    ...years.map((each) => scheduleOf(timeline, yearPeriod(each))),
    scheduleOf(timeline, dayPeriod(`${lastYear}-12-31`)),
  ];
}

/**
 * The parts of a run, each by itself: a run takes them in turns, year by year.
 *
 * @param {Economy} economy
 * @param {Law} law
 * @param {Scenario} scenario
 */
function profileOf(economy, law, scenario) {
  const model = createTradeModel(economy);
  let solves = 0;
  /** @param {readonly TradeShock[]} shocks */
  const solve = (shocks) => {
    solves = 0;
    /** @type {ReturnType<typeof model.solve> | undefined} */
    let start;
    /** @type {string[]} */
    const solved = [];
    for (const { shock, key } of shocks.map((each) => ({ shock: each, key: keyOf(each) }))) {
      if (solved.includes(key)) continue;
      solved.push(key);
      start = model.solve(shock, { tolerance, ...(start ? { start } : {}) });
      solves++;
    }
  };
  /** @type {Record<'run' | 'schedules' | 'equilibria', number[]>} */
  const times = { run: [], schedules: [], equilibria: [] };
  for (let k = 0; k < runs; k++) {
    const fresh = { ...law };
    /** @type {TradeShock[]} */
    let shocks = [];
    times.schedules.push(
      timeOf(() => {
        shocks = allYears(timelineOfCase(economy, fresh, scenario)).map(({ shock }) => shock);
      }),
    );
    times.equilibria.push(timeOf(() => solve(shocks)));
    const other = { ...law };
    times.run.push(timeOf(() => runScenario(economy, other, scenario)));
  }
  const { count } = runScenario(economy, law, scenario).solves;
  if (count !== solves) throw new Error(`a run solves ${count} laws, the benchmark ${solves}`);
  return {
    run: spreadOf(times.run),
    schedules: spreadOf(times.schedules),
    equilibria: spreadOf(times.equilibria),
    solves,
  };
}

/**
 * Equal for laws that differ by next to nothing, as a run takes them for one.
 *
 * @param {TradeShock} shock
 */
function keyOf({ cells }) {
  return JSON.stringify(cells, (_, value) =>
    typeof value === 'number' ? (Number.isFinite(value) ? value.toFixed(8) : 'ban') : value,
  );
}

/** @returns {FirstCall} */
function firstCallOf() {
  const script = fileURLToPath(new URL('./law-first-call.js', import.meta.url));
  const calls = Array.from({ length: firstCalls }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${script} ended with ${status}: ${stderr}`);
    return /** @type {FirstCall} */ (JSON.parse(stdout));
  });
  const median = (/** @type {keyof FirstCall} */ part) => spreadOf(calls.map((call) => call[part])).median;
  return { layout: median('layout'), schedules: median('schedules'), year: median('year') };
}
