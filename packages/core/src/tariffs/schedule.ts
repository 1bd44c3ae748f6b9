import type { Economy } from '../economy/economy.ts';
import { InputError, type Problem } from '../problems/problem.ts';
import type { Bundle, ShockedCell, TradeShock } from '../trade/trade-shock.ts';
import type { Rule, RuledCell, Ruling, Segment } from './rules.ts';

/** What a period's rules amount to, cell by cell. */
export interface TariffSchedule {
  readonly shock: TradeShock;
  /** Σ_b s_b τ_b over goods that may be imported, base-year weights, laid out as `Economy.flow`. */
  readonly statutoryDuty: Float64Array;
  /** Part of each flow's base value under a ban. */
  readonly bannedShare: Float64Array;
}

/**
 * The schedule of a period: rates averaged over its days, exact for a single day. A ban for part of a year bears on
 * that part of the goods.
 *
 * @param segments as `segmentsOf` cuts the period.
 * @throws InputError where lists of goods put side by side exceed the flow they are part of on any day.
 */
export function scheduleOf({ economy, rules }: Ruling, segments: readonly Segment[]): TariffSchedule {
  const drafts = new Map<number, Draft>();
  const problems: Problem[] = [];
  for (const segment of segments) {
    const today = new Map<number, Day>();
    for (const r of segment.inForce) gather(rules[r]!, today);
    for (const [cell, day] of today) {
      const draft = drafts.get(cell) ?? newDraft(economy.duty[cell]!);
      drafts.set(cell, draft);
      checkLists(day, cellName(economy, cell), problems);
      average(draft, day, segment.part, economy.duty[cell]!);
    }
  }
  if (problems.length > 0) throw new InputError(problems);

  const statutoryDuty = economy.duty.slice();
  const bannedShare = new Float64Array(economy.flow.length);
  const cells: ShockedCell[] = [];
  for (const [cell, draft] of drafts) {
    const bundles = bundlesOf(draft, economy.duty[cell]!);
    let charged = 0;
    let open = 0;
    for (const { share, duty } of bundles) {
      if (duty === Infinity) continue;
      charged += share * duty;
      open += share;
    }
    bannedShare[cell] = 1 - open > 1e-12 ? 1 - open : 0;
    statutoryDuty[cell] = open > 0 ? charged / open : 0;
    // A flow that does not exist cannot be taxed into being, and a sector that nobody trades has no border.
    if (economy.flow[cell]! > 0) cells.push({ ...position(economy, cell), bundles });
  }
  return { shock: { cells }, statutoryDuty, bannedShare };
}

/** What the rules in force on a day say of one cell. */
interface Day {
  /** Whether nothing of the cell may be imported, whatever lists say. */
  shut: boolean;
  /** Rate paid by goods on no list, where a rule replaces that of the base. */
  ordinary: number | undefined;
  /** Added on all goods of the cell. */
  everywhere: number;
  /** Lists side by side. */
  lists: { readonly rule: Rule; readonly ruled: RuledCell }[];
  logCost: number;
}

function gather(rule: Rule, today: Map<number, Day>): void {
  for (const ruled of rule.cells) {
    const { cell, share, value } = ruled;
    const day = today.get(cell) ?? { shut: false, ordinary: undefined, everywhere: 0, lists: [], logCost: 0 };
    today.set(cell, day);
    switch (rule.kind) {
      case 'duty':
        if (share < 1) day.lists.push({ rule, ruled });
        else if (value === Infinity) day.shut = true;
        else day.everywhere += value;
        break;
      case 'ordinary-duty':
        if (share < 1) {
          day.lists.push({ rule, ruled });
          break;
        }
        if (value === Infinity) day.shut = true;
        else day.ordinary = value;
        // The latest ordinary duty stands: one on the whole flow ends those on parts of it.
        day.lists = day.lists.filter((list) => list.rule.kind !== 'ordinary-duty');
        break;
      case 'trade-cost':
        day.logCost += Math.log(value);
        break;
      default:
        throw new RangeError(`not foreseen: ${JSON.stringify(rule.kind satisfies never)}`);
    }
  }
}

