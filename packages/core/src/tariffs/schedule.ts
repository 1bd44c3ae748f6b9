import type { Economy } from '../economy/economy.ts';
import { InputError, type Place, type Problem } from '../problems/problem.ts';
import type { Change, Scope } from '../scenario/scenario.ts';
import type { Bundle, ShockedCell, TradeShock } from '../trade/trade-shock.ts';
import { dayNumber, type Period, partInForce } from './calendar.ts';
import type { Situation } from './law.ts';

/**
 * Every rule that a case puts in force, with the cells it bears on. What varies over time is only which part of a
 * period each rule is in force for, so the rules are laid out once for a case.
 */
export interface Ruling {
  readonly economy: Economy;
  readonly rules: readonly Rule[];
}

interface Rule {
  /** What to call it in a message. */
  readonly name: string;
  readonly kind: 'duty' | 'ordinary-duty' | 'ban' | 'trade-cost';
  /** First day and first day after, as day numbers; undefined for ever before or after. */
  readonly on: number | undefined;
  readonly until: number | undefined;
  readonly cells: readonly RuledCell[];
  readonly place?: Place;
}

interface RuledCell {
  /** `(n·N + i)·J + j`. */
  readonly cell: number;
  readonly share: number;
  /** Added rate, ordinary rate, or ratio of the iceberg factor to its base. */
  readonly value: number;
}

/**
 * Lays out the rules of a case: the law it starts from, which stays as it was on its day until the case lifts
 * something, and the case's own changes.
 */
export function layOutRules(economy: Economy, situation: Situation, changes: readonly Change[]): Ruling {
  const at = cellIndex(economy);
  const rules: Rule[] = [];
  for (const measure of situation.measures) {
    const lifted = changes.find((change) => change.verb === 'lift' && change.measures.includes(measure.id));
    const lines = situation.lines.filter((line) => line.measure === measure.id);
    const cells = (banned: boolean) =>
      lines
        .filter((line) => (line.rate === Infinity) === banned)
        .map((line) => ({
          cell: at(line.importer, line.exporter, line.sector),
          share: line.share,
          value: line.rate,
        }));
    const shared = { name: measure.id, on: undefined, until: lifted && dayNumber(lifted.on) };
    rules.push(
      { ...shared, kind: 'duty', cells: cells(false) },
      { ...shared, kind: 'ban', cells: cells(true) },
    );
    // A lift with an end is a suspension: the measure comes back.
    if (lifted?.until !== undefined) {
      const back = { name: measure.id, on: dayNumber(lifted.until), until: undefined };
      rules.push(
        { ...back, kind: 'duty', cells: cells(false) },
        { ...back, kind: 'ban', cells: cells(true) },
      );
    }
  }
  changes.forEach((change, position) => {
    const shared = {
      name: `change ${position + 1} (${change.verb})`,
      on: dayNumber(change.on),
      until: change.until === undefined ? undefined : dayNumber(change.until),
      ...(change.place ? { place: change.place } : {}),
    };
    const over = (scope: Scope, share: number, value: number) =>
      scopeCells(scope, at).map((cell) => ({ cell, share, value }));
    switch (change.verb) {
      case 'lift':
        break;
      case 'impose':
        rules.push({ ...shared, kind: 'duty', cells: over(change.scope, change.share, change.rate) });
        break;
      case 'ordinary-duty':
        rules.push({ ...shared, kind: 'ordinary-duty', cells: over(change.scope, 1, change.rate) });
        break;
      case 'ban':
        rules.push({ ...shared, kind: 'ban', cells: over(change.scope, change.share, Infinity) });
        break;
      case 'trade-cost':
        rules.push({ ...shared, kind: 'trade-cost', cells: over(change.scope, 1, 1 + change.change) });
        break;
      case 'duties': {
        const row = (banned: boolean) =>
          change.rows
            .filter(({ rate }) => (rate === Infinity) === banned)
            .map(({ importer, exporter, sector, share, rate }) => ({
              cell: at(importer, exporter, sector),
              share,
              value: rate,
            }));
        const kind = change.as === 'ordinary' ? 'ordinary-duty' : 'duty';
        rules.push({ ...shared, kind, cells: row(false) }, { ...shared, kind: 'ban', cells: row(true) });
        break;
      }
      default:
        assertNever(change);
    }
  });
  return { economy, rules: rules.filter((rule) => rule.cells.length > 0) };
}

/** The parts of a period that each rule is in force for: two periods with equal parts have equal schedules. */
export function partsInForce(ruling: Ruling, period: Period): readonly number[] {
  return ruling.rules.map((rule) => partInForce(period, rule.on, rule.until));
}

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
 * @param parts as `partsInForce` gives them.
 * @throws InputError where lists of goods put side by side exceed the flow they are part of.
 */
