import {
  type ClaimRecording,
  type ClaimResponse,
  type ClaimSeries,
  type Economy,
  fitScale,
  fitSpeed,
  type Law,
  type OrdinaryClaims,
  ProblemList,
  readCsvTable,
  type ScaleFit,
} from '@usmca-sim/core';
import { fentanylMargins } from './claims-margins.ts';
import { ownFile } from './files.ts';

/** The claim response with what it rests on: `law/claims.json`. */
export interface ClaimParameters extends ClaimResponse {
  /** What customs data recorded of a rise in claims before a day. The model follows the claims, not the records. */
  readonly recordedBefore: ClaimRecording;
  readonly fit: {
    readonly scale: Omit<ScaleFit, 'scale'>;
    readonly speed: ClaimFit & { readonly best: number };
    /** The monthly data under other scales: they bound it from above only. */
    readonly scalesByMonth: readonly { readonly scale: number; readonly rmse: number }[];
  };
}

interface ClaimFit {
  readonly rmse: number;
  readonly r2: number;
  readonly observations: number;
}

/** A share once reached is kept for as long as a certification of origin may cover: USMCA, article 5.2. Assumed. */
const memory = 12;
const since = '2025-01-01';
/** Customs recorded claims on goods that are free for everybody from this day on. */
const recordedFully = '2025-07-01';

const scalesTried = [0.001, 0.005, 0.01, 0.015, 0.02, 0.025, 0.03, 0.035, 0.04, 0.05, 0.06, 0.08, 0.1];

/**
 * Estimates the claim response: the scale from product groups before the duties of 2025, the speed from the months of
 * 2025. Numbers are rounded to five digits.
 *
 * @param law needs its product groups and the fentanyl duties; its own claim response is not read.
 */
export function fitClaims(economy: Economy, law: Law): ClaimParameters {
  const series = claimSeries(law);
  const { scale, ...ofScale } = fitScale(ordinaryClaims(economy, law));
  const { speed, best, until, recorded, ...ofSpeed } = fitSpeed(series, scale, recordedFully);
  const scalesByMonth = scalesTried.map((one) => ({
    scale: one,
    rmse: fitSpeed(series, one, recordedFully).rmse,
  }));
  return rounded({
    scale,
    speed,
    memory,
    since,
    recordedBefore: { until, recorded },
    fit: { scale: ofScale, speed: { best, ...ofSpeed }, scalesByMonth },
  });
}

/** The parameters on record, as `fitClaims` gave them. */
export function claimParameters(): ClaimParameters {
  return JSON.parse(ownFile('law/claims.json')) as ClaimParameters;
}

/** Claims of every product group before the duties of 2025 beside its ordinary duty. */
function ordinaryClaims(economy: Economy, { goods }: Law): OrdinaryClaims[] {
  const { regions, sectors, flow } = economy;
  const region = (code: string) => regions.findIndex((one) => one.code === code);
  return goods.groups.flatMap(({ importer, exporter, sector, share, lists, ordinaryDuty, claims }) => {
    if (!claims || lists.includes('not-dutiable')) return [];
    const pair = region(importer) * regions.length + region(exporter);
    const value = share * flow[pair * sectors.length + sectors.findIndex(({ code }) => code === sector)]!;
    return [{ value, ordinaryDuty, ...claims }];
  });
}

/**
 * Shares by exporter and sector in the months of 2025, with what a claim saved of the fentanyl duty. The floor is
 * January and February, the ceiling the fourth quarter. Sectors in which nothing bears the duty are left out.
 */
export function claimSeries(law: Law): ClaimSeries[] {
  const series: ClaimSeries[] = [];
  for (const { exporter, sector, months } of monthlyClaims()) {
    const parts = fentanylMargins(law, exporter, sector);
    if (parts.length === 0) continue;
    const over = (chosen: typeof months) =>
      chosen.reduce((sum, { value, share }) => sum + value * share, 0) /
      chosen.reduce((sum, { value }) => sum + value, 0);
    series.push({
      exporter,
      sector,
      floor: over(months.slice(0, 2)),
      ceiling: over(months.slice(-3)),
      parts,
      months,
    });
  }
  return series;
}

/** US imports from Canada and Mexico by sector and month of 2025, US$, and the share entered under USMCA. */
export function monthlyClaims(): Pick<ClaimSeries, 'exporter' | 'sector' | 'months'>[] {
  const file = 'law/usmca-claims-monthly.csv';
  const problems = new ProblemList();
  const required = [
    'month',
    'exporter',
    'sector',
    'customs_value_usd',
    'usmca_claimed_value_usd',
    'usmca_share',
  ];
  const table = readCsvTable(ownFile(file), file, { required }, problems);
  problems.throwIfAny();
  const found = new Map<
    string,
    { exporter: string; sector: string; months: ClaimSeries['months'][number][] }
  >();
  for (const cells of table!.rows) {
    const [month, exporter, sector, value, claimed] = required.map((name) => cells[table!.column(name)]!);
    const key = `${exporter} ${sector}`;
    const one = found.get(key) ?? { exporter: exporter!, sector: sector!, months: [] };
    found.set(key, one);
    const total = Number(value);
    one.months.push({ month: month!, value: total, share: total > 0 ? Number(claimed) / total : 0 });
  }
  for (const { months } of found.values()) months.sort((a, b) => (a.month < b.month ? -1 : 1));
  return [...found.values()];
}

function rounded<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, one) => (typeof one === 'number' ? Number(one.toPrecision(5)) : one)),
  ) as T;
}
