import type { Economy } from '../economy/economy.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { dayPeriod, yearPeriod } from '../tariffs/calendar.ts';
import { type Law, type Situation, situationOf } from '../tariffs/law.ts';
import { layOutRules, type Segment, segmentsOf } from '../tariffs/rules.ts';
import { scheduleOf, type TariffSchedule } from '../tariffs/schedule.ts';
import type { Equilibrium } from '../trade/equilibrium.ts';
import { EquilibriumError } from '../trade/equilibrium-error.ts';
import { tradeDiversion } from '../trade/trade-diversion.ts';
import { transitionYear } from '../trade/transition.ts';
import { decomposeWelfare } from '../trade/welfare.ts';
import { prepareEconomy } from './prepared-economy.ts';
import type { ScenarioResult, TransitionYear } from './result.ts';
import { worldState } from './world-state.ts';

/** Kept in step with package.json by a test. */
export const packageVersion = '0.1.0';

const tolerance = 1e-10;

/**
 * Runs a case: the law year by year, the long-run equilibrium under each, the way of the flows towards it, and the
 * long run under the law at the end of the horizon with its welfare and trade diversion. The same law is solved once
 * however many years it lasts.
 *
 * @throws EquilibriumError where an equilibrium does not exist or is not found.
 * @throws InputError where the case starts from a law that is not known, or its lists of goods exceed a flow.
 */
export function runScenario(economy: Economy, law: Law, scenario: Scenario): ScenarioResult {
  try {
    return run(economy, law, scenario);
  } catch (error) {
    // Among several cases it matters which one has no solution.
    if (!(error instanceof EquilibriumError)) throw error;
    throw new EquilibriumError(error.code, `${scenario.file}: ${error.message}`, error);
  }
}

function run(economy: Economy, law: Law, scenario: Scenario): ScenarioResult {
  const { model, base: baseState, ...observed } = prepareEconomy(economy, scenario);
  const base = model.economy;
  const situation = startingLaw(law, scenario);
  const ruling = layOutRules(base, situation, scenario.changes);

  const solved = new Map<string, { schedule: TariffSchedule; equilibrium: Equilibrium }>();
  let latest: Equilibrium | undefined;
  const underLaw = (segments: readonly Segment[]) => {
    const key = JSON.stringify(segments);
    let known = solved.get(key);
    if (!known) {
      const schedule = scheduleOf(ruling, segments);
      const start = latest ? { start: latest } : {};
      known = { schedule, equilibrium: model.solve(schedule.shock, { tolerance, ...start }) };
      solved.set(key, known);
    }
    latest = known.equilibrium;
    return known;
  };

  const transition: TransitionYear[] = [];
  let flow = base.flow;
  let banned: Float64Array = new Float64Array(flow.length);
  for (let year = base.year + 1; year <= scenario.horizon; year++) {
    const { schedule, equilibrium } = underLaw(segmentsOf(ruling, yearPeriod(year)));
    flow = transitionYear(flow, equilibrium.flow, schedule.bannedShare, banned, scenario.transitionSpeed);
    banned = schedule.bannedShare;
    transition.push({ year, flow });
  }
  const end = underLaw(segmentsOf(ruling, dayPeriod(`${scenario.horizon}-12-31`)));
  const longRun = worldState(model, end.schedule, end.equilibrium);
  const N = base.regions.length;
  const J = base.sectors.length;
  return {
    version: 1,
    scenario,
    situation,
    madeBy: {
      package: packageVersion,
      economy: base.id,
      economyTitle: base.title,
      economyHash: base.hash,
      lawHash: law.hash,
      baseYear: base.year,
      unit: base.unit,
      ...observed,
      elasticities: scenario.elasticities.set,
      deficits: scenario.deficits,
      transitionSpeed: scenario.transitionSpeed,
      growth: scenario.growth,
      tolerance,
    },
    regions: base.regions,
    sectors: base.sectors,
    parties: base.parties,
    base: baseState,
    longRun,
    welfare: decomposeWelfare(model, end.schedule.shock, end.equilibrium),
    diversion: tradeDiversion(base.flow, longRun.volume, N, J),
    transition,
    solves: {
      count: solved.size,
      worstResidual: Math.max(...[...solved.values()].map(({ equilibrium }) => equilibrium.residual)),
    },
  };
}

function startingLaw(law: Law, scenario: Scenario): Situation {
  const found = situationOf(law, scenario.start);
  // parseScenario has checked this; a scenario built by hand may not have been.
  if (!found) throw new RangeError(`no law known for "${scenario.start}"; covered: ${law.covered}`);
  return found;
}
