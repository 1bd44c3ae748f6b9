import { type NegotiationTable, type RegimeKind, type Region, regimeKinds } from '@usmca-sim/core';
import type { AssignmentRecord, Standing, Strategy } from '@usmca-sim/core/strategies';
import { labelColumn } from './label-column.ts';
import { capitalised, counted, inSentence, joined } from './names.ts';
import { regimeLabel } from './negotiation/regime-in-words.ts';
import { shownPercent } from './negotiation/regimes-by-year.ts';
import { formatNumber } from './number-style.ts';
import type { Cell, Column, Manifest, Report, Section, Table } from './report.ts';
import { reproductionPoints } from './reproduction.ts';

/** A tournament that has been played, and what its figures are called. */
export interface PlayedTournament {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly table: NegotiationTable;
  /** Regions of the economy: names of the parties. */
  readonly regions: readonly Region[];
  /** Strategies that somebody has played, in the order of the catalogue. */
  readonly strategies: readonly Pick<Strategy, 'id' | 'title' | 'rule'>[];
  readonly seed: string;
  /** Efficient deals at the first review; none where no deal is on the table. */
  readonly efficientDeals: number;
  readonly records: readonly AssignmentRecord[];
  readonly standings: readonly Standing[];
}

/** As many assignments as a page holds are shown without being asked for. */
const fewAssignments = 12;

/** The report on a tournament. @param all every assignment in a table, however many. */
export function tournamentReport(
  played: PlayedTournament,
  { all = false, manifest }: { readonly all?: boolean; readonly manifest: Manifest },
): Report {
  const showAll = all || played.records.length <= fewAssignments;
  return {
    title: `Tournament: ${played.title}`,
    question: played.question,
    sections: [
      whatWasPlayed(played),
      { heading: 'In brief', sentences: inBrief(played) },
      standingsSection(played),
      { heading: 'Where the games ended', tables: [regimesTable(played)] },
      ...(showAll ? [{ heading: 'Every assignment', tables: [assignmentsTable(played)] }] : []),
      limits(played),
      { heading: 'How to reproduce', code: [manifest.command], points: reproductionPoints(manifest) },
    ],
    manifest,
    record: tournamentRecord(played),
  };
}

function whatWasPlayed({ records, strategies, seed, table, regions }: PlayedTournament): Section {
  const games = gamesOf(records);
  const each = records[0]!.games;
  return {
    heading: 'What was played',
    sentences: [
      `${capitalised(counted(games, 'game'))} of ${counted(table.reviews.length, 'review')} between ${joined(sentenceNames(table, regions))}: ${counted(records.length, 'assignment')} of strategies to governments, ${counted(each, 'game')} each, seed “${seed}”.`,
      'Payoffs are those of the negotiation, from the trade model and the stances, in percent of real income, present value of the first review.',
    ],
    points: strategies.map(({ title, rule }) => `${title}: ${rule}`),
  };
}

function inBrief({ records, standings, strategies, table, regions }: PlayedTournament): string[] {
  const games = gamesOf(records);
  const agreements = sumOf(records, (record) => record.agreements);
  const titleOf = (id: string) => strategies.find((one) => one.id === id)?.title ?? id;
  const names = sentenceNames(table, regions);
  const best = names.flatMap((name, party) => {
    const own = standings.filter((one) => one.party === party);
    const [first] = own;
    if (own.length < 2) return [];
    const alike = own.filter((one) => first!.mean[party]! - one.mean[party]! < leastDifference);
    if (alike.length === own.length)
      return [`${capitalised(name)} has the same payoff on average with each of its strategies.`];
    const which = joined(alike.map(({ strategy }) => titleOf(strategy)));
    return [
      `${capitalised(name)} has the highest payoff on average with ${which} (${payoff(first!.mean[party]!)}).`,
    ];
  });
  const time = sumOf(records, (record) => (record.reviewsToAgreement ?? 0) * record.agreements) / agreements;
  return [
    agreements === 0
      ? 'No game has come to an extension or a protocol.'
      : `${share(agreements, games)} of games come to an extension or a protocol, the first of them on average at review ${formatNumber(time, 1)} of ${table.reviews.length}.`,
    ...best,
  ];
}

