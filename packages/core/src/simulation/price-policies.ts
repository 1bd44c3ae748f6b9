import type { Economy } from '../economy/economy.ts';
import type { PolicyOutcome } from '../negotiation/negotiation-result.ts';
import type { PolicyPrice } from '../negotiation/payoff.ts';
import { changesOf, isSet, type Policy } from '../negotiation/policy.ts';
import type { Stance } from '../negotiation/stance.ts';
import type { NegotiationTable } from '../negotiation/table.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { sectorWeights } from '../tariff-war/sector-weights.ts';
import type { Law } from '../tariffs/law.ts';
import type { Equilibrium } from '../trade/equilibrium.ts';
import { EquilibriumError } from '../trade/equilibrium-error.ts';
import type { TradeModel } from '../trade/trade-model.ts';
import { PolicyLaw, type PolicyShock } from './policy-law.ts';
import { type PreparedEconomy, prepareEconomy } from './prepared-economy.ts';

/** What policies do to trade, in the order in which they were asked for. */
export interface PricedPolicies {
  readonly prices: readonly PolicyPrice[];
  readonly outcomes: readonly PolicyOutcome[];
  /** Different equilibria behind them, the case's own law included; those remembered count as well. */
  readonly equilibria: number;
}

/** Told before each equilibrium: how many are done, and of how many. What it throws stops the pricing. */
export type Progress = (done: number, of: number) => void;

/** Far below what runs of cases are held to, so that the start of a solve is not seen in its result. */
const tolerance = 1e-11;

/**
 * Prices policies with the trade model: each is the case with the policy's changes, in the long run on the last day of
 * its horizon, against the case's own law. Every equilibrium is solved for; what has been solved is remembered by
 * economy, law, case and changes, so that other stances solve nothing.
 *
 * @param stances in the table's order of parties; only their sector weights and domestic pressure are read.
 * @throws EquilibriumError where a policy has no equilibrium, or none is found: the message names it.
 * @throws InputError where a policy puts more goods on lists than a flow has.
 */
export function pricePolicies(
  economy: Economy,
  law: Law,
  scenario: Scenario,
  table: NegotiationTable,
  stances: readonly Stance[],
  policies: readonly Policy[],
  progress?: Progress,
): PricedPolicies {
  const worlds = worldsOfCase(economy, law, scenario);
  const named = new Map<string, { shock: PolicyShock; policy: Policy | undefined }>();
  const shocks = policies.map((policy) => {
    const shock = worlds.law.under(changesOf(table, policy));
    if (!named.has(shock.key)) named.set(shock.key, { shock, policy });
    return shock;
  });
  const own = worlds.law.under([]);
  if (!named.has(own.key)) named.set(own.key, { shock: own, policy: undefined });
  if (worlds.known.size + named.size > mostWorlds) worlds.known.clear();
  const fresh = [...named.values()].filter(({ shock }) => !worlds.known.has(shock.key));
  fresh.forEach(({ shock, policy }, done) => {
    progress?.(done, fresh.length);
    try {
      worlds.solve(shock);
    } catch (error) {
      if (!(error instanceof EquilibriumError)) throw error;
      const under = policy ? `under ${nameOfPolicy(table, policy)}: ` : '';
      throw new EquilibriumError(error.code, `${under}${error.message}`, error);
    }
  });
  const before = worlds.known.get(own.key)!;
  const { base } = worlds.prepared;
  const parties = table.parties.map((code) => regionAt(economy, code));
  const weights = stances.map((stance, i) => sectorWeights(economy, base.valueAdded, parties[i]!, stance));
  const priced = shocks.map((shock, p) => {
    const world = worlds.known.get(shock.key)!;
    return {
      price: {
        realIncome: parties.map((n) => 100 * (world.logRealIncome[n]! - before.logRealIncome[n]!)),
        sectors: parties.map((n, i) => weighted(weights[i]!, n, world, before)),
      },
      outcome: {
        policy: policies[p]!,
        realIncome: parties.map((n) => 100 * Math.expm1(world.logRealIncome[n]! - before.logRealIncome[n]!)),
        flow: parties.map((n) =>
          parties.map((i) => (n === i ? 0 : world.trade[n * economy.regions.length + i]!)),
        ),
      },
    };
  });
  return {
    prices: priced.map(({ price }) => price),
    outcomes: priced.map(({ outcome }) => outcome),
    equilibria: named.size,
  };
}

