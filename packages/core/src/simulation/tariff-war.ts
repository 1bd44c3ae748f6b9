import type { Economy } from '../economy/economy.ts';
import type { Stance } from '../negotiation/stance.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type ClosedForm, closedForms } from '../tariff-war/closed-forms.ts';
import { DutyGame, type Instrument, instrumentsOf, type Objective } from '../tariff-war/duty-game.ts';
import { nashTariffs, type SearchProgress } from '../tariff-war/nash-tariffs.ts';
import { eightGroups, type SectorGroup } from '../tariff-war/sector-groups.ts';
import { sectorWeights } from '../tariff-war/sector-weights.ts';
import { highestRate } from '../tariff-war/tariff-game.ts';
import { dayPeriod } from '../tariffs/calendar.ts';
import type { Law } from '../tariffs/law.ts';
import { scheduleOf } from '../tariffs/schedule.ts';
import type { Equilibrium } from '../trade/equilibrium.ts';
import type { TradeModel } from '../trade/trade-model.ts';
import { prepareEconomy } from './prepared-economy.ts';
import { timelineOfCase } from './timeline-of-case.ts';

export interface TariffWarOptions {
  /** What bears one duty; default `eightGroups`. */
  readonly groups?: readonly SectorGroup[];
  /** Of the parties in the economy's order: governments weigh sectors as these have it. Default: real income alone. */
  readonly stances?: readonly Stance[];
}

/** A duty of the war. Rates are fractions. */
export interface WarTariff {
  /** Region codes. */
  readonly importer: string;
  readonly exporter: string;
  /** Id of the group of goods. */
  readonly group: string;
  /** What the importer levies in the war, where each answers the others. */
  readonly rate: number;
  /** What it would levy had the others no duties on the parties, and did not answer. */
  readonly alone: number;
  /** What the law of the case takes of the same goods, weighted with base-year trade. */
  readonly lawful: number;
  /** Base-year trade under it, before duty, in the economy's unit. */
  readonly trade: number;
}

/** Duties of all parties on each other, and what becomes of them in the long run. By party unless told. */
export interface DutyOutcome {
  /** Real income in percent against the law of the case. */
  readonly realIncome: readonly number[];
  /** The same against no duty at all among the parties. */
  readonly againstFreeTrade: readonly number[];
  /** What governments want to be high, in percent against the law of the case. */
  readonly objective: readonly number[];
  /** Goods and services that the first buys of the second, before duty, `[importer][exporter]`; 0 at home. */
  readonly flow: readonly (readonly number[])[];
}

/** A tariff war that has settled: each party's duties are the best answer to those of the others. */
export interface TariffWar extends DutyOutcome {
  /** Region codes, in the economy's order of parties; figures by party follow it. */
  readonly parties: readonly string[];
  readonly groups: readonly SectorGroup[];
  readonly aim: 'real-income' | 'stance';
  readonly tariffs: readonly WarTariff[];
  /** What becomes of all parties where that one alone levies its `alone` duties and the others none, by party. */
  readonly alone: readonly DutyOutcome[];
  /** The law of the case, and no duties among the parties. */
  readonly law: DutyOutcome;
  readonly freeTrade: DutyOutcome;
  /** What the theory of two countries says, by importer and partner. */
  readonly closedForms: readonly ClosedForm[];
  /** The most that a party could still gain by any deviation tried, in percent of what it wants. */
  readonly maximumRegret: number;
  /** No duty is above it, a fraction. */
  readonly highestRate: number;
  readonly search: {
    readonly rounds: number;
    readonly equilibria: number;
    /** Searches made, from different duties. */
    readonly starts: number;
    /** Rates of other wars that searches came to, each in the order of `tariffs`; none where all agree. */
    readonly otherWars: readonly (readonly number[])[];
  };
}

/**
 * The tariff war among the parties of an economy: each sets a duty on every group of goods of every other, in the place
 * of what the law of the case takes, to have the most of what it wants in the long run. Duties on and of everyone else
 * are those of the case on the last day of its horizon.
 *
 * @throws TariffWarError where answers do not settle.
 * @throws EquilibriumError where trade has no equilibrium, or none is found.
 * @throws InputError where the lists of goods of the case exceed a flow.
 */
