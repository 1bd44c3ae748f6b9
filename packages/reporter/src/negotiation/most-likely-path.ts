import type {
  NegotiationChoices,
  NegotiationResult,
  NegotiationTable,
  PathStep,
  PayoffParts,
  Region,
} from '@usmca-sim/core';
import { capitalised, inSentence } from '../names.ts';
import { formatNumber } from '../number-style.ts';
import type { Section } from '../report.ts';
import { type Cast, contentOfOffer, isTurning, moveAsInfinitive, moveInWords } from './move-in-words.ts';
import type { NegotiatedCase } from './negotiated-case.ts';
import { regimeInWords } from './regime-in-words.ts';

/** What decides between two moves, as the end of a sentence. */
const decidedBy: Readonly<Record<keyof PayoffParts, string>> = {
  realIncome: 'real income',
  sectors: 'the sectors that it gives weight to',
  audience: 'backing down from what was said in public',
  action: 'what acting costs, and what the terms are worth beyond trade',
  uncertainty: 'a future that stays open',
  relationship: 'its standing with the others',
};

/** Differences of present value below this are those of rounding in the computer. */
const least = 1e-9;

/** The most likely path as a story: a point a move, years in which the same happens told once. */
export function pathSection(one: NegotiatedCase): Section {
  const { path } = one.negotiation;
  const cast = castOf(one);
  const spells = spellsOf(path);
  const together = path.reduce((product, { probability }) => product * probability, 1);
  return {
    heading: 'The likeliest move at every point',
    sentences: [
      `At every point the move that is likeliest there, with its probability once there. As a whole, exactly this path has a probability of ${percent(together)}: a path has many moves, and the table of regimes says more about where things end.`,
      'A review is held on 1 July. Losses are in percent of real income, present value of that review.',
      ...(one.negotiation.beliefs
        ? [
            'Probabilities are means over the types of the government whose type is its secret, and over what is believed of it.',
          ]
        : []),
    ],
    points: spells.flatMap((spell) => spellInWords(spell, one, cast)),
  };
}

export function castOf({ regions, negotiation }: NegotiatedCase): Cast {
  const { table } = negotiation.choices;
  return { table, names: partiesInSentences(table, regions) };
}

/** Names of a table's parties as they stand in a sentence: `the United States`. */
export function partiesInSentences({ parties }: NegotiationTable, regions: readonly Region[]): string[] {
  return parties.map((code) => {
    const region = regions.find((known) => known.code === code);
    return region ? inSentence(region) : code;
  });
}

/** Years one after another in which the same moves are made and lead to the same regime. */
interface Spell {
  readonly years: readonly number[];
  /** Steps of each of those years. */
  readonly steps: readonly (readonly PathStep[])[];
}

function spellsOf(path: NegotiationResult['path']): Spell[] {
  const years = [...new Set(path.map(({ year }) => year))];
  const spells: { years: number[]; steps: PathStep[][] }[] = [];
  for (const year of years) {
    const steps = path.filter((step) => step.year === year);
    const last = spells.at(-1);
    if (last && deeds(last.steps[0]!) === deeds(steps)) {
      last.years.push(year);
      last.steps.push(steps);
    } else spells.push({ years: [year], steps: [steps] });
  }
  return spells;
}

function deeds(steps: readonly PathStep[]): string {
  return JSON.stringify(steps.map(({ players, about, move, regime }) => [players, about, move, regime]));
}

function spellInWords(spell: Spell, { negotiation }: NegotiatedCase, cast: Cast): string[] {
  const { years, steps } = spell;
  const [first, last] = [years[0]!, years.at(-1)!];
  const when = first === last ? `1 July ${first}` : `Every 1 July from ${first} to ${last}`;
  const told: string[] = [];
  for (let k = 0; k < steps[0]!.length; k++) {
    const share = (at: number) => range(steps.map((ofYear) => ofYear[at]!.probability));
    let clause = `${moveInWords(steps[0]![k]!, cast)} (${share(k)})`;
    let reasons = reasonOf(k, spell, negotiation, cast);
    // Whom to turn to and with what are two moves, and one thing to tell.
    const content = isTurning(steps[0]![k]!.move) ? contentOfOffer(steps[0]![k + 1]?.move ?? '', cast) : '';
    if (content !== '') {
      k++;
      clause += ` ${content} (${share(k)})`;
      reasons += reasonOf(k, spell, negotiation, cast);
    }
    told.push(`${capitalised(clause)}.${reasons}`);
  }
  const after = `${capitalised(regimeInWords(steps[0]!.at(-1)!.regime, cast.names))}.`;
  return told.map(
    (text, k) =>
      `${k === 0 ? `${when}: ` : `${years.length === 1 ? first : 'As often'}: `}${text}${k === told.length - 1 ? ` ${after}` : ''}`,
  );
}

