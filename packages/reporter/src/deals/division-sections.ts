import type { SolvedPartition } from '@usmca-sim/core/alliances';
import {
  type Coalition,
  coreObjections,
  leastCore,
  membersOf,
  owenValue,
  type SideDeal,
  shapleyValue,
  sideDeals,
} from '@usmca-sim/core/coalitions';
import { labelColumn } from '../label-column.ts';
import { moneyScale } from '../money-scale.ts';
import { joined } from '../names.ts';
import { formatNumber, moneyInWords } from '../number-style.ts';
import type { Column, Section, Table } from '../report.ts';
import {
  type AllianceCase,
  allTogether,
  coalitionLabel,
  frontPartition,
  inOwnPercent,
  leastShared,
  partitionLabel,
  payoffsOf,
  worthOfCoalitions,
} from './alliance-case.ts';
import { namesOf } from './bargained-case.ts';
import { partyColumns } from './front-section.ts';

/** The column and its scale for what members share. */
export function sharedColumn(one: AllianceCase, key: string, heading: string): Column & { label: string } {
  if (one.alike) {
    return {
      key,
      heading,
      kind: 'points',
      unit: one.unit,
      signed: true,
      decimals: 3,
      label: 'percent, summed',
    };
  }
  const most = Math.max(...worthOfCoalitions(one).worth.map(Math.abs));
  const { label, factor } = moneyScale(one.unit, most);
  return { key, heading, kind: 'money', unit: one.unit, factor, signed: true, decimals: 2, label };
}

/** A sum that members share, in words. */
function sharedInWords(one: AllianceCase, value: number): string {
  return one.alike ? `${formatNumber(Math.abs(value), 3)}` : moneyInWords(value, one.unit);
}

interface Division {
  readonly id: 'as-it-falls' | 'shapley' | 'owen' | 'least-core';
  readonly label: string;
  /** In the unit that members share, by party. */
  readonly shares: readonly number[];
}

/** What all are worth together, as it falls and as the solutions divide it. */
export function divisionsOf(one: AllianceCase): Division[] {
  const game = worthOfCoalitions(one);
  return [
    {
      id: 'as-it-falls',
      label: 'As it falls, nobody paying',
      shares: one.alliances.game.payoffs!(allTogether),
    },
    { id: 'shapley', label: 'Shapley', shares: shapleyValue(game) },
    { id: 'owen', label: 'Owen, the partners as a union', shares: owenValue(game, frontPartition) },
    { id: 'least-core', label: 'Least core, one of it', shares: leastCore(game).division },
  ];
}

/** What coalitions are worth, how that may be divided, and who would object. */
export function divisionSection(one: AllianceCase): Section {
  const game = worthOfCoalitions(one);
  const { coreIsEmpty, excess } = leastCore(game);
  const worth = sharedColumn(one, 'worth', 'Worth');
  const coalitions = [...game.worth.keys()]
    .slice(1)
    .sort((a, b) => membersOf(b).length - membersOf(a).length);
  const others = one.leftOut === 'alone' ? 'each on its own' : 'together';
  return {
    heading: 'What all are worth together, and how it could be divided',
    sentences: [
      `What a coalition is worth is what its members get in the solved game with those left out ${others}.`,
      coreIsEmpty
        ? `The core is empty: however the total is divided, some coalition could do better by at least ${sharedInWords(one, excess)} on its own.`
        : `The core is not empty: the total can be divided so that no coalition would do better on its own; in the least core each falls short of that by at least ${sharedInWords(one, excess)}.`,
    ],
    tables: [
      {
        title: `What coalitions are worth, present value, ${worth.label}`,
        columns: [labelColumn('Coalition', 'coalition'), worth],
        rows: coalitions.map((coalition) => ({
          cells: [coalitionLabel(one, coalition), game.worth[coalition]!],
        })),
      },
      divisionTable(one, game),
    ],
  };
}

function divisionTable(one: AllianceCase, game: ReturnType<typeof worthOfCoalitions>): Table {
  return {
    title: 'Divisions, percent of a year’s real income, present value, and who objects',
    columns: [labelColumn('Division', 'division'), ...partyColumns(one), labelColumn('Objects', 'objects')],
    rows: divisionsOf(one).map(({ label, shares }) => {
      const objections = coreObjections(game, shares, leastShared(one));
      return { cells: [label, ...inOwnPercent(one, shares), whoOf(one, objections)] };
    }),
    notes: ['Who objects could do better on its own: a division to which nobody objects is in the core.'],
  };
}

function whoOf(one: AllianceCase, list: readonly { readonly coalition: Coalition }[]): string {
  return list.length === 0
    ? 'nobody'
    : list.map(({ coalition }) => coalitionLabel(one, coalition)).join('; ');
}

/** What could form by leaving a partition, by what becomes of those left out. */
export function sideDealsFrom(one: AllianceCase, partition: readonly Coalition[]): SideDeal[] {
  const after = one.leftOut === 'alone' ? 'part' : 'stay';
  return sideDeals(one.alliances.game, partition, { after, tolerance: leastShared(one) });
}

/** The block test: for each grouping the coalitions that would leave it. */
export function sideDealsSection(one: AllianceCase): Section {
  const { partitions } = one.alliances;
  const stable = partitions.filter(({ partition }) =>
    sideDealsFrom(one, partition).every(({ blocks }) => !blocks),
  );
  const labels = stable.map(({ partition }) => `“${partitionLabel(one, partition)}”`);
  return {
    heading: 'Side deals: who would leave',
    sentences: [
      `A coalition blocks a grouping if each of its members gains by leaving for it${one.leftOut === 'alone' ? ', what it leaves falling apart' : ', what it leaves staying together'}. ${labels.length === 0 ? 'None is stable: from every partition some coalition would leave.' : `Nobody leaves from ${joined(labels)}.`}`,
    ],
    tables: [
      {
        title: 'Coalitions that would leave each grouping',
        columns: [
          labelColumn('Grouping', 'partition'),
          labelColumn('Nobody paying', 'blocks'),
          labelColumn('Members paying one another', 'blocks-with-transfers'),
        ],
        rows: partitions.map(({ partition }) => {
          const deals = sideDealsFrom(one, partition);
          return {
            cells: [
              partitionLabel(one, partition),
              whoOf(
                one,
                deals.filter(({ blocks }) => blocks),
              ),
              whoOf(
                one,
                deals.filter(({ blocksWithTransfers }) => blocksWithTransfers),
              ),
            ],
          };
        }),
      },
    ],
  };
}

/** The grouping in which a party gets most as things fall, in words. */
export function bestPartition(one: AllianceCase, party: number): string {
  const of = (solved: SolvedPartition) => payoffsOf(solved)[party]!;
  const best = one.alliances.partitions.reduce((a, b) => (of(b) > of(a) + 1e-9 ? b : a));
  return `${namesOf(one)[party]} gets most with “${partitionLabel(one, best.partition)}” (${formatNumber(of(best), 3, true)}%)`;
}
