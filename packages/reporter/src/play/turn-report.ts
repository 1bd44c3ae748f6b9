import { type PayoffParts, payoffParts } from '@usmca-sim/core';
import type { OwnMove, PlayerView } from '@usmca-sim/core/play';
import { labelColumn } from '../label-column.ts';
import type { MoneyScale } from '../money-scale.ts';
import { capitalised, joined } from '../names.ts';
import { partLabels } from '../negotiation/gains-and-losses.ts';
import { type Cast, moveAsInfinitive, moveInWords } from '../negotiation/move-in-words.ts';
import { regimeInWords } from '../negotiation/regime-in-words.ts';
import type { Cell, Column, Report, Table } from '../report.ts';
import { changeColumn, valueColumn } from './columns.ts';
import { castOf, headingsOf, type PlayedCase } from './played-case.ts';
import { picksInWords } from './public-sheet.ts';

/** A turn of a party, for its eyes. */
export interface TurnToShow {
  readonly view: PlayerView;
  readonly year: number;
  readonly about: string;
  /** How money is written. */
  readonly money: MoneyScale;
}

/** What a party may do now, each move with what it comes to in trade and what is at stake by part. */
export function turnReport(played: PlayedCase, { view, year, about, money }: TurnToShow): Report {
  const cast = castOf(played);
  const { states } = played.playable.game.year;
  const { regime } = states[view.state]!;
  const pack = packageAsked(about, cast);
  return {
    title: `${headingsOf(played)[view.party]}: the review of ${year}`,
    sections: [
      {
        heading: questionFor(view, about, cast),
        sentences: [
          `As the review began, ${regimeInWords(regime, cast.names)}.${movingTrade(view).length === 0 ? ' By itself none of your moves changes trade.' : ''}`,
        ],
        ...(pack ? { points: picksInWords(pack, cast) } : {}),
        tables: consequences(played, { view, year, about, money }, cast),
      },
    ],
  };
}

/** One move in full: every flow between the parties, and what is at stake. */
export function moveReport(
  played: PlayedCase,
  { view, about, money }: TurnToShow,
  { move, leadsTo, pays }: OwnMove,
): Report {
  const cast = castOf(played);
  const { names } = cast;
  const pairs = names.flatMap((_, n) => names.flatMap((__, i) => (n === i ? [] : [[n, i] as const])));
  return {
    title: `${moveForYou(about, move, cast)}: in the long run, against today`,
    sections: [
      {
        heading: 'What it comes to',
        sentences: [asIfInWords({ move, leadsTo, pays }, cast) || 'If nobody does anything more.'],
        tables: [
          {
            title: `Trade between the three, goods and services before duty, ${money.label}`,
            columns: [
              labelColumn('Imports', 'flow'),
              moneyColumn('before', 'Today', money),
              moneyColumn('after', 'After it', money),
              changeColumn('change', 'Change', 2),
            ],
            rows: pairs.map(([n, i]) => ({
              cells: [
                `${capitalised(names[n]!)} from ${names[i]}`,
                view.today.flow[n]![i]!,
                leadsTo.trade.flow[n]![i]!,
                leadsTo.flow[n]![i]!,
              ],
            })),
          },
          {
            title: 'Real income, percent against today',
            columns: [labelColumn('Government', 'party'), changeColumn('real-income', 'Real income', 3)],
            rows: names.map((name, k) => ({ cells: [capitalised(name), leadsTo.realIncome[k]!] })),
          },
        ],
      },
    ],
  };
}

/** A move as who makes it reads it: `Accept`, `Leave your measures as they are`. */
export function moveForYou(about: string, move: string, cast: Cast): string {
  const words = moveAsInfinitive(about, move, cast).replace(/^to /, '');
  // Titles stand in quotation marks, and are nobody's to change.
  return capitalised(words.replace(/^([^“]*?)\bits\b/, '$1your'));
}

function packageAsked(about: string, { table }: Cast) {
  const id = /^(?:answer to|confirm) (\S+)$/.exec(about)?.[1];
  return table.packages.find((pack) => pack.id === id);
}

/** What is asked of a party. */
function questionFor({ party, moves }: PlayerView, about: string, { names, table }: Cast): string {
  const other = names[3 - party];
  const pack = packageAsked(about, { names, table });
  if (about === 'caucus')
    return `Act as one with ${other} this year? ${capitalised(other!)} decides at the same time, unseen`;
  if (about.startsWith('answer to'))
    return `${capitalised(names[0]!)} offers you “${pack!.title}”: your answer?`;
  if (about.startsWith('confirm'))
    return `“${pack!.title}” is put to you and ${other}: do you confirm it? ${capitalised(other!)} answers at the same time, unseen`;
  if (about === 'measures') return 'Do you impose or lift a measure?';
  if (about === 'notice of withdrawal') return 'What becomes of your notice of withdrawal?';
  if (!about.startsWith('offer')) return `Your decision: ${about}`;
  const front =
    about === 'offer to a common front' ? `${capitalised(joined(names.slice(1)))} act as one. ` : '';
  return `${front}${moves.some(({ move }) => move.startsWith('turn to ')) ? 'To whom do you turn?' : 'What do you offer?'}`;
}

