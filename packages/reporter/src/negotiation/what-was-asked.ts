import type { Concept } from '@usmca-sim/core';
import { sentence } from '../comparison/changes-in-words.ts';
import { labelColumn } from '../label-column.ts';
import { capitalised, counted, joined } from '../names.ts';
import { formatNumber } from '../number-style.ts';
import type { Section, Table } from '../report.ts';
import { type NegotiatedCase, partyNames } from './negotiated-case.ts';

/** How governments are taken to behave, in a sentence each. */
const behaviour: Readonly<Record<Concept, string>> = {
  'subgame-perfect':
    'Each government takes the move that is best for it at every review, knowing that the others do so at all later ones (subgame-perfect equilibrium)',
  quantal:
    'Each government is the more likely to take a move the more it gains by it, and may take any (agent quantal response equilibrium)',
  'private-types':
    'One government may be of two kinds that the others cannot tell apart, and they learn from what it does; each is the more likely to take a move the more it gains by it (agent quantal response with private types)',
};

/** The negotiation that was solved: table, governments, behaviour. */
export function whatWasAsked(one: NegotiatedCase): Section {
  const { table, concept, economistsView } = one.negotiation.choices;
  const names = partyNames(one);
  const standing = table.escalations.filter((escalation) => escalation.standing);
  return {
    heading: 'What was asked',
    sentences: [
      `${one.id}: “${table.title}” (${table.id}), ${counted(table.reviews.length, 'review')} from ${table.reviews[0]} to ${table.reviews.at(-1)}; ${names[0]} offers, ${joined(names.slice(1))} answer.`,
      `${behaviour[concept]}.${economistsView ? " Political terms are left out: payoffs are real income alone (the economist's view)." : ''}`,
      ...(standing.length > 0
        ? [`In force when it begins: ${joined(standing.map(({ title }) => `“${title}”`))}.`]
        : []),
    ],
    tables: [stancesTable(one), packagesTable(one)],
  };
}

/** The figures of each government that bear most on its moves. */
function stancesTable(one: NegotiatedCase): Table {
  const { stances, precision } = one.negotiation.choices;
  const names = partyNames(one);
  const figure = (key: string, heading: string, unit: string, decimals: number) =>
    ({ key, heading, kind: 'points', unit, decimals }) as const;
  return {
    title: 'The governments as they are taken to be; percent of real income, once or a year',
    columns: [
      labelColumn('Government', 'party'),
      labelColumn('Stance', 'stance'),
      figure('audience-cost', 'backing down, once', 'percent of real income', 3),
      figure('pressure', 'pressure at home', '', 2),
      figure('uncertainty', 'limbo, a year', 'percent of real income a year', 3),
      figure('patience', 'patience', '', 2),
      figure('precision', 'precision λ', '', 0),
    ],
    rows: stances.map((stance, i) => ({
      cells: [
        names[i]!,
        stance.id,
        stance.audienceCost.value,
        stance.domesticPressure.value,
        stance.uncertainty.value,
        stance.patience.value,
        precision ?? stance.precision.value,
      ],
    })),
    notes: [
      `Everything assumed about them, with its reasons: usmca-sim stances ${stances.map(({ id }) => id).join(' ')}.`,
    ],
  };
}

/** A line an issue; what a package leaves out stays as it is. */
function packagesTable(one: NegotiatedCase): Table {
  const { packages, issues, parties } = one.negotiation.choices.table;
  const names = partyNames(one);
  const terms = (picks: Readonly<Record<string, string>>) => {
    const picked = Object.entries(picks).map(([issue, option]) => {
      const found = issues.find(({ id }) => id === issue);
      return [
        found?.title ?? issue,
        found?.options.find(({ id }) => id === option)?.title ?? option,
      ] as const;
    });
    return picked.length > 0 ? picked : [['', 'as it is'] as const];
  };
  return {
    title: 'Packages on the table',
    columns: [
      labelColumn('Package', 'package'),
      labelColumn('With', 'with'),
      labelColumn('Issue', 'issue'),
      labelColumn('Terms', 'terms'),
    ],
    rows: packages.flatMap(({ title, with: partner, picks }) =>
      terms(picks).map(([issue, option], line) => ({
        cells: [
          ...(line > 0
            ? ['', '']
            : [title, partner === 'both' ? 'both' : (names[parties.indexOf(partner)] ?? partner)]),
          issue,
          option,
        ],
      })),
    ),
  };
}

/** How the game was solved, and what its figures mean. */
export function howItWasSolved(one: NegotiatedCase): Section {
  const { solved, states, policies, choices } = one.negotiation;
  const names = partyNames(one);
  const [lowest, highest] = [Math.min(...(solved.precision ?? [])), Math.max(...(solved.precision ?? []))];
  const lambda =
    solved.precision === undefined
      ? []
      : [
          `Precision λ: ${solved.precision.map((value, i) => `${names[i]} ${formatNumber(value, 0)}`).join(', ')}, per percent of real income in present value of the review at hand. A move worth ${formatNumber(1 / highest, 3)}% more than another is ${formatNumber(Math.E, 1)} times as likely${lowest === highest ? '' : `; ${formatNumber(1 / lowest, 3)}% where λ is ${formatNumber(lowest, 0)}`}. At λ = 0 all moves are equally likely.`,
        ];
  return {
    heading: 'How it was solved',
    points: [
      `The game can come to ${counted(states.length, 'state')} under ${counted(policies.length, 'policy').replace('policys', 'policies')}; one review has ${counted(solved.positions, 'position')}. ${capitalised(counted(solved.equilibria, 'equilibrium').replace('equilibriums', 'equilibria'))} of trade ${solved.equilibria === 1 ? 'stands' : 'stand'} behind the payoffs, none of them interpolated.`,
      ...lambda,
      regretInWords(solved.maximumRegret, choices.concept),
      // Under noise nothing is chosen between equilibria.
      ...(choices.concept === 'subgame-perfect' ? [othersInWords(solved.otherEquilibria)] : []),
      ...choices.table.news.map(({ title, probability, because }) =>
        sentence(
          `News before a review: ${title}, probability ${formatNumber(100 * probability, 0)}% (${because.replace(/\.$/, '')})`,
        ),
      ),
    ],
  };
}

function regretInWords(regret: number, concept: Concept): string {
  const size = regret < 1e-9 ? 'less than a billionth of a percent' : `${formatNumber(regret, 3)}%`;
  return concept === 'subgame-perfect'
    ? `Maximum regret: ${size} of real income. No government could gain more by deviating once, anywhere in the game.`
    : `Maximum regret: ${size} of real income, the most that a government gives up anywhere by taking moves that are not its best; behaviour with noise has some by design.`;
}

/** What the negotiation cannot say. */
export function negotiationLimits(): Section {
  return {
    heading: 'What the negotiation cannot say',
    points: [
      'Political payoffs are not observed. They are assumed, with a reason each; other stances give other probabilities.',
      'Payoffs of trade are those of the long run under a policy, from its first year on: no disruption on the way, no uncertainty of firms beyond what the stances put a figure on.',
      'Governments are single players, with the moves that the table lists; courts, legislatures and elections are no players.',
      'Probabilities are those of the model under these assumptions, and no forecast.',
    ],
  };
}

function othersInWords(count: number): string {
  if (count === 0) return 'No simultaneous decision has another equilibrium in pure moves.';
  return `${capitalised(counted(count, 'simultaneous decision'))} ${count === 1 ? 'has' : 'have'} another equilibrium in pure moves beside the one chosen: weakly dominated moves are dropped, and what is left open follows the limit of the logit branch.`;
}
