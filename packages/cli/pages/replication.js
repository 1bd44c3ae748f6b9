import { readFileSync } from 'node:fs';
import { publishedFigures } from '@usmca-sim/data';
import { cellsOf, claim, factIn, numberIn, signed, tableOf, tableTitled } from './printed.js';

/** @typedef {import('./printed.js').Run} Run */

/**
 * The page that gathers what has been compared with others and with what happened, as Markdown.
 *
 * @param {Run} run
 */
export async function replication(run) {
  return [
    opening,
    replicated(pageText('published-studies.md')),
    await others(run),
    await lookBack(run),
    duties(pageText('effective-duties.md')),
    game(pageText('negotiation-findings.md')),
    closing,
  ].join('\n');
}

const opening = `# Replication and look back

<!-- Written by a script from what the commands print and from the pages named here: pnpm generate -->

How far to trust a figure of usmca-sim: what was meant to be equal to the work of others and is, what is comparable and
how near it comes, and how the model would have done for 2025. The key figures are here, each with what reproduces it; the
pages they come from have the rest.

| question | kind of check | page |
| --- | --- | --- |
| Are the equations solved as published? | equal, to the last digit | [The NAFTA exercise](published-studies.md#the-nafta-exercise-of-caliendo-and-parro-2015) |
| Do other models find the same on the same question? | sign and size | [Beside published studies](published-studies.md) |
| What would it have said of 2025? | against customs records | [The look back](look-back.md) |
| Are the duties those that were charged? | against the Bank of Canada and the Yale Budget Lab | [Average duties](effective-duties.md) |
| Do claims of the agreement answer as importers did? | fitted, and says where | [USMCA claims](usmca-claims.md) |
| Does the game find likely what governments did? | calibrated, and says to what | [Findings of the negotiation](negotiation-findings.md) |
`;

/** @param {string} name */
function pageText(name) {
  return readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
}

/**
 * The first table of a page that has this heading in its first row.
 *
 * @param {string} page
 * @param {string} heading
 */
function tableWith(page, heading) {
  const lines = page.split('\n');
  const first = lines.findIndex((line) => line.startsWith('|') && line.includes(` ${heading} `));
  if (first < 0) throw new Error(`no table has a column "${heading}"`);
  const end = lines.findIndex((line, at) => at > first && !line.startsWith('|'));
  return lines.slice(first, end).join('\n');
}

/** @param {string} studies */
function replicated(studies) {
  return `## The NAFTA exercise of Caliendo and Parro (2015)

Data of 1993, the tariff cuts of NAFTA, 31 regions by 40 sectors. Welfare, percent:

${tableWith(studies, 'printed in their Table 2')}

Wages, prices, incomes and expenditures of every region and sector agree to 1e-8 with an implementation in R and C++ and
with the authors’ own code. So do random tariff changes on the economy of 2024 with a second solver.

    npx vitest run packages/data/tests/replication-1993.test.ts packages/data/tests/random-shocks.test.ts

The data of 1993 are not ours to pass on: without them beside the checkout the first test says so and is skipped.
`;
}

/** With two decimals below one percent. @param {number} value */
const change = (value) => signed(value, Math.abs(value) < 1 ? 2 : 1);

/** @param {Run} run */
async function others(run) {
  const comparable = publishedFigures().filter((one) => one.case !== '');
  const ids = [...new Set(comparable.map((one) => one.case ?? ''))];
  const csvs = new Map(
    await Promise.all(
      ids.map(async (id) => /** @type {const} */ ([id, await run('run', id, '--all', '--format', 'csv')])),
    ),
  );
  const rows = comparable.map(({ case: id = '', study, measure, region, sector, published }) => {
    const where = { measure, region, sector: sector || (measure === 'exports' ? 'all' : '') };
    const ours = factIn(csvs.get(id) ?? '', { horizon: 'long-run', unit: 'percent vs base', ...where });
    const name = measure.replaceAll('-', ' ') + (sector ? `, ${sector}` : '');
    return { id, study, region, name, published: Number(published), ours };
  });
  const sameSign = rows.filter(({ published, ours }) => Math.sign(published) === Math.sign(ours));
  const near = sameSign.filter(({ published, ours }) => ours / published >= 0.5 && ours / published <= 2);
  return `## Other models on the same question

Of ${rows.length} published figures for exercises that are cases of the library, ${sameSign.length} have our sign, and ${near.length} are between half and twice
ours. They are of real GDP, of exports or of output, of a first year or of a long run, and often of other data: they tell of
the order of magnitude, and [the page](published-studies.md) says for each why it differs.

${tableOf(
  [
    ['case', 'study', 'region', 'published, %', 'our measure', 'ours, %'],
    ...rows.map(({ id, study, region, name, published, ours }) => [
      `\`${id}\``,
      study,
      region,
      change(published),
      name,
      change(ours),
    ]),
  ],
  3,
)}

    npx usmca-sim run ${ids[0]}