function checkLists({ lists, shut }: Day, cell: string, problems: Problem[]): void {
  if (shut) return;
  const listed = lists.reduce((sum, { ruled }) => sum + ruled.share, 0);
  if (listed <= 1 + 1e-9) return;
  const names = [...new Set(lists.map(({ rule }) => rule.name))].join(', ');
  const message = `the lists of goods on ${cell} add up to ${(100 * listed).toFixed(1)}% of the flow: ${names}`;
  if (problems.some((problem) => problem.message === message)) return;
  const place = lists.at(-1)!.rule.place;
  problems.push({
    code: 'lists-exceed-flow',
    message,
    advice:
      'lists with a share below 100% bear on different goods; lower a share, or leave it out to cover all goods',
    ...(place ? { place } : {}),
  });
}

/** A cell while its days are averaged. */
interface Draft {
  /** The part of the period in which the cell is shut; everything else is summed over the rest. */
  shut: number;
  ordinary: number;
  everywhere: number;
  /** By the entry of the rule that puts them there: one rule may have several lists in a cell. */
  readonly lists: Map<RuledCell, { share: number; rate: number; banned: number }>;
  logCost: number;
}

function newDraft(baseDuty: number): Draft {
  return { shut: 0, ordinary: baseDuty, everywhere: 0, lists: new Map(), logCost: 0 };
}

function average(draft: Draft, day: Day, part: number, baseDuty: number): void {
  if (day.shut) {
    draft.shut += part;
    return;
  }
  draft.ordinary += part * ((day.ordinary ?? baseDuty) - baseDuty);
  draft.everywhere += part * day.everywhere;
  draft.logCost += part * day.logCost;
  for (const { rule, ruled } of day.lists) {
    const list = draft.lists.get(ruled) ?? { share: 0, rate: 0, banned: 0 };
    draft.lists.set(ruled, list);
    // A duty has its goods all year and its rate for a part of it; a ban has a part of its goods altogether.
    if (ruled.value === Infinity) {
      list.banned += part * ruled.share;
    } else {
      list.share = ruled.share;
      // Over what unlisted goods pay: an ordinary duty stands in place of theirs.
      const instead = rule.kind === 'ordinary-duty' ? (day.ordinary ?? baseDuty) : 0;
      list.rate += part * (ruled.value - instead);
    }
  }
}

function bundlesOf(draft: Draft, baseDuty: number): Bundle[] {
  const open = 1 - draft.shut;
  if (open < 1e-12) return [{ share: 1, duty: Infinity, tradeCost: 1 }];
  const tradeCost = Math.exp(draft.logCost / open);
  const floor = baseDuty + (draft.ordinary - baseDuty + draft.everywhere) / open;
  const lists = [...draft.lists.values()].map(({ share, rate, banned }) => ({
    share: share + banned / open,
    duty: banned > 0 ? Infinity : floor + rate / open,
  }));
  const listed = lists.reduce((sum, { share }) => sum + share, 0);
  // Lists that follow each other within the year may share goods: keep the duty paid, fit the goods to the flow.
  const excess = Math.max(1, listed);
  const bundles: Bundle[] = [];
  if (1 - listed > 1e-12) bundles.push({ share: open * (1 - listed), duty: floor, tradeCost });
  for (const { share, duty } of lists) {
    const fitted = Math.max(0, floor + (duty - floor) * excess);
    bundles.push({ share: (open * share) / excess, duty: fitted, tradeCost });
  }
  if (draft.shut > 0) bundles.push({ share: draft.shut, duty: Infinity, tradeCost });
  return bundles;
}

function position(economy: Economy, cell: number): { importer: number; exporter: number; sector: number } {
  const N = economy.regions.length;
  const J = economy.sectors.length;
  return { importer: Math.floor(cell / J / N), exporter: Math.floor(cell / J) % N, sector: cell % J };
}

function cellName(economy: Economy, cell: number): string {
  const { importer, exporter, sector } = position(economy, cell);
  const { regions, sectors } = economy;
  return `${regions[importer]!.code} imports from ${regions[exporter]!.code} of ${sectors[sector]!.code}`;
}