/** Why this move and not the next best: what that would lose, and which part of the payoff decides. */
function reasonOf(k: number, { years, steps }: Spell, { choices }: NegotiationResult, cast: Cast): string {
  const step = steps[0]![k]!;
  const next = nextBest(step);
  if (!next) return '';
  const party = cast.names[next.player]!;
  // In other years something else may be the next best.
  const alike = steps.flatMap((ofYear, y) => {
    const { instead } = ofYear[k]!;
    return instead?.move === step.instead!.move ? [{ year: years[y]!, loses: instead.loses }] : [];
  });
  const loses = alike.reduce((sum, one) => sum + one.loses, 0) / alike.length;
  const when =
    steps.length === 1
      ? ''
      : alike.length === steps.length
        ? ' on average'
        : alike.length === 1
          ? ` in ${alike[0]!.year}`
          : ` on average of the years in which it is the next best`;
  const own = moveAsInfinitive(step.about, next.move, cast);
  const together = step.players.length > 1;
  const lead = together
    ? ` Of the two, ${party} is nearer to another answer: ${own}`
    : ` ${capitalised(own)}`;
  if (Math.abs(loses) < least)
    return `${lead} is worth the same to ${together ? 'it' : party}; of equal moves one is taken.`;
  if (loses < 0)
    return `${lead} would be worth ${lossInWords(-loses)} more to ${together ? 'it' : party}${when}: the likeliest move is not always the best.`;
  const delay = step.move === 'no offer' ? delayInWords(next.move, next.player, choices) : '';
  return `${delay}${lead} would lose it ${lossInWords(loses)}${when}; what decides is ${decidedBy[step.instead!.decidedBy]}.`;
}

/** Whose other move is the next best, and which: where two decide at once, that of the one who is closer to it. */
export function nextBest({ players, move, instead }: PathStep): { player: number; move: string } | undefined {
  if (!instead || players.length === 0) return undefined;
  if (players.length === 1) return { player: players[0]!, move: instead.move };
  const [now, other] = [move.split(' / '), instead.move.split(' / ')];
  const at = players.findIndex((_, side) => now[side] !== other[side]);
  return at < 0 ? undefined : { player: players[at]!, move: other[at]! };
}

/** What stands behind a refusal to offer: the price of another year, and of backing down. */
function delayInWords(instead: string, player: number, choices: NegotiationChoices): string {
  const { economistsView, stances, table } = choices;
  if (economistsView) return '';
  const { uncertainty } = stances[player]!;
  const limbo = ` Another year of limbo costs it ${formatNumber(uncertainty.value, 2)}%`;
  const pack = table.packages.find(({ id }) => instead.split(' ')[1] === id);
  if (!pack) {
    const costs = packagesFor(instead, choices).map((one) => backingDown(one, player, choices).cost);
    const [low, high] = [Math.min(...costs), Math.max(...costs)].map((cost) => `${formatNumber(cost, 2)}%`);
    if (costs.length === 0 || high === '0%') return `${limbo}.`;
    return `${limbo}, backing down ${low === high ? low : `${low} to ${high}`} once${low === high ? '' : ', by what is offered'}.`;
  }
  const { cost, asked } = backingDown(pack, player, choices);
  if (cost === 0) return '';
  const most = asked.length > 1 ? `, most of it on “${asked[0]!.title}”` : ` on “${asked[0]!.title}”`;
  return `${limbo}, backing down ${formatNumber(cost, 2)}% once${most}.`;
}

/** The packages that somebody who turns to these partners has to choose from. */
function packagesFor(turn: string, { table, stances }: NegotiationChoices): NegotiationTable['packages'] {
  if (!isTurning(turn)) return [];
  const [, whom] = /^turn to (.+)$/.exec(turn)!;
  return table.packages.filter(({ with: partner, picks }) => {
    const asked = whom === 'one after the other' ? partner !== 'both' : partner === whom;
    const signs = table.parties.map((code, i) => i === 0 || partner === 'both' || partner === code);
    const terms = Object.entries(picks).map(([issue, option]) => `${issue}/${option}`);
    return (
      asked &&
      stances.every(({ redLines }, i) => !signs[i] || redLines.every(({ value }) => !terms.includes(value)))
    );
  });
}

/** What a package costs a government that takes back what it has said, and on what, the most first. */
function backingDown(
  { picks }: NegotiationTable['packages'][number],
  player: number,
  { table, stances }: NegotiationChoices,
): { cost: number; asked: { title: string; concession: number }[] } {
  const { audienceCost, domesticPressure } = stances[player]!;
  const asked = Object.entries(picks)
    .flatMap(([issue, option]) => {
      const found = table.issues.find(({ id }) => id === issue);
      const picked = found?.options.find(({ id }) => id === option);
      const concession = picked?.concession[table.parties[player]!] ?? 0;
      return found && concession > 0 ? [{ title: found.title, concession }] : [];
    })
    .sort((a, b) => b.concession - a.concession);
  const backing = Math.min(
    1,
    asked.reduce((sum, { concession }) => sum + concession, 0),
  );
  return { cost: backing * audienceCost.value * domesticPressure.value, asked };
}

/** A size in percent of real income: two decimals, three where that would be 0. */
export function lossInWords(percent: number): string {
  return percent < 0.0005 ? 'less than 0.001%' : `${formatNumber(percent, 2)}%`;
}

function range(shares: readonly number[]): string {
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  const [a, b] = [percent(low), percent(high)];
  return a === b ? a : `${a} to ${b}`;
}

/** A probability: whole percents, more where that would be 0 or 100 and is not. */
export function percent(probability: number): string {
  const value = 100 * probability;
  if (value > 99.5 && value < 100) return value >= 99.95 ? 'almost 100%' : `${formatNumber(value, 1)}%`;
  if (value > 0 && value < 0.0005) return 'less than 0.001%';
  return `${formatNumber(value, 0)}%`;
}
