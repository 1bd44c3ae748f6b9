import type { Place } from '../problems/problem.ts';
import { stepsOf } from './calendar.ts';
import type { CellGoods } from './cell-goods.ts';
import type { CellIndex } from './cell-index.ts';
import type { Adjustment, CellCondition, CellRule } from './cell-rule.ts';
import type { Change, Scope } from './change.ts';
import type { CellLaw } from './charge-rules.ts';
import type { UsmcaTreatment } from './measure.ts';
import { piecesOf, placeStretches, StretchOverflow } from './stretches.ts';

/** What one change of a case says of one cell. */
export interface CellChange {
  /** Name of the change, for messages and breakdowns: `change 2 (impose)`. */
  readonly name: string;
  readonly change: Change;
  /** Part of the goods named; below 1 it takes a list of the case's own. */
  readonly share: number;
  /** Only goods on these lists or of these groups. */
  readonly goods: readonly string[] | undefined;
  /** For tables of duties: the rate of the row. */
  readonly rate: number;
}

/** Hands every cell that a case changes what each change says of it, in the order of the changes. */
export function changesByCell(
  changes: readonly Change[],
  index: CellIndex,
  coveredBy: (measures: readonly string[], scope: Scope) => readonly number[],
): Map<number, CellChange[]> {
  const byCell = new Map<number, CellChange[]>();
  changes.forEach((change, position) => {
    const name = `change ${position + 1} (${change.verb})`;
    const add = (cell: number, share: number, rate: number, goods?: readonly string[]) => {
      const known = byCell.get(cell) ?? [];
      byCell.set(cell, known);
      known.push({ name, change, share, goods, rate });
    };
    switch (change.verb) {
      case 'enact':
      case 'extend':
      case 'expire':
        // Amended in the law itself.
        break;
      case 'lift':
        if (change.fullFrom === undefined) break;
        for (const cell of coveredBy(change.measures, everything)) add(cell, 1, 0);
        break;
      case 'raise':
      case 'lower':
        for (const cell of coveredBy([change.measure], change.scope)) {
          add(cell, 1, change.to, change.scope.goods);
        }
        break;
      case 'exempt':
        for (const cell of coveredBy(change.measures, change.scope)) {
          add(cell, change.share, 0, change.scope.goods);
        }
        break;
      case 'quota':
        for (const cell of index.within(change.scope)) {
          add(cell, change.share, change.beyond ?? 0, change.scope.goods);
        }
        break;
      case 'impose':
        for (const cell of index.within(change.scope)) {
          add(cell, change.share, change.rate, change.scope.goods);
        }
        break;
      case 'ban':
        for (const cell of index.within(change.scope)) {
          add(cell, change.share, Infinity, change.scope.goods);
        }
        break;
      case 'duties':
        for (const { importer, exporter, sector, share, rate } of change.rows) {
          add(index.at(importer, exporter, sector), share, rate);
        }
        break;
      case 'ordinary-duty':
        for (const cell of index.within(change.scope)) add(cell, 1, change.rate);
        break;
      case 'trade-cost':
      case 'claim-ceiling':
      case 'us-content':
        for (const cell of index.within(change.scope)) add(cell, 1, 0, change.scope.goods);
        break;
      default:
        throw new RangeError(`not foreseen: ${JSON.stringify(change satisfies never)}`);
    }
  });
  return byCell;
}

const everything: Scope = { importers: [], exporters: [], sectors: [] };

/** The case's own rules in one cell. */
export interface CaseRules {
  readonly rules: readonly CellRule[];
  readonly adjustments: readonly Adjustment[];
  readonly conditions: readonly CellCondition[];
  /** Parts of the goods that the case's own lists tell apart; they sum to 1. */
  readonly pieces: readonly number[];
}

/** Lists of a case that exceed the goods they are part of. */
export class ListsExceedGoods extends Error {
  readonly names: readonly string[];
  readonly total: number;
  readonly place: Place | undefined;

  constructor(names: readonly string[], total: number, place: Place | undefined) {
    super(`${names.join(', ')} take ${total} of the goods`);
    this.names = names;
    this.total = total;
    this.place = place;
  }
}

/**
 * Lays a case's changes over the goods of a cell. Changes of part of the goods bear on different goods as long as
 * they hold together, whatever the record's lists: each takes the same part of every group that it names.
 *
 * @param ownerOf index of a measure or change among the owners of rules.
 * @throws ListsExceedGoods where shares that hold together exceed the goods.
 */
