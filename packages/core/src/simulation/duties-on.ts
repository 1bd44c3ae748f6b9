import type { Economy } from '../economy/economy.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { FlowDuty } from '../tariffs/breakdown.ts';
import { dayPeriod } from '../tariffs/calendar.ts';
import { flowDuties } from '../tariffs/flow-duties.ts';
import type { Law } from '../tariffs/law.ts';
import { rulingOfRecord } from '../tariffs/ruling.ts';
import { scheduleOf, timelineOf } from '../tariffs/schedule.ts';
import { prepareEconomy, standardChoices } from './prepared-economy.ts';
import type { WorldState } from './result.ts';
import { timelineOfCase } from './timeline-of-case.ts';
import { worldState } from './world-state.ts';

/** The duties of a day, and the long run under the law of that day. */
export interface DutiesOn {
  /** The economy that the flows are of: under a case that balances deficits, the balanced one. */
  readonly economy: Economy;
  /** Flows on which the law bears, with the measures behind each duty. */
  readonly flows: readonly FlowDuty[];
  /** `statutoryDuty` has base-year weights, `effectiveDuty` those after substitution. */
  readonly state: WorldState;
}

/**
 * What every flow pays on a day, and what is collected once trade has settled under the law of that day.
 *
 * @param scenario a case whose law to read; the record's own history where absent.
 * @throws EquilibriumError where the long run does not exist or is not found.
 */
export function dutiesOn(economy: Economy, law: Law, date: string, scenario?: Scenario): DutiesOn {
  const { model } = prepareEconomy(economy, scenario ?? standardChoices(economy));
  const timeline = scenario
    ? timelineOfCase(model.economy, law, scenario)
    : timelineOf(rulingOfRecord(model.economy, law));
  const schedule = scheduleOf(timeline, dayPeriod(date));
  const equilibrium = model.solve(schedule.shock, { tolerance: 1e-10 });
  return {
    economy: model.economy,
    flows: flowDuties(timeline, date),
    state: worldState(model, schedule, equilibrium),
  };
}
