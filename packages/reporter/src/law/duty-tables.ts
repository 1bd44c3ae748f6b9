import type { Economy, GoodsDuty } from '@usmca-sim/core';
import { labelColumn } from '../label-column.ts';
import { shortName } from '../names.ts';
import type { Column, Row, Table } from '../report.ts';
import type { AverageDuty } from './pair-duties.ts';

/** An average duty with what it is the average of. */
export interface Averaged extends AverageDuty {
  readonly label: string;
  readonly total?: boolean;
}

const rate = (key: string, heading: string): Column => ({ key, heading, kind: 'rate', unit: 'fraction' });

/**
 * Averages side by side: ordinary, statutory and effective duty, part claimed, and part banned where there is any.
 *
 * @param economy where the labels are codes of its sectors: their names stand beside.
 */
export function averagesTable(
  averages: readonly Averaged[],
  title: string,
  labels: string,
  economy?: Economy,
): Table {
  const banned = averages.some((one) => one.banned > 0);
  const nameOf = (code: string) => economy?.sectors.find((sector) => sector.code === code);
  return {
    title,
    columns: [
      labelColumn(labels),
      ...(economy ? [labelColumn('Name', 'name')] : []),
      rate('ordinary', 'ordinary'),
      rate('statutory', 'statutory'),
      rate('effective', 'effective'),
      rate('claimed', 'claimed'),
      ...(banned ? [rate('banned', 'banned')] : []),
    ],
    rows: averages.map((one): Row => {
      const sector = nameOf(one.label);
      return {
        cells: [
          one.label,
          ...(economy ? [sector ? shortName(sector) : ''] : []),
          one.ordinary,
          one.statutory,
          one.effective,
          one.claimed,
          ...(banned ? [one.banned] : []),
        ],
        ...(one.total ? { total: true } : {}),
      };
    }),
  };
}

/**
 * The statutory duty taken apart: the ordinary duty, what each measure adds to it in points, and their sum. No table
 * where no measure bears on any of the averages.
 *
 * @param labels heading of the column that says which average a row is of; none where there is one.
 */
export function measuresBehindTable(
  averages: readonly Averaged[],
  title: string,
  labels: string | undefined,
): Table[] {
  const touched = averages.filter(({ measures, bannedBy }) => measures.length > 0 || bannedBy.length > 0);
  if (touched.length === 0) return [];
  const points = (value: number | null) => (value === null ? null : 100 * value);
  return [
    {
      title,
      columns: [
        ...(labels === undefined ? [] : [labelColumn(labels)]),
        labelColumn('Measure', 'measure'),
        {
          key: 'points',
          heading: 'points',
          kind: 'points',
          unit: 'percentage points',
          signed: true,
          decimals: 2,
        },
        rate('covered', 'covered'),
      ],
      rows: touched.flatMap((one): Row[] => {
        const of = labels === undefined ? [] : [one.label];
        const bans = one.bannedBy.filter((id) => !one.measures.some(({ measure }) => measure === id));
        return [
          { cells: [...of, 'ordinary duty', points(one.ordinary), ''] },
          ...one.measures.map(({ measure, contribution, covered }) => ({
            cells: [...of, measure, points(contribution), covered],
          })),
          ...bans.map((measure) => ({ cells: [...of, `${measure} (ban)`, 0, ''] })),
          { cells: [...of, 'statutory duty', points(one.statutory), ''], total: true },
        ];
      }),
    },
  ];
}

/** Goods of a flow that differ in what they pay. */
export function groupsTable(goods: readonly GoodsDuty[]): Table {
  const names = goodsNames(goods);
  return {
    title: 'Goods that differ in what they pay',
    columns: [
      labelColumn('Group', 'group'),
      labelColumn('On the lists', 'lists'),
      rate('share', 'share of flow'),
      rate('claimed', 'claimed'),
      rate('claimed-duty', 'duty if claimed'),
      rate('unclaimed-duty', 'duty if not'),
    ],
    rows: goods.map((one, at) => ({
      cells: [
        names[at]!,
        one.lists.join(', ') || 'none',
        one.share,
        one.claimed ?? null,
        bannedOr(one.claimedDuty),
        bannedOr(one.unclaimedDuty),
      ],
    })),
    notes: [
      'Duties are ordinary duty and measures together.',
      ...(goods.some(({ group }) => group !== undefined)
        ? [
            'Goods of a group owe their own ordinary duty, and none where USMCA is claimed. The averages of the flow hold the ordinary duty that was collected on it in the base year, so that these duties need not average to them.',
          ]
        : []),
    ],
  };
}

/** The measures that bear on each of these goods, with their rates on unclaimed and on claimed goods. */
export function groupMeasuresTable(goods: readonly GoodsDuty[]): Table {
  const names = goodsNames(goods);
  return {
    title: 'Measures that bear on them',
    columns: [
      labelColumn('Group', 'group'),
      labelColumn('Measure', 'measure'),
      rate('claimed-rate', 'rate if claimed'),
      rate('unclaimed-rate', 'rate if not'),
    ],
    rows: goods.flatMap((one, at) =>
      one.measures.map(({ measure, unclaimed, claimed }) => ({
        cells: [names[at]!, measure, bannedOr(claimed), bannedOr(unclaimed)],
      })),
    ),
    notes: ['0.0%: it gives way to another measure there, or leaves these goods free.'],
  };
}

/** Names of goods that differ in what they pay: their groups, numbered where a case divides one, or numbers alone. */
export function goodsNames(goods: readonly GoodsDuty[]): string[] {
  return goods.map(({ group }, at) => {
    if (group === undefined) return `goods ${at + 1}`;
    const parts = goods.filter((other) => other.group === group);
    return parts.length === 1 ? group : `${group} part ${1 + parts.indexOf(goods[at]!)}`;
  });
}

function bannedOr(duty: number | undefined): number | string | null {
  if (duty === undefined) return null;
  return duty === Number.POSITIVE_INFINITY ? 'ban' : duty;
}
