import type { ScenarioResult } from '@usmca-sim/core';
import type { Frame } from '../frame.ts';
import { joined } from '../names.ts';
import { assumptionsOf } from './assumptions.ts';

/** The assumptions that a base rests on: others only bear on what follows from it. */
const baseAssumptions = ['deficits', 'trade elasticities'];

/** Which cases have a base of their own, why, and what that means for their figures; nothing where none has. */
export function ownBasesInWords(frame: Frame): string[] {
  return [...frame.ownBase].map((result) => {
    const { id } = result.scenario;
    return `${id} is measured against a base of its own, not against ${frame.reference.scenario.id}: ${whyOwn(frame, result)}. Its own base stands beside its levels; its changes, real income among them, are against that base.`;
  });
}

function whyOwn(frame: Frame, result: ScenarioResult): string {
  const standard = assumptionsOf(frame.reference.scenario, frame.baseYear);
  const reasons = assumptionsOf(result.scenario, frame.baseYear).flatMap(({ name, value }, at) =>
    baseAssumptions.includes(name) && standard[at]!.value !== value
      ? [`its ${name} are ${verbless(value)}, those of the reference ${verbless(standard[at]!.value)}`]
      : [],
  );
  return reasons.length > 0 ? joined(reasons) : 'the economy that it starts from is another';
}

function verbless(value: string): string {
  return value.replace(/ first$/, '');
}
