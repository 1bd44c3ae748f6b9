import type { ScenarioResult } from '@usmca-sim/core';
import { formatNumber, percentInWords } from '../number-style.ts';

/** An assumption of a run and its value in words. */
export interface Assumption {
  readonly name: string;
  readonly value: string;
}

/** What a run assumes beyond the law: elasticities, closure, time. */
export function assumptionsOf(result: ScenarioResult): Assumption[] {
  const { madeBy, scenario } = result;
  const own = Object.entries(scenario.elasticities.sectors).map(([sector, value]) => `${sector} ${value}`);
  const elasticities = `${madeBy.elasticities}${own.length > 0 ? ` with ${own.join(', ')}` : ''}`;
  return [
    { name: 'trade elasticities', value: elasticities },
    {
      name: 'deficits',
      value:
        madeBy.deficits === 'held' ? `held at their values of ${madeBy.baseYear}` : 'balanced to zero first',
    },
    { name: 'horizon', value: `${scenario.horizon}` },
    {
      name: 'gap to the long run closed in a year',
      value: `${formatNumber(madeBy.transitionSpeed * 100, 0)}%`,
    },
    {
      name: 'nominal growth a year',
      value: madeBy.growth === 0 ? 'none' : percentInWords(madeBy.growth * 100),
    },
  ];
}

/** `trade elasticities central; deficits held at …`. */
export function assumptionsInWords(assumptions: readonly Assumption[]): string {
  return assumptions.map(({ name, value }) => `${name} ${value}`).join('; ');
}
