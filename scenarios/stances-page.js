import { parseStance } from '@usmca-sim/core';
import { table as markdownTable } from './markdown-table.js';
import { reviewCase } from './review-in-play.js';

/**
 * @typedef {import('@usmca-sim/core').Stance} Stance
 * @typedef {import('@usmca-sim/core').Reasoned} Reasoned
 */

/**
 * The page of the documentation on the stances of the library: everything assumed about a government, in one place.
 *
 * @param {import('./review-in-play.js').World} world
 */
export async function stancesPage(world) {
  const { library, economy } = world;
  const stances = library
    .ids('stance')
    .map((id) => parseStance(/** @type {string} */ (library.locate(id, 'stance')), library, economy));
  const parties = economy.parties.map((index) => economy.regions[index]);
  const parts = parties.flatMap((region) => {
    const own = stances.filter(({ party }) => party === region?.code);
    return own.length === 0 ? [] : [`## ${region?.name}`, table(own), ...own.map(inFull)];
  });
  const tables = [];
  for (const id of ['review-as-it-went', 'after-the-review', 'lift-or-answer-in-kind']) {
    tables.push(onTheTable((await reviewCase(world, id)).negotiation.table));
  }
  return `${[head, ...parts, tablesHead, ...tables].join('\n\n')}\n`;
}

const head = `# Stances

Everything that the library assumes about the three governments, and at the end what its tables do. Trade effects are
computed; what is here is not observed. A figure is *sourced* (on record), *normalised* (neutral) or *calibrated*: set by hand to the event that its
reason names, so that the game does not find it unlikely. No fit to all events together has been made;
[What the negotiation finds](negotiation-findings.md) sets them beside the game. Trade effects of what is at stake are
small (a lapse to MFN duties costs the United States 0.015% of real income a year, Canada 0.031%, Mexico 0.126%), so that
a cost of 0.1 is a lot.

Costs are in percent of real income, once; trust and uncertainty in percent of real income a year. \`usmca-sim stances\`
shows the same, with what differs between any of them; [Writing a case](writing-a-case.md#stances) says how to write one.
This page is written by \`pnpm run generate\`.`;

/** @param {Stance} stance @returns {[string, Reasoned][]} */
function figures(stance) {
  const { sectorWeights, trust } = stance;
  return [
    ...Object.entries(sectorWeights).map(
      ([code, one]) => /** @type {[string, Reasoned]} */ ([`weight of ${code}`, one]),
    ),
    ['audience cost', stance.audienceCost],
    ['domestic pressure', stance.domesticPressure],
    ['patience', stance.patience],
    ['uncertainty', stance.uncertainty],
    ...Object.entries(trust).map(
      ([code, one]) => /** @type {[string, Reasoned]} */ ([`trust in ${code}`, one]),
    ),
    ['breaking a front', stance.breakingFront],
    ['leaving', stance.leaving],
    ['revoking', stance.revoking],
    ['precision', stance.precision],
  ];
}

/** @param {readonly Stance[]} stances */
function table(stances) {
  const names = [...new Set(stances.flatMap((stance) => figures(stance).map(([name]) => name)))];
  const rows = names.map((name) => {
    const values = stances.map(
      (stance) => figures(stance).find(([own]) => own === name)?.[1].value ?? 'neutral',
    );
    return `| ${[name, ...values].join(' | ')} |`;
  });
  const ids = stances.map(({ id }) => `\`${id}\``);
  return [`| figure | ${ids.join(' | ')} |`, `| --- |${' ---: |'.repeat(ids.length)}`, ...rows].join('\n');
}

/** @param {Stance} stance */
function inFull(stance) {
  const reasons = figures(stance).filter(([, { because }]) => because !== 'neutral');
  return [
    `### ${stance.title} (\`${stance.id}\`)`,
    [
      ...stance.objectives.map((objective) => `- Wants: ${objective}.`),
      ...stance.redLines.map(
        ({ value, origin, because }) => `- Will not accept \`${value}\`: ${because} (${origin}).`,
      ),
      ...stance.types.map(
        ({ title, probability, audienceCost, because }) =>
          `- With probability ${probability}: ${title.toLowerCase()}, audience cost times ${audienceCost}. ${because}.`,
      ),
    ].join('\n'),
    [
      '| figure | value | origin | because |',
      '| --- | ---: | --- | --- |',
      ...reasons.map(
        ([name, { value, origin, because }]) => `| ${name} | ${value} | ${origin} | ${because} |`,
      ),
    ].join('\n'),
    `Sources: ${stance.sources.join('; ')}.`,
  ].join('\n\n');
}

const tablesHead = `## What the tables assume

A concession is the part of its audience cost that a government pays, once, for an option: how far it backs down from
what it has said in public. Those of a package add up, to 1 at most. No option is given a worth beyond trade. Costs of
measures are in percent of real income a year; *announced* is the part of the audience cost that each year of letting a
measure lie costs. All are calibrated. \`usmca-sim stances --table ID\` shows the same.`;

/** @param {import('@usmca-sim/core').NegotiationTable} negotiated */
function onTheTable({ id, title, parties, issues, escalations, news }) {
  const by = (/** @type {import('@usmca-sim/core').ByParty} */ figures) =>
    parties.map((code) => String(figures[code] ?? 0));
  const options = issues.flatMap((issue) =>
    issue.options.map((option) => [`\`${issue.id}/${option.id}\``, option.because, ...by(option.concession)]),
  );
  const measures = escalations.map((one) => [
    `\`${one.id}\`${one.standing ? ', stands' : ''}`,
    one.because,
    one.by,
    String(one.cost),
    String(one.announced),
  ]);
  const told = news.map((one) => [
    `\`${one.id}\``,
    one.because,
    String(one.probability),
    ...by(one.extension),
  ]);
  return [
    `### ${title} (\`${id}\`)`,
    markdownTable(['option', 'because', ...parties], options, 2),
    markdownTable(['measure', 'because', 'by', 'cost', 'announced'], measures, 3),
    ...(told.length > 0
      ? [markdownTable(['news', 'because', 'probability', ...parties.map((code) => `to ${code}`)], told, 2)]
      : []),
  ].join('\n\n');
}