`;
}

/** @param {Run} run */
async function lookBack(run) {
  const report = await run('backtest', '--format', 'md');
  const errors = (/** @type {string} */ title) => cellsOf(tableTitled(report, title)).slice(1, 4);
  const totals = errors('Errors over 4 flows in total');
  const sectors = errors('Errors over 84 flows by sector');
  const errorOf = (/** @type {string[][]} */ rows, /** @type {number} */ at) => numberIn(rows[at]?.[1] ?? '');
  return `## Looking back on 2025

The economy of 2024 run one year forward under the measures of 2025, beside what customs recorded. Nothing was fitted to
the trade of 2025 but the share of goods for which the agreement is claimed.

${tableTitled(report, 'Change of goods trade from 2024 to 2025')}

Mean absolute error, percentage points of change, and signs right of the flows that moved by 2% or more:

${tableOf([
  ['forecast', 'four flows', 'signs', '84 flows by sector', 'signs'],
  ...totals.map(([name = '', error = '', , , right = '', of = ''], at) => {
    const [, bySector = '', , , signsRight = '', among = ''] = sectors[at] ?? [];
    const signs = (/** @type {string} */ n, /** @type {string} */ all) =>
      Number(n) >= 0 && n ? `${n} of ${all}` : '';
    return [name, error, signs(right, of), bySector, signs(signsRight, among)];
  }),
])}

${claim(
  errorOf(totals, 0) < errorOf(totals, 1) && errorOf(sectors, 0) < errorOf(sectors, 1),
  'The model is nearer than saying that nothing changes, by a little,',
)} ${claim(
    errorOf(totals, 0) < 0.75 * errorOf(totals, 2) && errorOf(sectors, 0) < 0.75 * errorOf(sectors, 2),
    'and nearer than the trend, by much.',
  )} Which flow moves most by sector it hardly tells (rank correlation ${sectors[0]?.[3]}). Orders brought forward, servers and the price of oil moved the trade of 2025, and none of them is in it.

    npx usmca-sim backtest
`;
}

/** @param {string} averages */
function duties(averages) {
  const table = tableWith(averages, 'US on Canada, Bank');
  const [, ...rows] = cellsOf(table);
  const apart = rows.map((row) => Math.abs(numberIn(row[2] ?? '') - numberIn(row[3] ?? '')));
  return `## The duties

Average duties on goods between Canada and the United States as the Bank of Canada published them, and ours, percent. Those
on Canadian goods are at most ${Math.max(...apart).toFixed(1)} points apart. Canada’s own of July and October 2025 are no test: its lists were scaled to them.

${table}

    npx usmca-sim tariffs --on 2025-07-15 --importer USA --exporter CAN
`;
}

/** @param {string} findings */
function game(findings) {
  const [, ...rows] = cellsOf(tableWith(findings, 'what is asked of the game'));
  const asked = rows
    .map((row) => ({
      event: row[1] ?? '',
      calibrated: chance(row[3] ?? ''),
      economists: chance(row[4] ?? ''),
    }))
    .filter(({ calibrated }) => !Number.isNaN(calibrated));
  const likelier = asked.filter(({ calibrated, economists }) => calibrated > economists);
  const overHalf = asked.filter(({ calibrated }) => calibrated > 50);
  const unlikely = asked.filter(({ calibrated }) => calibrated < 10);
  return `## What governments did

The stances are calibrated to what happened from March 2025 to October 2026, with few figures. Of ${asked.length} events that the game can speak
of, it finds ${likelier.length} likelier than governments that count real income alone would make them; ${overHalf.length} have more than an even
chance, ${unlikely.map(({ event }) => `“${event}”`).join(' and ')} less than one in ten.

    npx usmca-sim negotiate review-as-it-went lift-or-answer-in-kind

The solution of games is checked against published ones: centipede, Ochs, Selten’s horse, one-card poker, Rubinstein,
Elmira, and what Gambit finds for them and for reviews exported to it.

    npx vitest run packages/core/src/games packages/core/src/bargaining packages/core/src/coalitions packages/data/tests/gambit-games.test.ts
`;
}

/** A probability as the findings write it; no number where the game was not asked. @param {string} cell */
function chance(cell) {
  if (cell.startsWith('under')) return 0;
  if (cell.startsWith('over')) return 100;
  return cell === '' ? Number.NaN : numberIn(cell);
}

const closing = `## Getting a figure again

Every report ends with the command, the versions, the hashes of data and law and the options that made it. Nothing is drawn
by chance in it, so that the same command gives the same digits; [tournaments](tournament.md) and played games name their
seed. The JSON of a report has the cases too, as they were.
`;
