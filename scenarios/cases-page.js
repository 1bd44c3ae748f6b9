import { changeOf, figure, parseScenario, resultMeasure, runScenario } from '@usmca-sim/core';
import { percent } from './markdown-table.js';

/**
 * @typedef {import('@usmca-sim/core').Scenario} Scenario
 * @typedef {import('@usmca-sim/core').ScenarioResult} ScenarioResult
 * @typedef {{ economy: import('@usmca-sim/core').Economy, law: import('@usmca-sim/core').Law,
 *   library: import('@usmca-sim/core').CaseFiles }} World
 */

/** Folders of the library in the order of the page: what each is about. */
const folders = [
  [
    'the-law-of-2025',
    'The law of 2025',
    'The duties of 2025 one by one, retaliation kept and lifted, and what Canada and Mexico could be to each other.',
  ],
  [
    'the-review',
    'The review',
    'What the review of 1 July 2026 may lead to: negotiated, with governments that choose, or put in force to see what it does to trade.',
  ],
  [
    'the-tariff-war-of-2026',
    'The tariff war of 2026',
    'From the end of the emergency duties to Section 338 and Canada’s answer, and what may come after.',
  ],
  [
    'structure',
    'Structure',
    'Rules of origin, quotas, dairy and walls: what the three might agree that is more than a duty lifted.',
  ],
  [
    'published-exercises',
    'Published exercises',
    'Exercises that others have published figures for, set beside ours in [Beside published studies](published-studies.md).',
  ],
];

/** The cases to begin with: one of trade alone, one against another, one with a negotiation. */
const first = ['latest-law', 'us-withdraws', 'review-as-it-went'];

/**
 * The page of the documentation that lists the cases with what comes of each, as Markdown.
 *
 * @param {World} world
 */
export async function casesPage({ economy, law, library }) {
  /** @type {Map<string, { path: string, result: ScenarioResult }>} */
  const run = new Map();
  for (const id of library.ids()) {
    const path = /** @type {string} */ (library.locate(id));
    const scenario = await parseScenario(path, library, { economy, law });
    run.set(id, { path, result: runScenario(economy, law, scenario) });
  }
  const resultOf = (/** @type {string} */ id) => {
    const found = run.get(id);
    if (!found) throw new RangeError(`no case "${id}"`);
    return found.result;
  };
  const sections = folders.map(([folder, heading, about]) => {
    const cases = [...run.values()].filter(({ path }) => path.startsWith(`${folder}/`));
    return [
      `## ${heading}`,
      about,
      cases.map(({ result }) => line(result)).join('\n'),
      ...cases.map(({ path, result }) => entry(path, result, resultOf)),
    ].join('\n\n');
  });
  const start = ['## Start here', first.map((id) => line(resultOf(id), 'question')).join('\n')].join('\n\n');
  return `${[opening(run.size), start, ...sections].join('\n\n')}\n`;
}

/** @param {number} count */
function opening(count) {
  return `# The cases

<!-- Written by a script from the cases of the library: pnpm generate -->

The ${count} cases that come with usmca-sim, by folder. \`usmca-sim run CASE\` gives the results of one, \`usmca-sim show CASE\`
its law, changes and sources, \`usmca-sim compare CASE CASE\` sets some side by side. [Writing a case](writing-a-case.md) tells how to vary one.

Results here are changes in the long run under the central elasticities. Real income and trade are against 2024, unless
another case is named. Probabilities are those of a negotiation, after its last review.`;
}

/**
 * A case in a line that leads to its entry.
 *
 * @param {ScenarioResult} result
 * @param {'title' | 'question'} [saying]
 */
function line({ scenario }, saying = 'title') {
  return `- [${scenario.id}](#${scenario.id}): ${scenario[saying]}`;
}

/**
 * @param {string} path
 * @param {ScenarioResult} result
 * @param {(id: string) => ScenarioResult} resultOf
 */
function entry(path, result, resultOf) {
  const { id, title, question, words = {}, reading } = result.scenario;
  return [
    `### [${id}](../scenarios/${path})`,
    `${title}. *${question}*`,
    Object.entries(words)
      .map(([word, standsFor]) => `- ${word}: ${standsFor}`)
      .join('\n'),
    `**Result.** ${headline(result, resultOf)}`,
    ...(reading ? [reading] : []),
  ].join('\n\n');
}

/**
 * What comes of a case: where its negotiation ends, or real income and trade, beside the case that it is about most.
 *
 * @param {ScenarioResult} result
 * @param {(id: string) => ScenarioResult} resultOf
 */
function headline(result, resultOf) {
  if (result.negotiation) return ends(result.negotiation);
  const other = result.scenario.expect.find(({ against }) => against !== 'base')?.against;
  return [
    `Real income: ${realIncome(result, result, 'base')}. Trade between the three: ${trade(result, result, 'base')}.`,
    ...(other
      ? [
          `Against \`${other}\`: ${realIncome(result, resultOf(other), 'longRun')}; trade ${trade(result, resultOf(other), 'longRun')}.`,
        ]
      : []),
  ].join(' ');
}

/**
 * @param {ScenarioResult} result
 * @param {ScenarioResult} other
 * @param {'base' | 'longRun'} state of the other, that the change is taken from
 */
function realIncome(result, other, state) {
  const measure = resultMeasure('real-income');
  const changes = result.parties.map((n) => {
    const { code, name } = /** @type {{ code: string, name: string }} */ (result.regions[n]);
    const place = { region: code };
    const change = changeOf(
      measure,
      figure(other, measure, other[state], place),
      figure(result, measure, result.longRun, place),
    );
    return `${name} ${signed(change, 2)}`;
  });
  return changes.join(', ');
}

/**
 * @param {ScenarioResult} result
 * @param {ScenarioResult} other
 * @param {'base' | 'longRun'} state of the other, that the change is taken from
 */
function trade(result, other, state) {
  const measure = resultMeasure('trade-flow');
  const sum = (/** @type {ScenarioResult} */ one, /** @type {'base' | 'longRun'} */ at) =>
    figure(one, measure, one[at], { importer: 'parties', exporter: 'parties' });
  return signed(changeOf(measure, sum(other, state), sum(result, 'longRun')), 1);
}

/** @type {Readonly<Record<import('@usmca-sim/core').RegimeKind, string>>} */
const regimeNames = {
  'in-force': 'in force, not extended',
  extended: 'extended',
  'bilateral-one': 'a deal with Canada alone',
  'bilateral-other': 'a deal with Mexico alone',
  'two-bilaterals': 'a deal with each',
  'without-proposer': 'the United States has left',
  expired: 'expired',
};

/** @param {NonNullable<ScenarioResult['negotiation']>} negotiation */
function ends({ years }) {
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) throw new RangeError('a negotiation without a review');
  const likely = (/** @type {typeof first} */ year) =>
    year.regimes
      .filter(({ probability }) => probability >= 0.005)
      .sort((one, other) => other.probability - one.probability)
      .map(({ regime, probability }) => `${regimeNames[regime]} ${percent(probability)}`)
      .join(', ');
  return `After the review of ${first.year}: ${likely(first)}. After that of ${last.year}: ${likely(last)}.`;
}

/** @param {number} change in percent @param {number} digits */
function signed(change, digits) {
  const text = Math.abs(change).toFixed(digits);
  return Number(text) === 0 ? `${text}%` : `${change < 0 ? '−' : '+'}${text}%`;
}