/** Moves or later steps of others that have to follow: `Canada confirms “Clean extension”`. */
function asIfInWords({ leadsTo }: OwnMove, cast: Cast): string {
  return capitalised(leadsTo.assuming.map((step) => moveInWords(step, cast)).join('; '));
}

function movesTable({ moves }: PlayerView, about: string, played: PlayedCase, cast: Cast): Table {
  const isAssuming = moves.some(({ leadsTo }) => leadsTo.assuming.length > 0);
  return {
    title: 'Your moves, and the real income of each in the long run, against today',
    columns: [
      labelColumn('', 'number'),
      labelColumn('Move', 'move'),
      ...(isAssuming ? [labelColumn('As if', 'as-if')] : []),
      ...headingsOf(played).map((heading, k) => changeColumn(cast.table.parties[k]!, heading, 2)),
    ],
    rows: moves.map((own, k) => ({
      cells: [
        `${k + 1}`,
        moveForYou(about, own.move, cast),
        ...(isAssuming ? [asIfInWords(own, cast)] : []),
        ...own.leadsTo.realIncome,
      ],
    })),
  };
}

/** Below this a flow is as it was, percent. */
const least = 0.005;

/** Moves that change trade, with their places. */
function movingTrade({ moves }: PlayerView): { readonly own: OwnMove; readonly k: number }[] {
  return moves.flatMap((own, k) =>
    own.leadsTo.flow.flat().some((change) => Math.abs(change) >= least) ? [{ own, k }] : [],
  );
}

/** Income, trade and stakes, where any of the moves changes them. */
function consequences(played: PlayedCase, { view, about, money }: TurnToShow, cast: Cast): Table[] {
  const moving = movingTrade(view);
  const stakes = stakesTable(played, view);
  return [
    ...(moving.length > 0
      ? [movesTable(view, about, played, cast), tradeTable(moving, view, played, cast, money)]
      : []),
    ...(stakes ? [stakes] : []),
  ];
}

function tradeTable(
  trade: readonly { readonly own: OwnMove; readonly k: number }[],
  { party, today }: PlayerView,
  played: PlayedCase,
  { table }: Cast,
  money: MoneyScale,
): Table {
  const headings = headingsOf(played);
  const others = headings.map((_, k) => k).filter((k) => k !== party);
  const flows = [
    ...others.map((k) => ({
      key: `exports-${table.parties[k]}`,
      group: `Exports to ${headings[k]}`,
      n: k,
      i: party,
    })),
    ...others.map((k) => ({
      key: `imports-${table.parties[k]}`,
      group: `Imports from ${headings[k]}`,
      n: party,
      i: k,
    })),
  ];
  return {
    title: `Your trade in the long run, against today: ${money.label}, and percent`,
    columns: [
      labelColumn('', 'number'),
      ...flows.flatMap(({ key, group }): Column[] => [
        { ...moneyColumn(key, money.label, money), group, signed: true },
        { ...changeColumn(`${key}-percent`, '%'), group },
      ]),
    ],
    rows: trade.map(({ own: { leadsTo }, k }) => ({
      cells: [
        `${k + 1}`,
        ...flows.flatMap(({ n, i }) => [
          leadsTo.trade.flow[n]![i]! - today.flow[n]![i]!,
          leadsTo.flow[n]![i]!,
        ]),
      ],
    })),
  };
}

/** What moves are to the party by part, at once and in the year after; undefined where nothing is. */
function stakesTable({ playable }: PlayedCase, { party, moves, state }: PlayerView): Table | undefined {
  const { yearly } = playable.priced;
  const before = yearly[state]![party]!;
  const rows = moves.map(({ pays, leadsTo }) => ({
    once: Object.fromEntries(payoffParts.map((part) => [part, (pays as Partial<PayoffParts>)[part] ?? 0])),
    year: Object.fromEntries(
      payoffParts.map((part) => [part, yearly[leadsTo.state]![party]![part] - before[part]]),
    ),
  }));
  const shown = (when: 'once' | 'year') =>
    payoffParts.filter((part) => rows.some((row) => Math.abs(row[when][part]!) >= 0.0005));
  const [once, year] = [shown('once'), shown('year')];
  if (once.length + year.length === 0) return undefined;
  return {
    title: 'What is at stake for you, percent of real income; a year after it against a year of today',
    columns: [
      labelColumn('', 'number'),
      ...once.map((part) => valueColumn(`once-${part}`, partLabels[part], 'At once')),
      ...year.map((part) => valueColumn(`year-${part}`, partLabels[part], 'A year after it')),
    ],
    rows: rows.map((row, k) => ({
      cells: [
        `${k + 1}`,
        ...once.map((part): Cell => row.once[part]!),
        ...year.map((part): Cell => row.year[part]!),
      ],
    })),
  };
}

function moneyColumn(key: string, heading: string, { factor }: MoneyScale): Column {
  return { key, heading, kind: 'money', unit: 'million US$', factor };
}
