import { percent, table } from './markdown-table.js';
import { calibrationTable } from './negotiation-calibration.js';
import { ReviewInPlay, reviewCase, withFigures } from './review-in-play.js';

/**
 * @typedef {import('./review-in-play.js').World} World
 * @typedef {import('@usmca-sim/core').NegotiatedScenario} NegotiatedScenario
 */

/**
 * The page of the documentation on what changes the outcome of the negotiation, and on how likely the game finds what
 * happened. Every figure is computed.
 *
 * @param {World} world
 */
export async function negotiationFindings(world) {
  const review = await reviewCase(world, 'review-as-it-went');
  const alone = await reviewCase(world, 'united-front');
  const lists = await reviewCase(world, 'lift-or-answer-in-kind');
  const play = (/** @type {NegotiatedScenario} */ scenario) => new ReviewInPlay(world, scenario);
  const parts = [
    head,
    audienceCosts(review, play),
    priceOfLimbo(review, alone, play),
    commonFront(review, alone, play),
    sideDeal(play(review)),
    liftOrAnswer(play(lists)),
    await calibrationTable(world),
    foot(review, play),
  ];
  return `${parts.join('\n\n')}\n`;
}

const head = `# What the negotiation finds

What changes the outcome of the review, other things equal, and why; then what happened beside the probability that the
game gives it. All of it is computed with the cases of the library and their [stances](stances.md), as quantal response
over the reviews; [The negotiation](negotiation.md) says what that is. Figures of stances are set by hand, so that the
signs and the mechanisms are the findings, and no probability is a forecast. This page is written by
\`pnpm run generate\`.`;

/** @param {NegotiatedScenario} review @param {Play} play */
function foot(review, play) {
  const { table: written } = review.negotiation;
  const cheaper = (/** @type {import('@usmca-sim/core').Change} */ change) =>
    change.verb === 'trade-cost'
      ? { ...change, change: change.change / 2 }
      : change.verb === 'claim-ceiling'
        ? { ...change, cost: (change.cost ?? 0) / 2 }
        : change;
  const regimes = {
    ...written.regimes,
    'two-bilaterals': written.regimes['two-bilaterals']?.map(cheaper) ?? [],
  };
  const half = play({
    ...review,
    negotiation: { ...review.negotiation, table: { ...written, regimes } },
  });
  return `## What to keep in mind

- Many probabilities of single moves are near those of a choice at random among four or five, since what is at stake in
  one year is worth hundredths of a percent. What the game says with confidence is what is rare: notice, expiry, a
  refusal by the partners.
- A protocol with one partner alone ends half of the limbo of the United States. That half is assumed: the more a protocol
  ended of it, the more a United States that minds limbo would like deals for two.
- Two protocols are assumed to split the rules of origin of vehicles, at 2% of the value of vehicles and parts. At 1% the
  probability of two protocols in 2036 is ${percent(half.chanceOf('two-bilaterals'))} in place of ${percent(play(review).chanceOf('two-bilaterals'))}.`;
}

/** @typedef {(scenario: NegotiatedScenario) => ReviewInPlay} Play */

/** @param {NegotiatedScenario} review @param {Play} play */
function audienceCosts(review, play) {
  const rows = [0, 0.1, 0.2, 0.3, 0.4, 0.6].map((cost) => {
    const game = play(withFigures(review, 'USA', { audienceCost: cost }));
    return [String(cost), ...regimesOf(game)];
  });
  return `## Backing down in public: the dearer, the less an extension

The audience cost of the United States, all else as in \`review-as-it-went\` (0.3).

${table(['US audience cost', ...regimeColumns], rows)}

An extension takes back more of what Washington has said ("no rubberstamp", separate talks, Section 232 stays) than a
protocol with one partner does: 0.65 of it or more against 0.2. So as the cost grows an extension loses first to limbo
and then, before the agreement ends, to protocols, one concession at a time. Where the cost is very high the second
protocol is not worth its price either, and one partner is left without.`;
}

/** @param {NegotiatedScenario} review @param {NegotiatedScenario} alone @param {Play} play */
function priceOfLimbo(review, alone, play) {
  const prices = [0, 0.01, 0.03, 0.05, 0.1];
  const rows = prices.map((price) => {
    const game = play(withFigures(review, 'USA', { uncertainty: price }));
    const without = play(withFigures(alone, 'USA', { uncertainty: price }));
    return [String(price), ...regimesOf(game), percent(without.chanceOf('extended', 0))];
  });
  return `## The price of limbo: the dearer, the sooner an extension

What a year in limbo costs the United States, all else as in \`review-as-it-went\` (0). The last column is the case
\`united-front\`, in which no partner can be had alone.

${table(['US price of limbo', ...regimeColumns, 'extended 2026, no deals for two'], rows)}

A higher price makes an extension likelier, at the first review and at the last: waiting is what refusing buys, and it
has become dear. Protocols give way to it, since one with either partner alone ends half of the limbo of the United
States, an extension all of it. Where no partner can be had alone, there is no such half way, and the extension comes
sooner still.`;
}

