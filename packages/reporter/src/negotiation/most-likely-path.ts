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
import { type Cast, moveAsInfinitive, moveInWords } from './move-in-words.ts';
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
    heading: 'The most likely path',
    sentences: [
      `At every point the move that is likeliest there, with its probability once there. As a whole, exactly this path has a probability of ${percent(together)}: a path has many moves, and the table of regimes says more about where things end.`,
      'A review is held on 1 July. Losses are in percent of real income, present value of that review.',
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

function spellInWords({ years, steps }: Spell, { negotiation }: NegotiatedCase, cast: Cast): string[] {
  const [first, last] = [years[0]!, years.at(-1)!];
  const when = first === last ? `1 July ${first}` : `Every 1 July from ${first} to ${last}`;
  const told = steps[0]!.map((step, k) => {
    const shares = steps.map((ofYear) => ofYear[k]!.probability);
    const clause = `${moveInWords(step, cast)} (${range(shares)})`;
    return `${capitalised(clause)}.${reasonOf(step, k, steps, negotiation, cast)}`;
  });
  const regime = steps[0]!.at(-1)!.regime;
  const after = `${capitalised(regimeInWords(regime, cast.names))}.`;
  return told.map(
    (text, k) =>
      `${k === 0 ? `${when}: ` : `${years.length === 1 ? first : 'As often'}: `}${text}${k === told.length - 1 ? ` ${after}` : ''}`,
  );
}

/** Why this move and not the next best: what that would lose, and which part of the payoff decides. */
function reasonOf(
  step: PathStep,
  k: number,
  steps: readonly (readonly PathStep[])[],
  { choices }: NegotiationResult,
  cast: Cast,
): string {
  const { instead, players, about, move } = step;
  if (!instead || players.length !== 1) return '';
  const party = cast.names[players[0]!]!;
  const losses = steps.flatMap((ofYear) => ofYear[k]!.instead?.loses ?? []);
  const loses = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  const next = capitalised(moveAsInfinitive(about, instead.move, cast));
  if (Math.abs(loses) < least) return ` ${next} is worth the same to ${party}; of equal moves one is taken.`;
  if (loses < 0)
    return ` ${next} would be worth ${lossInWords(-loses)} more to ${party}: the likeliest move is not always the best.`;
  const delay = move === 'no offer' ? delayInWords(instead.move, players[0]!, choices) : '';
  return `${delay} ${next} would lose it ${lossInWords(loses)}${steps.length > 1 ? ' on average' : ''}; what decides is ${decidedBy[instead.decidedBy]}.`;
}

/** What stands behind a refusal to offer: the price of another year, and of backing down. */
function delayInWords(instead: string, player: number, choices: NegotiationChoices): string {
  const { economistsView, stances, table } = choices;
  const pack = table.packages.find(({ id }) => instead.split(' ')[1] === id);
  if (economistsView || !pack) return '';
  const { uncertainty, audienceCost, domesticPressure } = stances[player]!;
  const asked = Object.entries(pack.picks)
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
  if (backing === 0) return '';
  const cost = backing * audienceCost.value * domesticPressure.value;
  const most = asked.length > 1 ? `, most of it on “${asked[0]!.title}”` : ` on “${asked[0]!.title}”`;
  return ` Another year of limbo costs it ${formatNumber(uncertainty.value, 2)}%, backing down ${formatNumber(cost, 2)}% once${most}.`;
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