export function layOverGoods(
  changes: readonly CellChange[],
  { goods, ordinary, usContent }: Pick<CellLaw, 'goods' | 'ordinary' | 'usContent'>,
  ownerOf: (name: string) => number,
): CaseRules {
  const masks = changes.map(({ goods: named }) => maskOf(goods, named));
  const partial = changes.flatMap((_, k) => (changes[k]!.share < 1 ? [k] : []));
  const { shares, covers } = piecesOf(stretchesOf(changes, partial, masks));
  const rules: CellRule[] = [];
  const adjustments: Adjustment[] = [];
  const conditions: CellCondition[] = [];

  changes.forEach(({ name, change, rate }, k) => {
    const mask = masks[k]!;
    const at = partial.indexOf(k);
    const pieces = at < 0 ? undefined : covers[at]!;
    const owners = (measures: readonly string[]) => new Set(measures.map(ownerOf));
    for (const { on, until, part } of stepsOf(change)) {
      // The part of the value that claimed goods pay on.
      const onClaimed = (usmca: UsmcaTreatment) =>
        usmca === 'exempt' ? 0 : usmca === 'applies' ? 1 : 1 - usContent;
      const duty = (kind: CellRule['kind'], value: number, usmca: UsmcaTreatment, where = pieces) =>
        rules.push({
          kind,
          owner: ownerOf(name),
          on,
          until,
          names: mask,
          cover: mask,
          rate: [mask.map(() => value), mask.map(() => value)],
          part: [mask, mask.map((covered) => covered * onClaimed(usmca))],
          sparesUsContent: usmca === 'non-us-content',
          ...(where ? { pieces: where } : {}),
        });
      const adjust = (does: Adjustment['does'], measures?: readonly string[]) =>
        adjustments.push({
          on,
          until,
          covers: mask,
          does,
          ...(measures ? { owners: owners(measures) } : {}),
          ...(pieces ? { pieces } : {}),
        });
      switch (change.verb) {
        case 'impose':
          duty('duty', part * rate, change.usmca);
          break;
        case 'ban':
          duty('duty', Infinity, 'applies');
          break;
        case 'duties':
          duty(change.as === 'ordinary' ? 'ordinary-duty' : 'duty', rate, 'applies');
          break;
        case 'ordinary-duty':
          duty('ordinary-duty', ordinary + part * (rate - ordinary), 'applies');
          break;
        case 'quota':
          if (change.measures.length > 0) adjust({ kind: 'exempt', claimedOnly: false }, change.measures);
          if (change.beyond !== undefined) {
            const beyond = pieces && Uint8Array.from(pieces, (within) => 1 - within);
            if (beyond) duty('duty', change.beyond, 'applies', beyond);
          }
          break;
        case 'exempt':
          adjust({ kind: 'exempt', claimedOnly: change.claimedOnly }, change.measures);
          break;
        case 'lift':
          adjust({ kind: 'rate', to: 0, part }, change.measures);
          break;
        case 'raise':
        case 'lower':
          adjust({ kind: 'rate', to: rate, part }, [change.measure]);
          break;
        case 'us-content':
          adjust({ kind: 'us-content', share: change.share });
          break;
        case 'trade-cost': {
          const factor = (1 + change.change) ** part;
          conditions.push({ on, until, covers: mask, does: { kind: 'trade-cost', factor } });
          break;
        }
        case 'claim-ceiling': {
          const { ceiling, cost } = change;
          conditions.push({ on, until, covers: mask, does: { kind: 'claim-ceiling', ceiling, cost } });
          break;
        }
        case 'enact':
        case 'extend':
        case 'expire':
          break;
        default:
          throw new RangeError(`not foreseen: ${JSON.stringify(change satisfies never)}`);
      }
    }
  });
  return { rules, adjustments, conditions, pieces: shares };
}

function stretchesOf(
  changes: readonly CellChange[],
  partial: readonly number[],
  masks: readonly (readonly number[])[],
) {
  const listed = partial.map((k) => {
    const steps = stepsOf(changes[k]!.change);
    return { share: changes[k]!.share, on: steps[0]?.on ?? 0, until: steps.at(-1)?.until ?? 0 };
  });
  const meet = (a: number, b: number) => {
    const other = masks[partial[b]!]!;
    return masks[partial[a]!]!.some((covered, p) => covered === 1 && other[p] === 1);
  };
  try {
    return placeStretches(listed, meet);
  } catch (error) {
    if (!(error instanceof StretchOverflow)) throw error;
    const last = changes[partial[error.index]!]!;
    const { on, until } = listed[error.index]!;
    const beside = partial.filter((_, a) => {
      const other = listed[a]!;
      return (
        a <= error.index &&
        other.on < until &&
        on < other.until &&
        (a === error.index || meet(a, error.index))
      );
    });
    const names = [...new Set(beside.map((k) => changes[k]!.name))];
    const total = beside.reduce((sum, k) => sum + changes[k]!.share, 0);
    throw new ListsExceedGoods(names, total, last.change.place);
  }
}

function maskOf(goods: readonly CellGoods[], named: readonly string[] | undefined): number[] {
  return goods.map(({ lists, group }) =>
    named === undefined || named.some((id) => lists.has(id) || group?.id === id) ? 1 : 0,
  );
}
