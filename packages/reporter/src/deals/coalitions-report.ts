import type { NashInNash } from '@usmca-sim/core/coalitions';
import { labelColumn } from '../label-column.ts';
import { capitalised, counted, joined } from '../names.ts';
import { regimeLabel } from '../negotiation/regime-in-words.ts';
import { probabilityOf, regimesShown, shownPercent } from '../negotiation/regimes-by-year.ts';
import { formatNumber, moneyInWords } from '../number-style.ts';
import type { Manifest, Report, Section, Table } from '../report.ts';
import { reproductionPoints } from '../reproduction.ts';
import { type AllianceCase, partitionLabel, payoffsOf } from './alliance-case.ts';
import { headingsOf, namesOf } from './bargained-case.ts';
import { coalitionsRecord } from './coalitions-record.ts';
import { bestPartition, divisionSection, sharedColumn, sideDealsSection } from './division-sections.ts';
import { frontInWords, frontSection, partyColumns } from './front-section.ts';

/** The report on alliances of a negotiation: what each is worth, to whom, and whether it would hold. */
export function coalitionsReport(one: AllianceCase, { manifest }: { readonly manifest: Manifest }): Report {
  return {
    title: `Alliances: ${one.title}`,
    question: one.question,
    sections: [
      whatWasSolved(one),
      { heading: 'In brief', sentences: [frontInWords(one), bestForEach(one)] },
      partitionsSection(one),
      frontSection(one),
      divisionSection(one),
      sideDealsSection(one),
      tracksSection(one),
      limits(one),
      { heading: 'How to reproduce', code: [manifest.command], points: reproductionPoints(manifest) },
    ],
    manifest,
    record: coalitionsRecord(one),
  };
}

function whatWasSolved(one: AllianceCase): Section {
  const { choices, alliances, alike, leftOut } = one;
  const { table, economistsView } = choices;
  const { precision, weights } = alliances.behaviour;
  const names = namesOf(one);
  const perPercent = joined(names.map((name, i) => `${moneyInWords(weights[i]!, one.unit)} to ${name}`));
  return {
    heading: 'What was solved',
    sentences: [
      `The negotiation “${table.title}” (${table.id}) of ${counted(table.reviews.length, 'review')}, once for each of the ${alliances.partitions.length} ways of grouping ${joined(names)}. A group decides as one player, at every move of a member and in votes of two; every value is that of the solved game.`,
      precision
        ? `Each group is the more likely to make a move the more it gains by it (quantal response), with the mean λ of its members: ${joined(names.map((name, i) => `${formatNumber(precision[i]!, 0)} for ${name}`))}.`
        : 'Each group makes the move that is best for it, knowing that the others do so later (subgame perfection).',
      alike
        ? 'A group looks to the sum of its members’ payoffs in percent, each of its own real income: a percent counts alike for all.'
        : `A group looks to the sum of its members’ payoffs in money, as if they could pay one another: one percent of real income is ${perPercent}, after value added in the base year of the data.`,
      ...(economistsView
        ? ['Political terms are left out: payoffs are real income alone (the economist’s view).']
        : []),
    ],
    points: [
      'All together: everything is chosen jointly, a front of the partners as well.',
      'Two together: they choose jointly, the third for itself. The two partners stand together every year; a partner of the proposer forms no front.',
      'Each alone: no front, nothing is chosen jointly.',
      `What a coalition expects of those whom it leaves out: that they are ${leftOut === 'alone' ? 'each on its own' : 'together'}.`,
    ],
  };
}

function bestForEach(one: AllianceCase): string {
  return `${capitalised(joined(namesOf(one).map((_, party) => bestPartition(one, party))))}.`;
}

function partitionsSection(one: AllianceCase): Section {
  return {
    heading: 'What each grouping comes to',
    sentences: [
      'Payoffs are as they fall, before anybody pays anybody: percent of a year’s real income, present value of the first review, against the law at the start for ever.',
    ],
    tables: [payoffsTable(one), regimesTable(one)],
  };
}

