import type { Scenario } from '@usmca-sim/core';
import { percentInWords, rateInWords } from '../number-style.ts';

/** An assumption of a run and its value in words. */
export interface Assumption {
  readonly name: string;
  readonly value: string;
}

/** What a case assumes beyond the law: elasticities, closure, time. */
export function assumptionsOf(scenario: Scenario, baseYear: number): Assumption[] {
  const { deficits, transitionSpeed, growth } = scenario;
  const own = Object.entries(scenario.elasticities.sectors).map(([sector, value]) => `${sector} ${value}`);
  const elasticities = `${scenario.elasticities.set}${own.length > 0 ? ` with ${own.join(', ')}` : ''}`;
  return [
    { name: 'trade elasticities', value: elasticities },
    {
      name: 'deficits',
      value: deficits === 'held' ? `held at their values of ${baseYear}` : 'balanced to zero first',
    },
    { name: 'horizon', value: `${scenario.horizon}` },
    {
      name: 'gap to the long run closed in a year',
      value: rateInWords(transitionSpeed),
    },
    {
      name: 'nominal growth a year',
      value: growth === 0 ? 'none' : percentInWords(growth * 100),
    },
  ];
}

/** `trade elasticities central; deficits held at …`. */
export function assumptionsInWords(assumptions: readonly Assumption[]): string {
  return assumptions.map(({ name, value }) => `${name} ${value}`).join('; ');
}
