import { cellsOf, claim, factIn, numberIn, signed, tableOf, tableTitled } from './printed.js';

/** @typedef {import('./printed.js').Run} Run */

const parties = /** @type {const} */ (['USA', 'CAN', 'MEX']);
const names = { USA: 'United States', CAN: 'Canada', MEX: 'Mexico' };

/**
 * The answer key to the lesson plans, as Markdown.
 *
 * @param {Run} run
 */
export async function teachingAnswers(run) {
  return [opening, await oneDuty(run), await frontOrSideDeal(run), await course(run)].join('\n');
}

const opening = `# Answer key to the lesson plans

<!-- Written by a script from what the commands print: pnpm generate -->

What the tool says to the questions of the [teaching guide](teaching-guide.md), with the command behind each answer; not for those who have yet to predict. Figures of trade are of the long run, against 2024, with the central elasticities. Probabilities are those of the game under its stances, and no forecast.
`;

/** The change of a figure in the long run. @param {string} csv @param {Record<string, string>} where */
const changeIn = (csv, where) => factIn(csv, { horizon: 'long-run', unit: 'percent vs base', ...where });

/** @param {string} csv @param {string} region */
const realIncome = (csv, region) => changeIn(csv, { measure: 'real-income', region });

/** @param {string} csv @param {string} exporter @param {string} importer @param {string} [sector] */
const flow = (csv, exporter, importer, sector = 'goods') =>
  changeIn(csv, { measure: 'trade-flow', exporter, importer, sector });

/** @param {Run} run */
async function oneDuty(run) {
  const alone = ['run', 'us-25-on-both'];
  const answered = ['run', 'us-25-on-both-with-retaliation'];
  const report = await run(...alone, '--format', 'md');
  const before = await run(...alone, '--format', 'csv');
  const after = await run(...answered, '--format', 'csv');
  const others = [
    ['--elasticities', 'caliendo-parro'],
    ['--elasticities', 'lashkaripour-lugovskyy'],
    ['--elasticities', 'boehm-et-al'],
    ['--deficits', 'balanced'],
  ];
  const runs = [
    { title: 'as it is', csv: before },
    ...(await Promise.all(
      others.map(async (words) => ({
        title: `\`${words.join(' ')}\``,
        csv: await run(...alone, ...words, '--format', 'csv'),
      })),
    )),
  ];
  const income = (/** @type {string} */ csv) => parties.map((party) => signed(realIncome(csv, party), 2));
  const [fromCanada, fromMexico] = [flow(before, 'CAN', 'USA'), flow(before, 'MEX', 'USA')];
  const [toCanada, toMexico] = [flow(before, 'USA', 'CAN'), flow(before, 'USA', 'MEX')];
  const signs = new Set(runs.map(({ csv }) => Math.sign(realIncome(csv, 'USA'))));
  return `## 30 minutes: one duty

    npx usmca-sim run us-25-on-both

**1. US imports of goods from the two.** ${claim(
    fromCanada < -25 && fromMexico < -25,
    `They fall by more than the 25% that the duty is: ${percent(fromCanada)} from Canada and ${percent(fromMexico)} from Mexico.`,
  )} In the long run buyers have found other suppliers. A price 25% higher keeps 1.25^−θ of sales if nothing else moves; that is ${(100 * 1.25 ** -3).toFixed(0)}% of them at an elasticity θ of 3 and ${(100 * 1.25 ** -8).toFixed(0)}% at 8. Lower prices of the sellers give some back.

${tableTitled(report, 'Goods traded between the three')}

**2. US exports to the two, on which nobody has put a duty.** ${claim(
    toCanada < 0 && toMexico < 0,
    `They fall as well: ${percent(toCanada)} to Canada and ${percent(toMexico)} to Mexico.`,
  )} The two earn less and buy less, Mexican plants need fewer American parts, and with its deficit held a country that buys less abroad sells less abroad.

**3. The flow that rises.** ${claim(
    flow(before, 'MEX', 'CAN') > 0 && flow(before, 'CAN', 'MEX') < 0,
    `Mexico to Canada, ${percent(flow(before, 'MEX', 'CAN'))}: what the United States no longer buys looks for other buyers. Canada to Mexico falls by ${percent(-flow(before, 'CAN', 'MEX'))}, since Mexico has less to spend.`,
  )}

**4. Who is richer and who is poorer, and once the two answer with 25%.** Real income, percent:

${tableOf([
  ['case', ...parties.map((party) => names[party])],
  ['`us-25-on-both`', ...income(before)],
  ['`us-25-on-both-with-retaliation`', ...income(after)],
])}

${claim(
  realIncome(before, 'USA') > 0 && realIncome(after, 'USA') < 0,
  'Without an answer the United States gains a little: it collects the duty, and its partners sell for less. Once they answer, it loses.',
)} ${claim(
    realIncome(after, 'CAN') <= realIncome(before, 'CAN') + 0.1 &&
      realIncome(after, 'MEX') > realIncome(before, 'MEX'),
    'To the two the answer changes little beside what the duty took, and Mexico even gets some of it back: so does a large country that taxes what it buys.',
  )}

**5. How sure.** The same case with other elasticities, and with deficits balanced; percent:

${tableOf([
  [
    'run',
    'US imports of goods from Canada',
    'from Mexico',
    ...parties.map((party) => `real income, ${names[party]}`),
  ],
  ...runs.map(({ title, csv }) => [
    title,
    signed(flow(csv, 'CAN', 'USA')),
    signed(flow(csv, 'MEX', 'USA')),
    ...income(csv),
  ]),
])}

${claim(
  runs.every(({ csv }) => realIncome(csv, 'CAN') < -1 && realIncome(csv, 'MEX') < -1),
  'That both partners lose more than one percent holds in every row.',
)} ${
    signs.size === 1
      ? 'The sign for the United States is the same in all of them, its size is not.'
      : 'The sign for the United States is not the same in all of them: say that it is near zero.'
  }
`;
}

