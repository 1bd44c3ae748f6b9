import type { Economy } from '../economy/economy.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { dayPeriod, yearPeriod } from '../tariffs/calendar.ts';
import type { Law } from '../tariffs/law.ts';
import { scheduleOf, type TariffSchedule } from '../tariffs/schedule.ts';
import { situationOf } from '../tariffs/standing-law.ts';
import type { Equilibrium } from '../trade/equilibrium.ts';
import { EquilibriumError } from '../trade/equilibrium-error.ts';
import { tradeDiversion } from '../trade/trade-diversion.ts';
import type { TradeShock } from '../trade/trade-shock.ts';
import { transitionYear } from '../trade/transition.ts';
import { decomposeWelfare } from '../trade/welfare.ts';
import { negotiate } from './negotiate.ts';
import { prepareEconomy } from './prepared-economy.ts';
import { isNegotiated } from './price-reviews.ts';
import type { ScenarioResult, TransitionYear } from './result.ts';
import { timelineOfCase } from './timeline-of-case.ts';
import { worldState } from './world-state.ts';

/** Kept in step with package.json by a test. */
export const packageVersion = '0.1.0';

const tolerance = 1e-10;

/**
 * Runs a case: the law year by year, the long-run equilibrium under each, the way of the flows towards it, and the
 * long run under the law at the end of the horizon with its welfare and trade diversion. The same law is solved once
 * however many years it lasts. Where governments negotiate, the game is solved as well; the law of the run itself is
 * that of the case, without any deal.
 *
 * @throws EquilibriumError where an equilibrium does not exist or is not found.
 * @throws ReviewTooLarge where a negotiation is too large, before anything is solved.
 * @throws ReviewSolveError where a negotiation is not solved.
 * @throws InputError where the case starts from a law that is not known, or its lists of goods exceed a flow.
 */
export function runScenario(economy: Economy, law: Law, scenario: Scenario): ScenarioResult {
  const negotiation = isNegotiated(scenario) ? negotiate(economy, law, scenario) : undefined;
  try {
    return { ...run(economy, law, scenario), ...(negotiation ? { negotiation } : {}) };
  } catch (error) {
    // Among several cases it matters which one has no solution.
    if (!(error instanceof EquilibriumError)) throw error;
    throw new EquilibriumError(error.code, `${scenario.file}: ${error.message}`, error);
  }
}

function run(economy: Economy, law: Law, scenario: Scenario): ScenarioResult {
  const { model, base: baseState, ...observed } = prepareEconomy(economy, scenario);
  const base = model.economy;
  const timeline = timelineOfCase(base, law, scenario);

  const solved: { schedule: TariffSchedule; equilibrium: Equilibrium }[] = [];
  const underLaw = (schedule: TariffSchedule) => {
    const known = solved.findLast((other) => isSameShock(other.schedule.shock, schedule.shock));
    if (known) return known;
    const latest = solved.at(-1);
    const start = latest ? { start: latest.equilibrium } : {};
    const fresh = { schedule, equilibrium: model.solve(schedule.shock, { tolerance, ...start }) };
    solved.push(fresh);
    return fresh;
  };

  const transition: TransitionYear[] = [];
  let flow = base.flow;
  let banned: Float64Array = new Float64Array(flow.length);
  for (let year = base.year + 1; year <= scenario.horizon; year++) {
    const { schedule, equilibrium } = underLaw(scheduleOf(timeline, yearPeriod(year)));
    flow = transitionYear(flow, equilibrium.flow, schedule.bannedShare, banned, scenario.transitionSpeed);
    banned = schedule.bannedShare;
    transition.push({ year, flow });
  }
  const end = underLaw(scheduleOf(timeline, dayPeriod(`${scenario.horizon}-12-31`)));
  const longRun = worldState(model, end.schedule, end.equilibrium);
  const N = base.regions.length;
  const J = base.sectors.length;
  return {
    version: 1,
    scenario,
    situation: situationOf(law, scenario.asOf)!,
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
      count: solved.length,
      worstResidual: Math.max(...solved.map(({ equilibrium }) => equilibrium.residual)),
    },
  };
}

/** Claims settle over years: what differs by less than this is one law. */
const sameDuty = 1e-9;

function isSameShock(one: TradeShock, other: TradeShock): boolean {
  return (
    one.cells.length === other.cells.length &&
    one.cells.every((cell, k) => {
      const twin = other.cells[k]!;
      return (
        cell.importer === twin.importer &&
        cell.exporter === twin.exporter &&
        cell.sector === twin.sector &&
        cell.bundles.length === twin.bundles.length &&
        cell.bundles.every(({ share, duty, tradeCost }, b) => {
          const same = twin.bundles[b]!;
          return (
            (duty === same.duty || Math.abs(duty - same.duty) < sameDuty) &&
            Math.abs(share - same.share) < sameDuty &&
            tradeCost === same.tradeCost
          );
        })
      );
    })
  );
}
