import type { Economy } from '../economy/economy.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Law } from '../tariffs/law.ts';
import { rulingOf } from '../tariffs/ruling.ts';
import { situationOf } from '../tariffs/standing-law.ts';

/**
 * Lays out the law of a case over its whole horizon without solving anything: what `runScenario` would refuse before
 * its first equilibrium.
 *
 * @throws InputError where lists of goods put side by side exceed the goods they are part of on any day.
 */
export function checkSchedule(economy: Economy, law: Law, scenario: Scenario): void {
  const situation = situationOf(law, scenario.asOf);
  if (situation) rulingOf(economy, law, situation.date, scenario.changes);
}
