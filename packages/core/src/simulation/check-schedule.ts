import type { Economy } from '../economy/economy.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { dayPeriod, yearPeriod } from '../tariffs/calendar.ts';
import { type Law, situationOf } from '../tariffs/law.ts';
import { layOutRules, segmentsOf } from '../tariffs/rules.ts';
import { scheduleOf } from '../tariffs/schedule.ts';

/**
 * Lays out the law of a case over its whole horizon without solving anything: what `runScenario` would refuse before
 * its first equilibrium.
 *
 * @throws InputError where lists of goods put side by side exceed the flow they are part of on any day.
 */
export function checkSchedule(economy: Economy, law: Law, scenario: Scenario): void {
  const situation = situationOf(law, scenario.start);
  if (!situation) return;
  const ruling = layOutRules(economy, situation, scenario.changes);
  const { from } = yearPeriod(economy.year + 1);
  const { until } = dayPeriod(`${scenario.horizon}-12-31`);
  scheduleOf(ruling, segmentsOf(ruling, { from, until }));
}
