import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { comparedCases } from './compared-cases.js';
import { milliseconds, spreadOf, timeOf } from './timing.js';

/**
 * @typedef {import('./timing.js').Spread} Spread
 * @typedef {import('./timing.js').Target} Target
 *
 * @typedef {object} ColdStartFigures
 * @property {Spread} wall the command, from its start to its end
 * @property {Spread} processor user and system time of a process that does the same
 * @property {Readonly<Record<string, number>>} phases medians of the parts of that process in milliseconds, in order
 * @property {readonly Target[]} targets
 */

const runs = 11;
const phaseRuns = 5;
const wanted = 700;

/**
 * The built command comparing four cases, each time in a new process, and where the time goes.
 *
 * @returns {ColdStartFigures}
 */
export function benchColdStart() {
  const command = pathOf('../bin/usmca-sim.js');
  // The first run brings the files into the disk's cache: a start is cold for the program, not for the machine.
  run(command, 'compare', ...comparedCases);
  const times = Array.from({ length: runs }, () => timeOf(() => run(command, 'compare', ...comparedCases)));
  const wall = spreadOf(times);
  return {
    wall,
    ...stepByStep(),
    targets: [
      {
        name: 'Command, four cases compared from a cold start',
        wanted: `at most ${wanted} ms`,
        found: milliseconds(wall.median),
        reached: wall.median <= wanted,
      },
    ],
  };
}

/** The same work in a process that says when each part of it was done. */
function stepByStep() {
  const processorTimes = [];
  /** @type {Map<string, number[]>} */
  const all = new Map();
  const add = (/** @type {string} */ name, /** @type {number} */ time) => {
    all.set(name, [...(all.get(name) ?? []), time]);
  };
  for (let count = 0; count < phaseRuns; count++) {
    let printed = '';
    const whole = timeOf(() => {
      printed = run(pathOf('./cold-start-phases.js'));
    });
    /** @type {{ phases: [string, number][], processor: number }} */
    const { phases, processor } = JSON.parse(printed);
    processorTimes.push(processor);
    let accounted = 0;
    for (const [name, time] of phases) {
      add(name, time);
      accounted += time;
    }
    add('start of the process before its clock, and its end', whole - accounted);
  }
  const phases = Object.fromEntries([...all].map(([name, times]) => [name, spreadOf(times).median]));
  return { processor: spreadOf(processorTimes), phases };
}

/** @param {string} relative */
function pathOf(relative) {
  return fileURLToPath(new URL(relative, import.meta.url));
}

/** @param {readonly string[]} words */
function run(...words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${words.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}