/** @param {NegotiatedScenario} review @param {NegotiatedScenario} alone @param {Play} play */
function commonFront(review, alone, play) {
  const firm = (/** @type {number} */ cost) =>
    play(withFigures(withFigures(review, 'CAN', { breakingFront: cost }), 'MEX', { breakingFront: cost }));
  const loose = firm(0);
  const dear = firm(0.3);
  const kept = play(alone);
  const rows = /** @type {[string, ReviewInPlay][]} */ ([
    ['breaking it costs nothing', loose],
    ['breaking it costs each 0.1', firm(0.1)],
    ['breaking it costs each 0.3', dear],
    ['breaking it costs each 1', firm(1)],
    ['neither can be had alone', kept],
  ]).map(([name, game]) => [
    name,
    percent(game.probability(joined)),
    percent(game.chanceOf('extended')),
    percent(game.chanceOf('two-bilaterals')),
    packageNamed(game, 'extension-with-concessions'),
    packageNamed(game, 'small-package'),
    ...[1, 2].map((party) => figureOf(incomeAtTheEnd(game, party))),
    ...[1, 2].map((party) => figureOf(game.value(party))),
  ]);
  const gain = (/** @type {ReviewInPlay} */ game, /** @type {number} */ party) =>
    changed(game.value(party) - loose.value(party));
  const about = (/** @type {Move} */ move) => move.about === 'confirm small-package';
  const small = (/** @type {ReviewInPlay} */ game) =>
    game.probability((move) => about(move) && move.name === 'confirm / confirm', { among: about });
  return `## A united front: half of one hurts, a whole one helps

What it costs Canada and Mexico, each, to break a front that they have joined, the rest as in \`review-as-it-went\`; in
the last row there is nothing to break it for (case \`united-front\`). Real income is that of the last year's policies,
percent against the law of June 2026; value is that of the whole game to the government, present value, percent of real
income of a year.

${table(
  [
    'a front',
    'joined 2026',
    'extended 2036',
    'two protocols 2036',
    'with concessions on all sides 2036',
    'small package 2036',
    'real income CAN',
    'real income MEX',
    'value CAN',
    'value MEX',
  ],
  rows,
)}

A front of which each member may still be had alone is half of one. Where breaking it costs 0.3 the value of the game to
Canada ${gain(dear, 1)}, to Mexico it ${gain(dear, 2)}: protocols are still offered and taken, with the breach paid for. What
they give way to is the small package, dairy rules and duties on China, which costs the United States least and gives
neither partner relief. A whole front changes the package: where neither can be had alone, the three end with
concessions on all sides. Then a refusal no longer risks being the one without, so that both confirm the small package with
${percent(small(kept))} in 2026, where they confirm it with ${percent(small(loose))} otherwise, and the United States offers it less. To Canada the value of the
game ${gain(kept, 1)}, to Mexico it ${gain(kept, 2)}. Mexico gains most, since it has the most to lose from being without. In
trade Canada pays for any extension that is to be had: duties on China cost it more than relief on metals brings.`;
}

/** @param {ReviewInPlay} game */
function sideDeal(game) {
  const { year, yearly } = game.game;
  const state = year.states.findIndex(
    ({ regime, packages, escalations, trust }) =>
      regime === 'bilateral-one' &&
      escalations === 0 &&
      trust === -1 &&
      packages.every((index) => game.table.packages[index]?.id === 'canada-sector-deal'),
  );
  const mexico = (/** @type {number} */ at) => yearly[at]?.[2]?.relationship ?? 0;
  const together = (/** @type {number} */ at) => game.probability(joined, { state: at, review: 1 });
  const rows = [
    ['in limbo', figureOf(mexico(year.start)), percent(together(year.start))],
    ['after metals for dairy rules, with Canada', figureOf(mexico(state)), percent(together(state))],
  ];
  return `## After a US-Canada side deal: less trust, fewer fronts

Before the review of 2027, in \`review-as-it-went\`.

${table(['state', 'standing of Mexico with the others, a year', 'common front in 2027'], rows)}

Who goes alone loses standing with the partner for good: what the other is trusted to do is part of the payoff of every
later year, and to stand together again costs what was lost. With Canada's access settled there is little left for Canada
to win by a front, so that one is rarer, and Mexico negotiates by itself.`;
}

