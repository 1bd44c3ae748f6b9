import type { ScenarioResult } from '@usmca-sim/core';
import { type Frame, standardOf } from '../../frame.ts';
import { higherOrLower } from '../../number-style.ts';
import type { ColourName } from '../chart.ts';

/** What the panels of a case stand under: nothing where it is alone. */
export function caseHeading(frame: Frame, result: ScenarioResult): { readonly row?: string } {
  if (frame.others.length === 0) return {};
  const { title } = result.scenario;
  return { row: result === frame.reference ? `${title} (reference)` : title };
}

/** What a figure of the case is a change against, as the end of a clause: `against 2024`. */
export function againstInWords(frame: Frame, result: ScenarioResult): string {
  if (frame.ownBase.has(result)) return 'against its own base';
  return standardOf(frame, result).when === 'base'
    ? `against ${frame.baseYear}`
    : `against ${frame.reference.scenario.id}`;
}

/** What is shown, and what all panels are changes against: `Change of value added in the long run against 2024, percent`. */
export function changeInPercent(what: string, frame: Frame): string {
  const change = `Change of ${what} in the long run`;
  if (frame.others.length === 0) return `${change} against ${frame.baseYear}, percent`;
  const others = frame.ownBase.size > 0 ? 'it or a base of their own' : 'it';
  return `${change}, percent: the reference against ${frame.baseYear}, other cases against ${others}`;
}

/** The case that a title is about: the first beside the reference, or the one there is. */
export function caseOfTitle(frame: Frame): ScenarioResult {
  return frame.others[0] ?? frame.reference;
}

/** ` under retaliation-lifted, against law-of-august-2025`: nothing to say of a case alone but what it is against. */
export function titleEnd(frame: Frame): string {
  const result = caseOfTitle(frame);
  const against = againstInWords(frame, result);
  return frame.others.length === 0 ? ` ${against}` : ` under ${result.scenario.id}, ${against}`;
}

/** `rise 9.2%`, `fall 7.2%`, `do not change`: of things in the plural. Percent given; null where there were none. */
export function riseOrFall(percent: number | null): string {
  if (percent === null) return 'begin';
  const change = higherOrLower(percent);
  if (change === 'unchanged') return 'do not change';
  return `${percent > 0 ? 'rise' : 'fall'} ${change.split(' ')[0]}`;
}

export function countryColour(code: string): ColourName {
  return `country-${code}`;
}