/** A change in percent, as text. @param {number} value */
const percent = (value) => `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}%`;

/** @param {Run} run */
async function frontOrSideDeal(run) {
  const sheet = await run('roles', 'review-as-it-went', '--sheet', 'facilitator', '--format', 'md');
  const alliances = await run('coalitions', 'review-as-it-went', '--format', 'md');
  const cases = [
    'review-as-it-went',
    'united-front',
    'only-canada-is-offered-a-deal',
    'only-mexico-is-offered-a-deal',
  ];
  const reviews = await run('negotiate', ...cases, '--format', 'md');
  const worth = tableTitled(sheet, 'Worth of each package');
  const parts = tableTitled(alliances, 'What the front is worth, by part');
  const partOf = (/** @type {string} */ name) => {
    const row = cellsOf(parts).find(([label]) => label === name) ?? [];
    return { canada: numberIn(row[2] ?? ''), mexico: numberIn(row[3] ?? '') };
  };
  const [trade, standing, all] = [
    partOf('Real income'),
    partOf('Standing with the others'),
    partOf('Together'),
  ];
  const income = cellsOf(tableTitled(reviews, 'Expected real income after the last review'));
  const [mexico = [], canada = []] = ['Mexico', 'Canada'].map(
    (name) => income.find(([label]) => label === name) ?? [],
  );
  return `## 90 minutes: united front or side deal

    npx usmca-sim roles review-as-it-went --sheet facilitator --format md

**What was on the sheets.** Each team knows its own column and nobody else's. Percent of real income, present value:

${worth}

${whoSigns(worth)}

    npx usmca-sim coalitions review-as-it-went

**What a front is worth.** Against each for itself, in the same unit:

${tableTitled(alliances, 'Payoffs without and with the front')}

**Where that comes from.**

${parts}

${claim(
  trade.canada < 0 && trade.mexico < 0 && all.canada < standing.canada && all.mexico < standing.mexico,
  'In trade the front costs both of its members; what they gain is good standing with one another, a figure of their stances. Without that part the sum would be below zero for both.',
)}

    npx usmca-sim negotiate ${cases.join(' ')}

**What if the choice were taken away.** In \`united-front\` neither can be had alone, in the last two one of them can and nobody else.

${tableTitled(reviews, 'Probability of each regime after the last review')}

${tableTitled(reviews, 'Expected real income after the last review')}

${claim(
  numberIn(canada[3] ?? '') > numberIn(canada[2] ?? '') &&
    numberIn(mexico[4] ?? '') < numberIn(mexico[2] ?? ''),
  'In trade the temptation is Canada’s: a deal of its own leaves it better off than the concessions of a front, a deal for Mexico alone does not.',
)} ${claim(
    numberIn(mexico[3] ?? '') < 0 && numberIn(mexico[3] ?? '') < numberIn(canada[4] ?? ''),
    'Who is left out pays, Mexico more than Canada.',
  )} Income is not all that they want: set this beside the worth of packages above.

**Who would leave what.**

${tableTitled(alliances, 'Coalitions that would leave each grouping')}
`;
}