export function scheduleOf(ruling: Ruling, parts: readonly number[]): TariffSchedule {
  const { economy, rules } = ruling;
  const drafts = new Map<number, Draft>();
  rules.forEach((rule, r) => {
    const part = parts[r]!;
    if (part === 0) return;
    for (const ruled of rule.cells) {
      let draft = drafts.get(ruled.cell);
      if (!draft) {
        draft = { ordinary: economy.duty[ruled.cell]!, everywhere: 0, pieces: [], logCost: 0 };
        drafts.set(ruled.cell, draft);
      }
      apply(rule, ruled, part, draft);
    }
  });

  const statutoryDuty = economy.duty.slice();
  const bannedShare = new Float64Array(economy.flow.length);
  const cells: ShockedCell[] = [];
  const problems: Problem[] = [];
  for (const [cell, draft] of drafts) {
    const bundles = bundlesOf(draft, problems, () => cellName(economy, cell));
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
  if (problems.length > 0) throw new InputError(problems);
  return { shock: { cells }, statutoryDuty, bannedShare };
}

/** A cell while its rules are gathered. */
interface Draft {
  /** Rate paid by goods on no list; replaced by an ordinary duty. */
  ordinary: number;
  /** Added on all goods of the cell. */
  everywhere: number;
  /** Lists side by side. */
  readonly pieces: Piece[];
  logCost: number;
}

interface Piece {
  share: number;
  rate: number;
  readonly part: number;
  readonly name: string;
  readonly place: Place | undefined;
}

function apply(rule: Rule, { share, value }: RuledCell, part: number, draft: Draft): void {
  const piece = { part, name: rule.name, place: rule.place };
  switch (rule.kind) {
    case 'duty':
      if (share === 1) draft.everywhere += part * value;
      else draft.pieces.push({ ...piece, share, rate: part * value });
      break;
    case 'ordinary-duty':
      draft.ordinary += part * (value - draft.ordinary);
      break;
    case 'ban':
      draft.pieces.push({ ...piece, share: share * part, rate: Infinity });
      break;
    case 'trade-cost':
      draft.logCost += part * Math.log(value);
      break;
    default:
      assertNever(rule.kind);
  }
}

function bundlesOf(draft: Draft, problems: Problem[], name: () => string): Bundle[] {
  const tradeCost = Math.exp(draft.logCost);
  const floor = draft.ordinary + draft.everywhere;
  const listed = draft.pieces.reduce((sum, piece) => sum + piece.share, 0);
  if (listed > 1 + 1e-9) {
    const throughout = draft.pieces.filter((piece) => piece.part === 1);
    const always = throughout.reduce((sum, piece) => sum + piece.share, 0);
    if (always > 1 + 1e-9) {
      const last = throughout.at(-1)!;
      const percent = (100 * always).toFixed(1);
      problems.push({
        code: 'lists-exceed-flow',
        message: `the lists of goods on ${name()} add up to ${percent}% of the flow: ${throughout
          .map((piece) => piece.name)
          .join(', ')}`,
        advice:
          'lists with a share below 100% bear on different goods; lower a share, or leave it out to cover all goods',
        ...(last.place ? { place: last.place } : {}),
      });
    }
    // Lists that follow each other within the year may share goods: keep the duty paid, fit the goods to the flow.
    for (const piece of draft.pieces) {
      piece.share /= listed;
      piece.rate *= listed;
    }
  }
  const bundles: Bundle[] = [];
  const rest = 1 - Math.min(1, listed);
  if (rest > 1e-12) bundles.push({ share: rest, duty: floor, tradeCost });
  for (const { share, rate } of draft.pieces) bundles.push({ share, duty: floor + rate, tradeCost });
  return bundles;
}

function scopeCells(
  scope: Scope,
  at: (importer: string, exporter: string, sector: string) => number,
): number[] {
  const cells: number[] = [];
  for (const importer of scope.importers) {
    for (const exporter of scope.exporters) {
      if (importer === exporter) continue;
      for (const sector of scope.sectors) cells.push(at(importer, exporter, sector));
    }
  }
  return cells;
}

function cellIndex(economy: Economy): (importer: string, exporter: string, sector: string) => number {
  const regions = new Map(economy.regions.map(({ code }, index) => [code, index]));
  const sectors = new Map(economy.sectors.map(({ code }, index) => [code, index]));
  const N = economy.regions.length;
  const J = economy.sectors.length;
  return (importer, exporter, sector) => {
    const n = regions.get(importer);
    const i = regions.get(exporter);
    const j = sectors.get(sector);
    if (n === undefined || i === undefined || j === undefined) {
      throw new RangeError(`no flow ${importer} from ${exporter} of ${sector} in ${economy.id}`);
    }
    return (n * N + i) * J + j;
  };
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

function assertNever(value: never): never {
  throw new RangeError(`not foreseen: ${JSON.stringify(value)}`);
}
