import type { Economy, FlowDuty, MeasureDuty } from '@usmca-sim/core';

/** Duties as they are paid once buyers have responded, laid out as `Economy.flow`. */
export interface PaidDuties {
  /** Duty paid over value before duty, fraction. */
  readonly effective: Float64Array;
  /** Value before duty after substitution. */
  readonly flow: Float64Array;
}

/** The law of a day, worked out: what each flow bears, and what is paid once buyers have responded. */
export interface LawOfDay {
  readonly economy: Economy;
  /** ISO date. */
  readonly date: string;
  /** The case whose law it is; absent for the law on record. */
  readonly scenario?: { readonly id: string; readonly title: string };
  readonly flows: readonly FlowDuty[];
  readonly paid: PaidDuties;
}

/** The average duty of some flows from one exporter into one importer. Rates are fractions. */
export interface AverageDuty {
  /** Base-year value. */
  readonly value: number;
  /** Null where all goods are banned. */
  readonly ordinary: number | null;
  readonly statutory: number | null;
  /** Null where nothing is traded after substitution, or where it was not computed. */
  readonly effective: number | null;
  /** Part of the value entered under USMCA; null where no preference can be claimed. */
  readonly claimed: number | null;
  /** Part of the value that may not be imported. */
  readonly banned: number;
  /** What each measure adds to `statutory`, largest first. */
  readonly measures: readonly MeasureDuty[];
  /** Measures under which goods may not be imported. */
  readonly bannedBy: readonly string[];
}

/** Duties of a day by flow; flows that no measure and no preference touches pay what they paid in the base year. */
export type FlowDuties = ReadonlyMap<number, FlowDuty>;

/** Flow duties by their cell, the place of the flow in `Economy.flow`. */
export function byCell(economy: Economy, duties: readonly FlowDuty[]): FlowDuties {
  const region = new Map(economy.regions.map(({ code }, at) => [code, at]));
  const sector = new Map(economy.sectors.map(({ code }, at) => [code, at]));
  return new Map(
    duties.map((duty) => {
      const pair = region.get(duty.importer)! * economy.regions.length + region.get(duty.exporter)!;
      return [pair * economy.sectors.length + sector.get(duty.sector)!, duty];
    }),
  );
}

/** Cells of the goods that one region buys from another: all of them, or those of one sector. */
export function cellsOf(economy: Economy, importer: string, exporter: string, sector?: string): number[] {
  const { regions, sectors } = economy;
  const n = regions.findIndex(({ code }) => code === importer);
  const i = regions.findIndex(({ code }) => code === exporter);
  return sectors.flatMap(({ code, kind }, j) =>
    (sector === undefined ? kind === 'goods' : code === sector)
      ? [(n * regions.length + i) * sectors.length + j]
      : [],
  );
}

/**
 * The average over cells. Ordinary and statutory duties are weighted with base-year values of goods that may be
 * imported, the effective duty with values after substitution; contributions add up to statutory less ordinary.
 */
export function averageOver(
  economy: Economy,
  cells: readonly number[],
  duties: FlowDuties,
  paid?: PaidDuties,
): AverageDuty {
  let [value, open, ordinary, statutory] = [0, 0, 0, 0];
  let [claimed, claimable] = [0, false];
  let [collected, traded] = [0, 0];
  const measures = new Map<string, { contribution: number; covered: number }>();
  const bans = new Set<string>();
  for (const cell of cells) {
    const own = economy.flow[cell]!;
    const duty = duties.get(cell);
    const weight = own * (1 - (duty?.banned ?? 0));
    value += own;
    open += weight;
    ordinary += weight * (duty?.ordinary ?? economy.duty[cell]!);
    statutory += weight * (duty?.statutory ?? economy.duty[cell]!);
    if (duty?.claimed !== undefined) {
      claimable = true;
      claimed += own * duty.claimed;
    }
    for (const { measure, contribution, covered } of duty?.measures ?? []) {
      const sum = measures.get(measure) ?? { contribution: 0, covered: 0 };
      measures.set(measure, sum);
      sum.contribution += weight * contribution;
      sum.covered += own * covered;
    }
    for (const { measures: bearing } of duty?.goods ?? []) {
      for (const { measure, unclaimed, claimed } of bearing) {
        if (unclaimed === Infinity || claimed === Infinity) bans.add(measure);
      }
    }
    if (paid) {
      collected += paid.flow[cell]! * paid.effective[cell]!;
      traded += paid.flow[cell]!;
    }
  }
  return {
    value,
    ordinary: open > 0 ? ordinary / open : null,
    statutory: open > 0 ? statutory / open : null,
    effective: traded > 0 ? collected / traded : null,
    claimed: claimable && value > 0 ? claimed / value : null,
    banned: value > 0 ? 1 - open / value : 0,
    measures: [...measures]
      .map(([measure, { contribution, covered }]) => ({
        measure,
        contribution: open > 0 ? contribution / open : 0,
        covered: value > 0 ? covered / value : 0,
      }))
      .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)),
    bannedBy: [...bans],
  };
}