/**
 * For whom among the signatories of each package no agreement would be better.
 *
 * @param {string} worth
 */
function whoSigns(worth) {
  const [headings = [], ...rows] = cellsOf(worth);
  const none = rows.find(([label]) => label?.startsWith('No agreement')) ?? [];
  const packages = rows.filter((row) => row !== none && !row[0]?.startsWith('The game'));
  const signs = (/** @type {string} */ title, /** @type {string} */ party) =>
    party === 'United States' || !/with (Canada|Mexico)/.test(title) || title.includes(`with ${party}`);
  const nobody = 'nobody';
  const items = packages.map(([title = '', ...cells]) => {
    const worse = cells.flatMap((cell, at) => {
      const party = headings[at + 1] ?? '';
      return signs(title, party) && numberIn(cell) < numberIn(none[at + 1] ?? '') ? [party] : [];
    });
    return `- ${title}: ${worse.length === 0 ? nobody : worse.join(' and ')}`;
  });
  return `Who of those that have to sign would rather have no agreement at the first review:

${items.join('\n')}

${claim(
  !items.some((item) => item.endsWith(nobody)),
  'No package is better than none for everybody who has to sign it. So a deal takes something besides: a front before it, whose trust comes on top, or a measure that hangs over who refuses.',
)}`;
}

/** @param {Run} run */
async function course(run) {
  return `## The course

${await slump(run)}
${await politics(run)}
${await trust(run)}`;
}

/** @param {Run} run */
async function slump(run) {
  const ids = [
    'steel-and-vehicles-alone',
    'partners-alone-pay',
    'law-of-september-2025',
    'fentanyl-duty-without-exemption',
    'fentanyl-duty-with-exemption',
  ];
  const runs = new Map(
    await Promise.all(
      ids.map(async (id) => /** @type {const} */ ([id, await run('run', id, '--all', '--format', 'csv')])),
    ),
  );
  const of = (/** @type {string} */ id) => runs.get(id) ?? '';
  return `### Session 1: slump and resilience

    npx usmca-sim compare ${ids.slice(0, 3).join(' ')}

${tableOf([
  [
    'case, percent',
    'US imports of steel from Canada',
    'of goods from Canada',
    'of goods from Mexico',
    'real income, Canada',
    'Mexico',
  ],
  ...ids.map((id) => [
    `\`${id}\``,
    signed(flow(of(id), 'CAN', 'USA', 'STL')),
    signed(flow(of(id), 'CAN', 'USA')),
    signed(flow(of(id), 'MEX', 'USA')),
    signed(realIncome(of(id), 'CAN'), 2),
    signed(realIncome(of(id), 'MEX'), 2),
  ]),
])}

- ${claim(
    flow(of('steel-and-vehicles-alone'), 'CAN', 'USA', 'STL') <
      flow(of('law-of-september-2025'), 'CAN', 'USA', 'STL'),
    'Steel falls by more where Canada alone pays than under the whole law, although the duty is the same 50%: what counts is the duty relative to that of rivals.',
  )}