/** @param {ReviewInPlay} game */
function liftOrAnswer(game) {
  const { start } = game.game.year;
  const lifted = game.limboWith(['us-fentanyl-canada']);
  const second = game.limboWith(['us-fentanyl-canada', 'canada-lists', 'canada-second-list']);
  const states = /** @type {const} */ ([
    ['kept, as on 31 August 2025', start],
    ['lifted, as on 1 September 2025', lifted],
    ['answered in kind, with the second list of C$125 bn', second],
  ]);
  const flowAtStart = game.tradeIn(start).flow[1]?.[0] ?? 0;
  const rows = states.map(([name, state]) => {
    const { realIncome, flow } = game.tradeIn(state);
    return [
      name,
      ...realIncome.map(figureOf),
      `${signed(100 * ((flow[1]?.[0] ?? 0) / flowAtStart - 1), 2)}%`,
      percent(
        game.probability(named(0, 'lift us-fentanyl-canada'), { state, among: byPlayer(0, 'measures') }),
      ),
      percent(game.probability(bySideDealWith('CAN'), { state })),
      figureOf(valueAt(game, state)),
    ];
  });
  const liftsItself = game.probability(named(1, 'lift canada-lists'), { among: byPlayer(1, 'measures') });
  return `## Lifting without a return, against answering in kind

Case \`lift-or-answer-in-kind\`: the law of 31 August 2025, with Canada's lists of March standing against the fentanyl
duty. Trade is the long run against that law; the US duty stands in all three rows. The moves are those of the first
review that begins there.

${table(
  [
    "Canada's lists",
    'real income USA',
    'CAN',
    'MEX',
    'Canadian imports from the US',
    'US lifts its duty',
    'Canada gets a deal of its own',
    'value to Canada',
  ],
  rows,
)}

In trade lifting pays for Canada: its lists taxed its own buyers, and their end raises its real income and that of the
United States, at Mexico's cost. In the game it brings no return: the United States is about as likely to end its duty
as before, since the lists cost it too little to be paid for. What is lost is a thing to trade, so that to begin the
review with the lists gone is worth less to Canada than to begin it with them, by ${less(valueAt(game, start) - valueAt(game, lifted))} in present value, although
they could be put back. Answering in kind costs both sides trade, and wins a little at the table: the second list costs
the United States four times what the first does, so that it ends its duty more often, and to begin the review there is
worth ${less(valueAt(game, second) - valueAt(game, start))} more to Canada than with the first list alone. At the review itself Canada lifts with ${percent(liftsItself)} of its
moves where it holds its lists.`;
}

/** @param {ReviewInPlay} game @param {number} state */
function valueAt(game, state) {
  const node = /** @type {number} */ (game.game.year.tree.begins[state]);
  return /** @type {number} */ (game.solution.values[0]?.[3 * node + 1]);
}

const regimeColumns = [
  'in force 2026',
  'extended 2026',
  'one protocol 2026',
  'extended 2036',
  'two protocols 2036',
  'one protocol 2036',
];

/** @param {ReviewInPlay} game */
function regimesOf(game) {
  const one = (/** @type {number} */ review) =>
    game.chanceOf('bilateral-one', review) + game.chanceOf('bilateral-other', review);
  return [
    game.chanceOf('in-force', 0),
    game.chanceOf('extended', 0),
    one(0),
    game.chanceOf('extended'),
    game.chanceOf('two-bilaterals'),
    one(-1),
  ].map(percent);
}

/** @param {ReviewInPlay} game @param {string} id */
function packageNamed(game, id) {
  return percent(game.packagesAtTheEnd().find(([name]) => name === id)?.[1] ?? 0);
}

/** @param {ReviewInPlay} game @param {number} party */
function incomeAtTheEnd(game, party) {
  return game.result.years.at(-1)?.realIncome[party]?.mean ?? 0;
}

/** @typedef {import('./review-in-play.js').Move} Move */

const joined = (/** @type {Move} */ { name }) => name === 'join / join';
const named = (/** @type {number} */ player, /** @type {string} */ name) => (/** @type {Move} */ move) =>
  move.player === player && move.name === name;
const byPlayer = (/** @type {number} */ player, /** @type {string} */ about) => (/** @type {Move} */ move) =>
  move.player === player && move.about === about;
const bySideDealWith = (/** @type {'CAN' | 'MEX'} */ party) => (/** @type {Move} */ move) =>
  move.name === 'accept' && move.player === (party === 'CAN' ? 1 : 2);

/** @param {number} value */
function figureOf(value) {
  return signed(value, 3);
}

/** @param {number} value @param {number} digits */
function signed(value, digits) {
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : `${value < 0 ? '−' : '+'}${text}`;
}

/** @param {number} value */
const less = (value) => value.toFixed(3);

/** @param {number} value */
function changed(value) {
  return value < 0 ? `falls by ${(-value).toFixed(3)}` : `rises by ${value.toFixed(3)}`;
}