/** Payoffs nearer than this differ by rounding in the computer. */
const leastDifference = 1e-9;

function standingsSection(played: PlayedTournament): Section {
  const { table, regions } = played;
  const names = sentenceNames(table, regions);
  return {
    heading: 'How the strategies did',
    sentences: [
      'Each row is the mean over all that the other two played. Left on the table: what every government could have had more, all by the same amount, in a deal of the first review; efficient: games in which no such deal is better for one of them and worse for none.',
    ],
    tables: table.parties.map((_, party) => standingsTable(played, party, names[party]!)),
  };
}

function standingsTable(
  { standings, strategies, table, regions, efficientDeals }: PlayedTournament,
  party: number,
  name: string,
): Table {
  const rows = standings.filter((one) => one.party === party);
  return {
    title: `Strategies of ${name}, the best for it first; payoffs in percent of real income, present value`,
    columns: [
      labelColumn('Strategy', 'strategy'),
      ...payoffColumns(table, regions),
      ...outcomeColumns(efficientDeals),
    ],
    rows: rows.map((one) => ({
      cells: [
        strategies.find(({ id }) => id === one.strategy)?.title ?? one.strategy,
        ...one.mean.map(settled),
        ...outcomeCells(one, efficientDeals),
      ],
    })),
  };
}

function payoffColumns(table: NegotiationTable, regions: readonly Region[]): Column[] {
  const names = shortNames(table, regions);
  return table.parties.map((code, i) => ({
    key: `payoff-${code}`,
    heading: names[i]!,
    group: 'Payoff',
    kind: 'points',
    unit: 'percent',
    signed: true,
    decimals: 2,
  }));
}

function outcomeColumns(efficientDeals: number): Column[] {
  const percent = { kind: 'points', unit: 'percent', decimals: 0 } as const;
  return [
    { key: 'agreements', heading: 'Agreed, %', ...percent },
    { key: 'reviews-to-agreement', heading: 'At review', kind: 'points', unit: 'reviews' },
    ...(efficientDeals === 0
      ? []
      : ([
          { key: 'efficient', heading: 'Efficient, %', ...percent },
          { key: 'left', heading: 'Left on the table', kind: 'points', unit: 'percent', decimals: 2 },
        ] satisfies Column[])),
  ];
}

type Outcomes = Pick<
  Standing,
  'games' | 'agreements' | 'reviewsToAgreement' | 'efficient' | 'leftOnTheTable'
>;

function outcomeCells(one: Outcomes, efficientDeals: number): Cell[] {
  return [
    shownPercent(one.agreements / one.games),
    one.reviewsToAgreement ?? 'never',
    ...(efficientDeals === 0 ? [] : [shownPercent(one.efficient / one.games), one.leftOnTheTable]),
  ];
}

/** Regimes in the end, in percent of games: all games, and by the proposer's strategy where it has several. */
function regimesTable({ records, strategies, table, regions }: PlayedTournament): Table {
  const names = shortNames(table, regions);
  const shown = regimeKinds.filter((regime) => records.some((one) => gamesIn(one, regime) > 0));
  const own = strategies.filter(({ id }) => records.some(({ assignment }) => assignment[0] === id));
  const row = (label: string, of: readonly AssignmentRecord[]) => ({
    cells: [
      label,
      ...shown.map((regime) => shownPercent(sumOf(of, (one) => gamesIn(one, regime)) / gamesOf(of))),
    ],
  });
  return {
    title: `Regime in the end by strategy of ${sentenceNames(table, regions)[0]}, percent of games`,
    columns: [
      labelColumn('Strategy', 'strategy'),
      ...shown.map(
        (regime): Column => ({
          key: regime,
          heading: regimeLabel(regime, names),
          kind: 'points',
          unit: 'percent',
          decimals: 0,
        }),
      ),
    ],
    rows: [
      ...own.map(({ id, title }) =>
        row(
          title,
          records.filter(({ assignment }) => assignment[0] === id),
        ),
      ),
      ...(own.length > 1 ? [{ ...row('All', records), total: true }] : []),
    ],
  };
}

