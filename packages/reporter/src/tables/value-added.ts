import type { ScenarioResult } from '@usmca-sim/core';
import { type Frame, percentAbove } from '../frame.ts';
import { shortName } from '../names.ts';
import type { Table } from '../report.ts';
import { type Line, moneyTable } from './case-columns.ts';

/** Sectors below this part of a region's value added are not ranked: their percent changes are large and small news. */
const leastShare = 0.0005;

/** Changes smaller than this, in percent, are no change. */
const leastChange = 5e-5;

/**
 * Value added of the sectors that change most, in percent, a table a party: up to five up and five down for one case
 * (against the base year, or against the reference), fewer for each of several.
 */
export function valueAddedTables(frame: Frame): Table[] {
  return frame.parties.flatMap((party) => {
    const chosen = sectorsHitMost(frame, party);
    if (chosen.length === 0) return [];
    const lines = chosen.map(
      (j): Line => ({
        label: shortName(frame.sectors[j]!),
        value: (result, when) => result[when].valueAdded[party * frame.sectors.length + j]!,
      }),
    );
    const against = frame.others.length > 0 ? 'the reference' : `${frame.baseYear}`;
    return [
      moneyTable(frame, {
        title: `Value added of the sectors that change most against ${against}, ${frame.regions[party]!.name}`,
        labels: 'Sector',
        lines,
      }),
    ];
  });
}

/** Indices of sectors from the largest rise of the first case ranked to its largest fall. */
function sectorsHitMost(frame: Frame, party: number): number[] {
  const J = frame.sectors.length;
  const whole = frame.reference.base.valueAdded
    .subarray(party * J, (party + 1) * J)
    .reduce((a, b) => a + b, 0);
  const ranked = frame.others.length > 0 ? frame.others : [frame.reference];
  const most = [5, 5, 3, 2][ranked.length] ?? 1;
  const change = (result: ScenarioResult, j: number): number => {
    const at = party * J + j;
    const against = result === frame.reference ? result.base : frame.reference.longRun;
    return percentAbove(result.longRun.valueAdded[at]!, against.valueAdded[at]!) ?? 0;
  };
  const large = frame.sectors
    .map((_, j) => j)
    .filter((j) => frame.reference.base.valueAdded[party * J + j]! >= leastShare * whole);
  const chosen = new Set<number>();
  for (const result of ranked) {
    const order = [...large].sort((a, b) => change(result, b) - change(result, a));
    for (const j of order.slice(0, most)) if (change(result, j) > leastChange) chosen.add(j);
    for (const j of order.slice(-most)) if (change(result, j) < -leastChange) chosen.add(j);
  }
  return [...chosen].sort((a, b) => change(ranked[0]!, b) - change(ranked[0]!, a));
}