- ${claim(
    flow(of('partners-alone-pay'), 'MEX', 'USA') < 0 && flow(of('law-of-september-2025'), 'MEX', 'USA') > 0,
    'Mexico sells less where only the partners pay, and more where everybody does. Its resilience is paid for by others.',
  )}
- ${claim(
    realIncome(of('fentanyl-duty-with-exemption'), 'MEX') >
      realIncome(of('fentanyl-duty-without-exemption'), 'MEX') / 4,
    'The exemption of goods of the agreement takes most of the fentanyl duty away: the gap between the last two rows is what the agreement was worth in March 2025.',
  )}
`;
}

/** @param {Run} run */
async function politics(run) {
  const cases = [
    'review-as-it-went',
    'the-review-without-politics',
    'pressure-at-home-low',
    'pressure-at-home-high',
    'pragmatic-washington',
  ];
  const reviews = await run('negotiate', ...cases, '--format', 'md');
  const [, ...byYear] = cellsOf(tableTitled(reviews, 'Probability of each regime by year'));
  const first = (/** @type {string} */ id, /** @type {string} */ regime) =>
    byYear.find(([name, label]) => name === id && label === regime)?.[2] ?? '0';
  const extended = (/** @type {string} */ id) => numberIn(first(id, 'Extended'));
  const alone = (/** @type {string} */ id) =>
    numberIn(first(id, 'Protocol with Canada alone')) + numberIn(first(id, 'Protocol with Mexico alone'));
  return `### Session 2: what governments want

    npx usmca-sim negotiate ${cases.join(' ')}

After the review of 2026, percent:

${tableOf([
  ['case', 'extended', 'in force, not extended', 'protocol with Canada alone', 'with Mexico alone'],
  ...cases.map((id) => [
    `\`${id}\``,
    ...['Extended', 'In force, not extended', 'Protocol with Canada alone', 'Protocol with Mexico alone'].map(
      (regime) => first(id, regime),
    ),
  ]),
])}

After that of 2036, percent:

${tableTitled(reviews, 'Probability of each regime after the last review')}

- ${claim(
    extended('the-review-without-politics') < extended('review-as-it-went') / 2 &&
      alone('the-review-without-politics') > 2 * alone('review-as-it-went'),
    'Governments that count real income alone hardly extend in 2026: waiting costs nothing, standing with others counts for nothing, and protocols with one partner are several times as likely.',
  )}
- ${claim(
    extended('pragmatic-washington') > 2 * extended('review-as-it-went'),
    'A pragmatic United States extends in 2026 more than twice as often: its refusal is a matter of its stance, not of trade alone.',
  )}
- ${claim(
    ['pressure-at-home-low', 'pressure-at-home-high'].every(
      (id) => extended(id) < extended('review-as-it-went'),
    ),
    'Less pressure at home in Canada than assumed and more of it both make an extension in 2026 rarer. Ask for the reason before showing it: the report names, under each move, the part of the payoff that decides.',
  )}
`;
}

/** @param {Run} run */
async function trust(run) {
  const lookBack = await run('backtest', '--format', 'md');
  const [, ...errors] = cellsOf(tableTitled(lookBack, 'Errors over 4 flows in total'));
  const [model = [], none = []] = errors;
  return `### Session 3: how far to trust it

    npx usmca-sim backtest

${tableTitled(lookBack, 'Change of goods trade from 2024 to 2025')}

${claim(
  numberIn(model[1] ?? '') < numberIn(none[1] ?? ''),
  `Over these four flows the mean absolute error of the model is ${model[1]} points, that of saying “no change” ${none[1]}.`,
)} Of the ${model[5]} that moved by 2% or more it has ${model[4]} signs right. A fair use of it is then: for what a duty does, other things equal; not for what trade will be next year. [The look back](look-back.md) has the causes.
`;
}