function payoffsTable(one: AllianceCase): Table {
  const { label, ...sum } = sharedColumn(one, 'sum', 'Sum');
  return {
    title: `Payoffs, percent of a year’s real income, and their sum, ${label}`,
    columns: [labelColumn('Grouping', 'partition'), ...partyColumns(one), sum],
    rows: one.alliances.partitions.map((solved) => ({
      cells: [
        partitionLabel(one, solved.partition),
        ...payoffsOf(solved),
        one.alliances.game.payoffs!(solved.partition).reduce((total, value) => total + value, 0),
      ],
    })),
  };
}

function regimesTable(one: AllianceCase): Table {
  const { partitions } = one.alliances;
  const last = partitions.map(({ years }) => years.at(-1)!);
  const names = headingsOf(one);
  return {
    title: `Probability of each regime after the review of ${last[0]!.year}, percent`,
    columns: [
      labelColumn('Regime', 'regime'),
      ...partitions.map(({ partition }) => ({
        key: partition.join('-'),
        heading: partitionLabel(one, partition),
        kind: 'points' as const,
        unit: 'percent',
        decimals: 0,
      })),
    ],
    rows: regimesShown({ years: last }).map((regime) => ({
      cells: [regimeLabel(regime, names), ...last.map((year) => shownPercent(probabilityOf(year, regime)))],
    })),
  };
}

/** Two bargains at once, each taking the other as given. */
function tracksSection(one: AllianceCase): Section {
  const { tracks } = one.alliances;
  const names = namesOf(one);
  const heading = 'Two bilateral tracks at once';
  if (tracks === undefined) {
    return {
      heading,
      sentences: [`There is not a protocol of two for each of ${names[1]} and ${names[2]} on the table.`],
    };
  }
  const { outcomes } = tracks;
  const found =
    outcomes.length === 0
      ? 'There is no pair of terms that neither bargain would change'
      : `There ${outcomes.length === 1 ? 'is one pair' : `are ${outcomes.length} pairs`} of terms that neither bargain would change`;
  return {
    heading,
    sentences: [
      `${capitalised(names[0]!)} bargains with ${names[1]} and with ${names[2]} over protocols of the first review. Each bargain takes the other’s terms as given and settles where the product of gains is largest (Nash-in-Nash). ${found}.`,
    ],
    ...(outcomes.length === 0 ? {} : { tables: [tracksTable(one, outcomes)] }),
  };
}

/** Title of the package that a track settles on; `no protocol` where it does not. */
function termsInWords({ alliances, choices }: AllianceCase, { terms }: NashInNash, track: 0 | 1): string {
  const own = terms[track];
  if (own === undefined) return 'no protocol';
  return choices.table.packages[alliances.tracks!.packages[track][own]!]!.title;
}

function tracksTable(one: AllianceCase, outcomes: readonly NashInNash[]): Table {
  const names = headingsOf(one);
  const gain = { kind: 'points', unit: 'percent', signed: true, decimals: 3 } as const;
  return {
    title:
      'Terms of each track, and what each of its two gains by it, percent of a year’s real income, present value',
    columns: [
      labelColumn('Track', 'track'),
      labelColumn('Terms', 'terms'),
      { key: 'proposer', heading: `${names[0]} gains`, ...gain },
      { key: 'partner', heading: 'Partner gains', ...gain },
    ],
    rows: outcomes.flatMap((outcome) =>
      ([0, 1] as const).map((track) => ({
        cells: [`With ${names[track + 1]}`, termsInWords(one, outcome, track), ...outcome.gains[track]!],
      })),
    ),
    notes: [
      'Against no protocol on this track. What is not signed at the first review is not signed later, measures stay as they are, and what is left of the agreement expires at the end.',
    ],
  };
}

function limits({ alike }: AllianceCase): Section {
  return {
    heading: 'What this cannot say',
    points: [
      'Alliances hold from the first review to the last; how they come about, and whether promises in them are kept, is not part of the game.',
      alike
        ? 'A percent of a large economy is more money than one of a small: adding percents is a choice, and --sum-in money another.'
        : 'Governments pay one another in concessions and not in money, and political terms have no price: adding payoffs in money is a choice, and --sum-in percent another.',
      'Payoffs are those of the negotiation, with stances that are set by hand: signs and mechanisms are findings, decimals are not.',
    ],
  };
}
