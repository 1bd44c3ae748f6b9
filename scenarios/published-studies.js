import { changeOf, figure, parseScenario, resultMeasure, runScenario } from '@usmca-sim/core';

/**
 * @typedef {import('@usmca-sim/data').PublishedFigure} PublishedFigure
 * @typedef {{ economy: import('@usmca-sim/core').Economy, law: import('@usmca-sim/core').Law,
 *   library: import('@usmca-sim/core').CaseFiles, figures: readonly PublishedFigure[] }} World
 * @typedef {{ published: PublishedFigure, ours: number, least: number, most: number }} Row
 */

/** Why a difference from these studies is to be expected, by case. */
const reasons = /** @type {Record<string, readonly string[]>} */ ({
  'us-25-on-both': [
    'Real GDP values output at given prices. Our real income is what the duty leaves to spend: it counts the revenue, which goes back to households, and better or worse terms of trade. The two need not have the same sign for the country that levies the duty.',
    'The Kiel figure is the worst of a first year, when trade can hardly be moved to others; ours is the long run with full employment. G-Cubed has investment, expectations and monetary policy, none of which is here.',
  ],
  'us-25-on-both-with-retaliation': [
    'The Cornell model is of the same kind as ours, but the answer is proportional there and 25% on everything here, its data and elasticities are others, and real GDP is not real income (see above).',
    'Which of Canada and Mexico loses more turns on how much they sell to the United States and how easily buyers there replace it. In the data of 2024 the goods that it buys from Mexico are 27% of Mexico’s GDP, those from Canada 18% of Canada’s; 31% of Mexico’s are electronics and electrical equipment, with elasticities of 8 and 10 here.',
  ],
  'us-25-on-cars': [
    'The Kiel figures are of the first year, in which plants and buyers are where they are; ours are of the long run, in which other buyers and other work are found. The order of the two is the same.',
    'Here the duty is on finished vehicles and trailers alone, and all of their value pays, agreement or not.',
  ],
  'orders-of-february-2025': [
    'Yale’s is real GDP, which values output at given prices; our real income counts the revenue, and that sellers abroad take lower prices. For the country that levies the duties the two can differ in sign, and here they do.',
  ],
  'us-25-and-10-on-china': [
    'ifo reports a medium term and does not say, in what was read, whether exports are value or volume, goods or all. Ours are values of goods and services at current prices in the long run. Services do not pay the duty and make our percentages smaller.',
    'With deficits held, US exports fall by as much money as US imports do; that is why they fall without anybody’s answer, here and there.',
  ],
  'us-25-and-10-on-china-with-retaliation': [
    'As for the case without an answer. What ifo lets the three answer with was not in what was read; here it is the same rate on the same goods.',
    'Value added here is at current prices, of all goods sectors with agriculture and mining; industrial value added is narrower and in real terms.',
  ],
  'lapse-to-mfn': [
    'The studies are of NAFTA in 2017 with the duties, trade and data of then; our MFN duties of Canada and Mexico are approximations, and US duties are weighted with the imports of 2024.',
    'Ciuriak and others have foreign direct investment in the model, which falls too; the Business Roundtable study is of the short run, in which jobs are lost. Ours has duties alone and full employment.',
  ],
});

/**
 * The page of the documentation that sets published figures beside ours, as Markdown.
 *
 * @param {World} world
 */
export async function publishedStudies({ economy, law, library, figures }) {
  const sets = [...economy.elasticities.keys()];
  const sections = [];
  for (const id of [...new Set(figures.map((one) => one.case))].filter(Boolean).sort()) {
    const scenario = await parseScenario(/** @type {string} */ (library.locate(id)), library, {
      economy,
      law,
    });
    const results = new Map(
      sets.map((set) => [
        set,
        runScenario(economy, law, { ...scenario, elasticities: { ...scenario.elasticities, set } }),
      ]),
    );
    const rows = figures
      .filter((one) => one.case === id)
      .map((published) => {
        const measure = resultMeasure(published.measure);
        const place = { region: published.region, sector: published.sector };
        const changes = sets.map((set) => {
          const result = /** @type {import('@usmca-sim/core').ScenarioResult} */ (results.get(set));
          const at = (/** @type {import('@usmca-sim/core').WorldState} */ state) =>
            figure(result, measure, state, place);
          return changeOf(measure, at(result.base), at(result.longRun));
        });
        const ours = /** @type {number} */ (changes[sets.indexOf(scenario.elasticities.set)]);
        return { published, ours, least: Math.min(...changes), most: Math.max(...changes) };
      });
    sections.push(section(id, scenario.title, rows));
  }
  return [opening(sets), replication, ...sections, notRun(figures)].join('\n');
}

