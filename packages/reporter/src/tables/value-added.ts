import { type Frame, percentAbove, standardOf } from '../frame.ts';
import { counted, shortName } from '../names.ts';
import type { Table } from '../report.ts';
import { type Line, moneyTable } from './case-columns.ts';
import { reading } from './reading.ts';

/** Sectors below this part of a region's value added are not ranked: their percent changes are large and small news. */
const leastShare = 0.001;

/** Changes smaller than this, in percent, are no change. */
const leastChange = 5e-5;

/** Sectors chosen for each of one, two, three cases; for more, the last. */
const mostSectors = [10, 6, 5, 4];

/**
 * Value added of the sectors that change most, in percent, a table a party. Of every case shown the same number is
 * chosen, by its change against what its column is set against; the largest change in any case comes first.
 */
export function valueAddedTables(frame: Frame): Table[] {
  const most = mostSectors[Math.min(frame.results.length, mostSectors.length) - 1]!;
  return frame.parties.flatMap((party) => {
    const chosen = sectorsHitMost(frame, party, most);
    if (chosen.length === 0) return [];
    const lines = chosen.map(
      (j): Line => ({
        label: shortName(frame.sectors[j]!),
        value: valueAdded(frame, party, j),
      }),
    );
    const whose =
      frame.others.length > 0
        ? `The ${counted(most, 'sector')} of each case that change most in percent, up or down, against what stands over its column (the reference and cases with a base of their own: against the base)`
        : `The ${counted(most, 'sector')} that change most in percent, up or down, against ${frame.baseYear}`;
    return [
      moneyTable(frame, {
        title: `Value added of the sectors that change most, ${frame.regions[party]!.name}`,
        labels: 'Sector',
        lines,
        notes: [
          `${whose}; largest first. Sectors with less than ${100 * leastShare}% of the region's value added are left out.`,
        ],
      }),
    ];
  });
}

function valueAdded({ regions, sectors }: Frame, party: number, sector: number): Line['value'] {
  return reading('value-added', { region: regions[party]!.code, sector: sectors[sector]!.code });
}

/** Indices of sectors, from the largest change in any case to the smallest. */
function sectorsHitMost(frame: Frame, party: number, most: number): number[] {
  const { reference, results } = frame;
  const whole = reading('value-added', { region: frame.regions[party]!.code })(reference, 'base') ?? 0;
  const large = frame.sectors.flatMap((_, j) => {
    const value = valueAdded(frame, party, j);
    if ((value(reference, 'base') ?? 0) < leastShare * whole) return [];
    const changes = results.map((result) => {
      const standard = standardOf(frame, result);
      const against = value(standard.result, standard.when) ?? 0;
      return Math.abs(percentAbove(value(result, 'longRun') ?? 0, against) ?? 0);
    });
    return [{ j, changes, largest: Math.max(...changes) }];
  });
  const chosen = new Set<(typeof large)[number]>();
  for (const at of results.keys()) {
    const order = large.toSorted((a, b) => b.changes[at]! - a.changes[at]!);
    for (const sector of order.slice(0, most)) if (sector.changes[at]! > leastChange) chosen.add(sector);
  }
  return [...chosen].sort((a, b) => b.largest - a.largest).map(({ j }) => j);
}
