import { totalOf } from '@usmca-sim/core';
import { unitedFront } from '@usmca-sim/core/coalitions';
import { labelColumn } from '../label-column.ts';
import { moneyScale } from '../money-scale.ts';
import { joined } from '../names.ts';
import { partKeys, partLabels } from '../negotiation/gains-and-losses.ts';
import { partyPairs } from '../negotiation/trade-along-outcomes.ts';
import { formatNumber } from '../number-style.ts';
import type { Column, Section, Table } from '../report.ts';
import {
  type AllianceCase,
  eachAlone,
  front,
  frontPartition,
  inOwnPercent,
  payoffsOf,
  solvedAs,
  worthOfCoalitions,
} from './alliance-case.ts';
import { headingsOf, namesOf } from './bargained-case.ts';

const percentColumn = { kind: 'points', unit: 'percent', signed: true, decimals: 3 } as const;

/** What a front of the partners is worth by party: payoffs with it less those with each alone, percent. */
function worthOfFront(one: AllianceCase): number[] {
  const apart = payoffsOf(solvedAs(one, eachAlone));
  return payoffsOf(solvedAs(one, frontPartition)).map((value, i) => value - apart[i]!);
}

/** What a united front is worth and to whom: in the solved game, in trade, and as weight in dividing what all have. */
export function frontSection(one: AllianceCase): Section {
  const names = namesOf(one);
  return {
    heading: 'What a united front is worth, and to whom',
    sentences: [
      `With the front ${names[1]} and ${names[2]} stand together every year and choose answers, votes and measures as one player; without it no front is formed and each chooses for itself. Of what it is worth, the second table has the parts: the first row is what trade does to real income, the rest is politics as the stances have it.`,
    ],
    tables: [payoffsTable(one), partsTable(one), flowsTable(one), shareTable(one)],
  };
}

/** The sign as it is: a front may cost those who form it. */
export function frontInWords(one: AllianceCase): string {
  const names = namesOf(one);
  const worth = worthOfFront(one);
  const said = (i: number) =>
    Math.abs(worth[i]!) < 0.0005
      ? `next to nothing to ${names[i]}`
      : `${formatNumber(worth[i]!, 3, true)}% to ${names[i]}`;
  const [, first, second] = worth as [number, number, number];
  const verdict =
    first > 0.0005 && second > 0.0005
      ? 'both gain by it'
      : first < -0.0005 && second < -0.0005
        ? 'it hurts both who form it'
        : first < -0.0005 || second < -0.0005
          ? `it hurts ${first < second ? names[1] : names[2]}, a member of it`
          : 'it changes little for at least one of its members';
  return `A united front of ${names[1]} and ${names[2]} is worth ${joined([1, 2, 0].map(said))} (of a year’s real income, present value) against each alone: ${verdict}.`;
}

function payoffsTable(one: AllianceCase): Table {
  const apart = payoffsOf(solvedAs(one, eachAlone));
  const united = payoffsOf(solvedAs(one, frontPartition));
  return {
    title: 'Payoffs without and with the front, percent of a year’s real income, present value',
    columns: [
      labelColumn('Country', 'party'),
      { key: 'apart', heading: 'Each alone', ...percentColumn },
      { key: 'united', heading: 'With the front', ...percentColumn },
      { key: 'worth', heading: 'What it is worth', ...percentColumn },
    ],
    rows: headingsOf(one).map((name, i) => ({
      cells: [name, apart[i]!, united[i]!, united[i]! - apart[i]!],
    })),
  };
}

function partsTable(one: AllianceCase): Table {
  const [apart, united] = [eachAlone, frontPartition].map((partition) => solvedAs(one, partition).value);
  const differences = (read: (value: (typeof united & object)[number]) => number) =>
    united!.map((value, i) => read(value) - read(apart![i]!));
  return {
    title: 'What the front is worth, by part, percent of a year’s real income, present value',
    columns: [labelColumn('Part', 'part'), ...partyColumns(one)],
    rows: [
      ...partKeys.map((part) => ({ cells: [partLabels[part], ...differences((value) => value[part])] })),
      { cells: ['Together', ...differences(totalOf)], total: true },
    ],
  };
}

export function partyColumns(one: AllianceCase, group?: string): Column[] {
  return headingsOf(one).map((heading, i) => ({
    key: one.choices.table.parties[i]!,
    heading,
    ...(group === undefined ? {} : { group }),
    ...percentColumn,
  }));
}

/** Expected flows of the year after the last review, each in the long run of its policy. */
function flowsTable(one: AllianceCase): Table {
  const names = headingsOf(one);
  const [apart, united] = [eachAlone, frontPartition].map(
    (partition) => solvedAs(one, partition).years.at(-1)!,
  );
  const year = apart!.year;
  const size = apart!.flow.flat().reduce((sum, { mean }) => sum + mean, 0);
  const scale = moneyScale(one.money, size);
  const money = { kind: 'money', unit: one.money, factor: scale.factor } as const;
  return {
    title: `Goods and services between the three after the review of ${year}, expected, ${scale.label}`,
    columns: [
      labelColumn('Exporter to importer', 'flow'),
      { key: 'apart', heading: 'Each alone', ...money },
      { key: 'united', heading: 'With the front', ...money },
      { key: 'difference', heading: 'Difference', ...money, signed: true, decimals: 2 },
      { key: 'percent', heading: 'Percent', kind: 'percent', unit: 'percent', signed: true, decimals: 2 },
    ],
    rows: partyPairs.map(([importer, exporter]) => {
      const [before, after] = [apart!, united!].map(({ flow }) => flow[importer]![exporter]!.mean);
      const change = after! - before!;
      return {
        cells: [
          `${names[exporter]} to ${names[importer]}`,
          before!,
          after!,
          change,
          before! > 0 ? (100 * change) / before! : null,
        ],
      };
    }),
    notes: ['Flows are those of the policies that may stand then, each weighted with its probability.'],
  };
}

/** The Owen value with the partners as a union, against the Shapley value: the front as weight in a division. */
function shareTable(one: AllianceCase): Table {
  const { apart, united, difference } = unitedFront(worthOfCoalitions(one), front);
  const [shapley, owen, more] = [apart, united, difference].map((division) => inOwnPercent(one, division));
  return {
    title: 'Shares of what all are worth together, percent of a year’s real income, present value',
    columns: [
      labelColumn('Country', 'party'),
      { key: 'shapley', heading: 'Shapley: each for itself', ...percentColumn },
      { key: 'owen', heading: 'Owen: the partners as a union', ...percentColumn },
      { key: 'difference', heading: 'Difference', ...percentColumn },
    ],
    rows: headingsOf(one).map((name, i) => ({ cells: [name, shapley![i]!, owen![i]!, more![i]!] })),
    notes: ['Here all three agree and divide: the front is a voice in the division, nothing more.'],
  };
}