/** @param {readonly string[]} sets */
function opening(sets) {
  return `# Published studies beside ours

<!-- Written by a script from packages/data/published/studies.csv and the cases it names: pnpm generate -->

What others have found for exercises that this model can run, and what it finds. The figures are not meant to be equal:
horizon, data, elasticities and what is measured differ, and under each table it says how. They are here for the order
of magnitude, the sign, and who is hit more.

Ours are percent changes against the base year in the long run, deficits held, with the central elasticities. The last
column is the range over the sets of elasticities: ${sets.join(', ')}.
Real income is the exact equivalent variation. What was read of each study, often an excerpt, is in the column on the source.
`;
}

const replication = `## The NAFTA exercise of Caliendo and Parro (2015)

Their data, their elasticities, their exercise: here the figures are meant to be equal, and are. A test holds every
wage, price and flow to 1e-8 of an independent implementation, and these to the digits shown. Welfare in percent:

| region | printed in their Table 2 | one-step formula, ours | exact, ours | one-step formula, deficits kept, ours |
| --- | ---: | ---: | ---: | ---: |
| CAN | −0.06 | −0.0638 | −0.1101 | −0.0405 |
| MEX | 1.31 | 1.3121 | 0.0073 | 1.1743 |
| USA | 0.08 | 0.0848 | 0.0741 | 0.0850 |

The formula is a first-order one. Over the large tariff changes of Mexico it is far from the exact figure of the same
equilibrium: taken over 4, 16 and 64 steps in which every duty moves in a straight line, it gives 0.318, 0.084 and 0.026.
The results of usmca-sim are the exact figure.
`;

/**
 * @param {string} id
 * @param {string} title
 * @param {readonly Row[]} rows
 */
function section(id, title, rows) {
  const lines = rows.map(({ published: one, ours, least, most }) => {
    const measure = resultMeasure(one.measure).title.toLowerCase() + (one.sector ? `, ${one.sector}` : '');
    const cells = [`${cited(one)} (${one.read})`, `${one.publishedMeasure}; ${one.horizon}`];
    cells.push(
      one.region,
      minus(one.published),
      measure,
      percent(ours),
      `${percent(least)} to ${percent(most)}`,
    );
    return `| ${cells.join(' | ')} |`;
  });
  const exercises = [...new Set(rows.map(({ published }) => published.exercise))];
  return [
    `## ${title}`,
    '',
    `Ours: \`usmca-sim run ${id}\`. Theirs: ${exercises.join('; ')}.`,
    '',
    '| study | its measure and horizon | region | published, % | our measure | ours, % | over elasticity sets, % |',
    '| --- | --- | --- | ---: | --- | ---: | ---: |',
    ...lines,
    '',
    ...inWords(rows),
    ...(reasons[id] ?? []).map((reason) => `- ${reason}`),
    '',
  ].join('\n');
}

/**
 * Signs and orders side by side, for each study and measure.
 *
 * @param {readonly Row[]} rows
 */
function inWords(rows) {
  const groups = new Map();
  for (const row of rows) {
    const key = `${row.published.study}, ${row.published.publishedMeasure}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([key, group]) => {
    const others = group.filter(
      (/** @type {Row} */ row) => Math.sign(row.ours) !== Math.sign(Number(row.published.published)),
    );
    const regions = others.map((/** @type {Row} */ row) => row.published.region).join(', ');
    const signs = others.length === 0 ? 'the signs are the same' : `the sign differs for ${regions}`;
    if (group.length === 1) return `- ${key}: ${signs.replace('signs are', 'sign is')}.`;
    const order = (/** @type {(row: Row) => number} */ value) =>
      [...group]
        .sort((a, b) => value(b) - value(a))
        .map((row) => row.published.region)
        .join(', ');
    const theirs = order((row) => Number(row.published.published));
    const ours = order((row) => row.ours);
    const orders =
      theirs === ours ? `the order is the same (${ours})` : `theirs from the top ${theirs}, ours ${ours}`;
    return `- ${key}: ${signs}; ${orders}.`;
  });
}

/** @param {readonly PublishedFigure[]} figures */
function notRun(figures) {
  const rows = figures
    .filter((one) => one.case === '')
    .map((one) => {
      const cells = [
        `[${one.study}](${one.source})`,
        one.exercise,
        `${one.publishedMeasure}; ${one.horizon}`,
      ];
      return `| ${[...cells, one.region, minus(one.published), one.note].join(' | ')} |`;
    });
  return [
    '## Exercises without a case here',
    '',
    '| study | exercise | its measure and horizon | region | published, % | what our nearest case lacks |',
    '| --- | --- | --- | --- | ---: | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** @param {PublishedFigure} figure */
function cited({ study, source }) {
  return source.startsWith('https://') ? `[${study}](${source})` : `${study}, ${source}`;
}

/** @param {number} value */
function percent(value) {
  return minus(value.toFixed(Math.abs(value) < 1 ? 2 : 1));
}

/** @param {string} text */
function minus(text) {
  return text.replaceAll('-', '−');
}