/** `expired, with clean-extension, while us-section-338 stands`. */
export function nameOfPolicy(table: NegotiationTable, { regime, packages, escalations }: Policy): string {
  const standing = table.escalations.filter((_, e) => isSet(escalations, e)).map(({ id }) => id);
  return [
    `the regime "${regime}"`,
    ...(packages.length > 0
      ? [`with ${packages.map((index) => table.packages[index]!.id).join(' and ')}`]
      : []),
    ...(standing.length > 0
      ? [`while ${standing.join(' and ')} ${standing.length > 1 ? 'stand' : 'stands'}`]
      : []),
  ].join(', ');
}

function weighted(weights: Float64Array, region: number, world: PolicyWorld, before: PolicyWorld): number {
  const first = region * weights.length;
  return weights.reduce(
    (sum, weight, j) =>
      sum + 100 * weight * (world.logValueAdded[first + j]! - before.logValueAdded[first + j]!),
    0,
  );
}

function regionAt({ id, regions }: Economy, code: string): number {
  const at = regions.findIndex((region) => region.code === code);
  if (at < 0) throw new RangeError(`no region "${code}" in ${id}`);
  return at;
}

/** What is kept of an equilibrium: enough for any table and any stances. */
interface PolicyWorld {
  /** ln Ŵ against the base year, `[n]`. */
  readonly logRealIncome: Float64Array;
  /** ln (VA/P) by sector, `[n·J + j]`; 0 where a sector adds no value. */
  readonly logValueAdded: Float64Array;
  /** Value of all sectors of each flow before duty, `[n·N + i]`. */
  readonly trade: Float64Array;
}

/** The equilibria of one case under any policy, remembered. */
class CaseWorlds {
  readonly law: PolicyLaw;
  readonly prepared: PreparedEconomy;
  readonly known = new Map<string, PolicyWorld>();
  /** The latest few solutions: one with nearly the same law is a good start. */
  readonly #latest: { key: readonly string[]; equilibrium: Equilibrium }[] = [];

  constructor(economy: Economy, law: Law, scenario: Scenario) {
    this.prepared = prepareEconomy(economy, scenario);
    this.law = new PolicyLaw(this.prepared.model.economy, law, scenario);
  }

  solve({ key, shock }: PolicyShock): void {
    const parts = key.split('; ');
    const near = this.#nearest(parts);
    const { model } = this.prepared;
    const equilibrium = model.solve(shock(), { tolerance, ...(near ? { start: near } : {}) });
    this.#latest.push({ key: parts, equilibrium });
    if (this.#latest.length > mostStarts) this.#latest.shift();
    this.known.set(key, worldOf(model, equilibrium));
  }

  #nearest(parts: readonly string[]): Equilibrium | undefined {
    let nearest: Equilibrium | undefined;
    let least = Infinity;
    for (const { key, equilibrium } of this.#latest) {
      const shared = parts.filter((part) => key.includes(part)).length;
      const apart = parts.length + key.length - 2 * shared;
      if (apart >= least) continue;
      least = apart;
      nearest = equilibrium;
    }
    return nearest;
  }
}

const mostStarts = 64;
/** Of one case, all forgotten beyond it; each takes three kilobytes. */
const mostWorlds = 20_000;
const mostCases = 8;

const remembered = new WeakMap<Economy, WeakMap<Law, Map<string, CaseWorlds>>>();

function worldsOfCase(economy: Economy, law: Law, scenario: Scenario): CaseWorlds {
  const laws = remembered.get(economy) ?? new WeakMap<Law, Map<string, CaseWorlds>>();
  remembered.set(economy, laws);
  const cases = laws.get(law) ?? new Map<string, CaseWorlds>();
  laws.set(law, cases);
  const { asOf, changes, elasticities, deficits, horizon } = scenario;
  const key = JSON.stringify([asOf, changes, elasticities, deficits, horizon], (name, value) =>
    name === 'place' || name === 'because' ? undefined : value === Infinity ? 'Infinity' : value,
  );
  const known = cases.get(key) ?? new CaseWorlds(economy, law, scenario);
  // The one used last is the last to go.
  cases.delete(key);
  cases.set(key, known);
  if (cases.size > mostCases) cases.delete(cases.keys().next().value!);
  return known;
}

function worldOf({ economy }: TradeModel, equilibrium: Equilibrium): PolicyWorld {
  const { realIncome, output, consumerPrices, flow } = equilibrium;
  const N = economy.regions.length;
  const J = economy.sectors.length;
  const trade = new Float64Array(N * N);
  flow.forEach((value, at) => {
    trade[Math.floor(at / J)]! += value;
  });
  return {
    logRealIncome: realIncome.map(Math.log),
    logValueAdded: output.map((value, at) => {
      const added = value * economy.valueAddedShare[at]!;
      return added > 0 ? Math.log(added / consumerPrices[Math.floor(at / J)]!) : 0;
    }),
    trade,
  };
}