export function tariffWar(
  economy: Economy,
  law: Law,
  scenario: Scenario,
  options: TariffWarOptions = {},
): TariffWar {
  const steps = tariffWarInSteps(economy, law, scenario, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, yielding every few hundred milliseconds, so that whoever drives it can tell how far it is, or stop. */
export function* tariffWarInSteps(
  economy: Economy,
  law: Law,
  scenario: Scenario,
  { groups = eightGroups, stances }: TariffWarOptions = {},
): Generator<SearchProgress, TariffWar> {
  const { model, base } = prepareEconomy(economy, scenario);
  const timeline = timelineOfCase(model.economy, law, scenario);
  const { shock, statutoryDuty } = scheduleOf(timeline, dayPeriod(`${scenario.horizon}-12-31`));
  const { parties, regions } = economy;
  const instruments = instrumentsOf(economy, parties, groups);
  const objectives = parties.map((region, i) => objectiveOf(model, base.valueAdded, region, stances?.[i]));
  const game = new DutyGame(model, shock, parties, instruments, objectives);

  const underLaw = model.solve(shock, { tolerance: 1e-11 });
  const free = game.solve(new Float64Array(instruments.length));
  const found = yield* nashTariffs(game);
  const outcome = (equilibrium: Equilibrium): DutyOutcome => ({
    realIncome: parties.map((n) => percent(equilibrium.realIncome[n]! / underLaw.realIncome[n]!)),
    againstFreeTrade: parties.map((n) => percent(equilibrium.realIncome[n]! / free.realIncome[n]!)),
    objective: objectives.map((objective) => objective(equilibrium) - objective(underLaw)),
    flow: parties.map((n) => parties.map((i) => (n === i ? 0 : flowBetween(economy, equilibrium, n, i)))),
  });
  return {
    parties: parties.map((n) => regions[n]!.code),
    groups,
    aim: stances ? 'stance' : 'real-income',
    tariffs: instruments.map((instrument, k) => ({
      importer: regions[instrument.importer]!.code,
      exporter: regions[instrument.exporter]!.code,
      group: groups[instrument.group]!.id,
      rate: Math.expm1(found.point[k]!),
      alone: Math.expm1(found.alone[game.setBy[k]!]![k]!),
      ...tradeUnder(model.economy, instrument, statutoryDuty),
    })),
    ...outcome(game.solve(found.point)),
    alone: found.alone.map((point) => outcome(game.solve(point))),
    law: outcome(underLaw),
    freeTrade: outcome(free),
    closedForms: closedForms(model, parties),
    maximumRegret: found.maximumRegret,
    highestRate,
    search: {
      rounds: found.rounds,
      equilibria: game.equilibria,
      starts: found.starts,
      otherWars: found.others.map((point) => Array.from(point, Math.expm1)),
    },
  };
}

/** 100 ln Ŵ, and political weights on sectors where the government has any: as in the payoffs of a negotiation. */
function objectiveOf(
  { economy }: TradeModel,
  valueAdded: Float64Array,
  region: number,
  stance: Stance | undefined,
): Objective {
  if (!stance) return ({ realIncome }) => 100 * Math.log(realIncome[region]!);
  const weights = sectorWeights(economy, valueAdded, region, stance);
  const first = region * weights.length;
  return ({ realIncome, output, consumerPrices }) => {
    let sum = 100 * Math.log(realIncome[region]!);
    weights.forEach((weight, j) => {
      const added = output[first + j]! * economy.valueAddedShare[first + j]!;
      if (weight !== 0 && added > 0) sum += 100 * weight * Math.log(added / consumerPrices[region]!);
    });
    return sum;
  };
}

function tradeUnder(
  { regions, sectors, flow }: Economy,
  { importer, exporter, sectors: taxed }: Instrument,
  duty: Float64Array,
): Pick<WarTariff, 'trade' | 'lawful'> {
  const cells = taxed.map((j) => (importer * regions.length + exporter) * sectors.length + j);
  const trade = cells.reduce((sum, cell) => sum + flow[cell]!, 0);
  return { trade, lawful: cells.reduce((sum, cell) => sum + (flow[cell]! * duty[cell]!) / trade, 0) };
}

function flowBetween({ regions, sectors }: Economy, { flow }: Equilibrium, n: number, i: number): number {
  const first = (n * regions.length + i) * sectors.length;
  return flow.subarray(first, first + sectors.length).reduce((sum, value) => sum + value, 0);
}

function percent(ratio: number): number {
  return 100 * (ratio - 1);
}