function assignmentsTable({ records, strategies, table, regions, efficientDeals }: PlayedTournament): Table {
  const names = shortNames(table, regions);
  const titleOf = (id: string) => strategies.find((one) => one.id === id)?.title ?? id;
  return {
    title: 'Assignments of strategies; payoffs in percent of real income, present value',
    columns: [
      ...table.parties.map((code, i) => ({
        ...labelColumn(names[i]!, `strategy-${code}`),
        group: 'Strategy',
      })),
      ...payoffColumns(table, regions),
      ...outcomeColumns(efficientDeals),
    ],
    rows: records.map((one) => ({
      cells: [...one.assignment.map(titleOf), ...one.mean.map(settled), ...outcomeCells(one, efficientDeals)],
    })),
  };
}

/** Every assignment as tidy rows, one figure a row, at full precision. */
function tournamentRecord({ id, records, table, efficientDeals }: PlayedTournament): Table {
  const { parties } = table;
  const columns = [
    'case',
    ...parties.map((code) => `strategy-${code}`),
    'figure',
    'party',
    'regime',
    'value',
    'unit',
  ];
  return {
    title: 'Tournament',
    columns: columns.map((key) =>
      key === 'value' ? { key, heading: key, kind: 'number', unit: '' } : labelColumn(key, key),
    ),
    rows: records.flatMap((one) => {
      const row = (figure: string, value: Cell, unit: string, party = '', regime = '') => ({
        cells: [id, ...one.assignment, figure, party, regime, value, unit],
      });
      return [
        ...parties.map((code, i) => row('payoff-mean', one.mean[i]!, 'percent, present value', code)),
        ...parties.map((code, i) =>
          row('payoff-deviation', one.deviation[i]!, 'percent, present value', code),
        ),
        row('games', one.games, 'games'),
        row('agreements', one.agreements, 'games'),
        ...(one.reviewsToAgreement === undefined
          ? []
          : [row('reviews-to-agreement', one.reviewsToAgreement, 'reviews')]),
        ...(efficientDeals === 0
          ? []
          : [
              row('efficient', one.efficient, 'games'),
              row('left-on-the-table', one.leftOnTheTable, 'percent, present value'),
            ]),
        ...one.regimes.map(({ regime, games }) => row('regime', games, 'games', '', regime)),
      ];
    }),
  };
}

function limits({ efficientDeals }: PlayedTournament): Section {
  return {
    heading: 'What the tournament cannot say',
    points: [
      'A strategy is good against those that it has met, as often as it has met them. Leave some out and the order may change.',
      'Strategies are rules of the literature put to this game, not portraits of governments.',
      'Payoffs are those of the negotiation, with its political terms; what they cannot say is told by usmca-sim negotiate.',
      ...(efficientDeals === 0
        ? ['No deal can be signed at the first review: how far games are from efficient deals is left out.']
        : [
            `The Pareto set is that of deals signed at the first review, ${counted(efficientDeals, 'efficient deal')} as payoffs go; lotteries over them are left out.`,
          ]),
    ],
  };
}

function gamesOf(records: readonly AssignmentRecord[]): number {
  return sumOf(records, ({ games }) => games);
}

function gamesIn({ regimes }: AssignmentRecord, regime: RegimeKind): number {
  return regimes.find((one) => one.regime === regime)?.games ?? 0;
}

function sumOf(records: readonly AssignmentRecord[], read: (record: AssignmentRecord) => number): number {
  return records.reduce((sum, record) => sum + read(record), 0);
}

/** A payoff without what rounding in the computer leaves of 0. */
function settled(value: number): number {
  return Math.abs(value) < leastDifference ? 0 : value;
}

function payoff(value: number): string {
  return `${formatNumber(settled(value), 2, true)}%`;
}

function share(part: number, whole: number): string {
  return `${formatNumber((100 * part) / whole, 0)}%`;
}

function sentenceNames({ parties }: NegotiationTable, regions: readonly Region[]): string[] {
  return parties.map((code) => {
    const region = regions.find((known) => known.code === code);
    return region ? inSentence(region) : code;
  });
}

function shortNames({ parties }: NegotiationTable, regions: readonly Region[]): string[] {
  return parties.map((code) => regions.find((region) => region.code === code)?.name ?? code);
}
