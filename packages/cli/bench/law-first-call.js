// The law of a case in a process that has never laid one out: prints the milliseconds of each part.
import { scheduleOf, timelineOfCase, yearPeriod } from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import { lawCase } from './law.js';
import { timeOf } from './timing.js';

const economy = economy2024();
const law = lawOf(economy);
const scenario = await lawCase(economy, law);
/** @type {import('@usmca-sim/core').Timeline | undefined} */
let timeline;
const layout = timeOf(() => {
  timeline = timelineOfCase(economy, law, scenario);
});
const years = Array.from({ length: 12 }, (_, k) =>
  timeOf(() => {
    if (timeline) scheduleOf(timeline, yearPeriod(2025 + k));
  }),
);
const schedules = years.reduce((sum, time) => sum + time, 0);
process.stdout.write(JSON.stringify({ layout, schedules, year: Math.max(...years) }));
