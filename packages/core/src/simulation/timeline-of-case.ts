import type { Economy } from '../economy/economy.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Law } from '../tariffs/law.ts';
import { rulingOf } from '../tariffs/ruling.ts';
import { type Timeline, timelineOf } from '../tariffs/schedule.ts';
import { situationOf } from '../tariffs/standing-law.ts';

/**
 * The law of a case over all time, without solving anything.
 *
 * @throws InputError where the case's own lists of goods exceed the goods they are part of.
 * @throws RangeError where the record does not know the law that it starts from; `parseScenario` has checked that.
 */
export function timelineOfCase(economy: Economy, law: Law, { asOf, changes }: Scenario): Timeline {
  const situation = situationOf(law, asOf);
  if (!situation) {
    throw new RangeError(
      `no law known for "${asOf}"; the record covers ${law.covered.first} to ${law.covered.last}`,
    );
  }
  return timelineOf(rulingOf(economy, law, situation.date, changes));
}
