import type { Coverage } from '@usmca-sim/core';
import { csvRows } from './csv-rows.ts';
import { listedParts } from './product-groups.ts';

/** What a programme collected from the goods of a sector on a day. */
interface Collected {
  /** Points of the sector's average duty, as a fraction. */
  readonly contribution: number;
  /** Part of the sector's value that pays any of it. */
  readonly hit: number;
}

/** Below this, five decimals of a contribution are too few to tell a share. */
const least = 1e-4;

/**
 * What lists cover of US imports from partners without product groups, from duties computed line by line: each row of
 * `law/third-country-lists.csv` says which programme's on which day, and how share and rate follow from them. The
 * `beside` lists bear on other goods of the flow, so that what they leave is the most that a list can cover.
 */
export function coverageOfThirdCountries(): Coverage[] {
  const collected = collections();
  const parts = listedParts();
  const found = new Map<string, Coverage>();
  const columns = ['list', 'exporters', 'programme', 'date', 'share', 'rate', 'beside'] as const;
  for (const row of csvRows('third-country-lists.csv', columns)) {
    for (const exporter of row.exporters.split(' ')) {
      const part = parts.get(`USA ${exporter}`)!;
      for (const [sector, own] of collected.get(`${row.programme} ${row.date} ${exporter}`) ?? []) {
        if (own.contribution < least) continue;
        const key = (list: string) => `${list} ${exporter} ${sector}`;
        const on = (programme: string) =>
          collected.get(`${programme} ${row.date} ${exporter}`)?.get(sector)?.contribution ?? 0;
        const metal = (on('us_232_steel_alu_deriv') + on('us_232_copper')) / 0.5;
        const vpt = collected.get(`${row.programme} ${row.date} ${exporter}`)!.get('VPT');
        const beside = row.beside === '' ? [] : row.beside.split(' ');
        const taken = beside.reduce((sum, list) => sum + (found.get(key(list))?.share ?? 0), 0);
        const listed =
          row.share === 'whole' ? 1 : Math.min(shareOf(row.share, own, metal, vpt), 1 - taken / part);
        if (listed <= least) continue;
        const share = row.share === 'whole' ? 1 : round(listed * part);
        const average = (own.contribution * part) / share;
        found.set(key(row.list), {
          list: row.list,
          importer: 'USA',
          exporter,
          sector,
          share,
          ...(row.rate === 'average' ? { rate: average } : {}),
          basis: `${row.programme} on ${row.date}: ${points(own.contribution)}% over ${points(own.hit)}%; share: ${row.share}`,
        });
      }
    }
  }
  return [...found.values()];
}

/** Part of the listed goods of a sector. */
function shareOf(
  how: string,
  { contribution, hit }: Collected,
  metal: number,
  vpt: Collected | undefined,
): number {
  const over = /^over ([\d.]+)%$/.exec(how);
  if (over) return contribution / (Number(over[1]) / 100);
  switch (how) {
    case 'hit':
      return hit;
    case 'hit less metal':
      return hit - metal;
    // Of goods with other uses only some count as vehicle parts: those that would pay what parts proper pay.
    case 'as in VPT':
      return contribution / (vpt!.contribution / vpt!.hit);
    default:
      throw new RangeError(`no such share: ${how}`);
  }
}

/** By programme, date and exporter, then sector. */
function collections(): Map<string, Map<string, Collected>> {
  const found = new Map<string, Map<string, Collected>>();
  const columns = ['measure_id', 'date', 'exporter', 'sector', 'contribution', 'value_share_hit'] as const;
  for (const row of csvRows('third-country-contributions.csv', columns)) {
    const key = `${row.measure_id} ${row.date} ${row.exporter}`;
    const sectors = found.get(key) ?? new Map<string, Collected>();
    found.set(key, sectors);
    sectors.set(row.sector, { contribution: Number(row.contribution), hit: Number(row.value_share_hit) });
  }
  return found;
}

/** To eight digits, downwards: shares side by side must not exceed the flow. */
function round(share: number): number {
  return Math.floor(share * 1e8) / 1e8;
}

function points(share: number): string {
  return (100 * share).toFixed(3);
}
