import { type ProvenanceShares, provenanceShares } from '../economy/describe-economy.ts';
import type { Economy } from '../economy/economy.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { balanceEconomy } from '../trade/balance-economy.ts';
import { createTradeModel, type TradeModel } from '../trade/trade-model.ts';
import { noShock } from '../trade/trade-shock.ts';
import type { WorldState } from './result.ts';
import { worldState } from './world-state.ts';

/** An economy under a case's elasticities and closure, and its state before anything changes. */
export interface PreparedEconomy {
  readonly model: TradeModel;
  readonly base: WorldState;
  /** Parts of the value of goods traded that the data observe: among the parties, and in the world. */
  readonly observedAmongParties: number;
  readonly observedInWorld: number;
}

/**
 * What has been prepared for an economy, by elasticities and closure: preparing costs as much as a hundred solves,
 * and the cases of a comparison mostly share it. Only the latest few are kept, so that a study of a thousand sets of
 * elasticities does not fill the memory.
 */
const prepared = new WeakMap<Economy, Map<string, PreparedEconomy>>();
const mostKept = 8;

/** What a case says about elasticities and deficits. */
export type Choices = Pick<Scenario, 'elasticities' | 'deficits'>;

/** The choices of a case that makes none. */
export function standardChoices({ defaultElasticities }: Economy): Choices {
  return { elasticities: { set: defaultElasticities, sectors: {} }, deficits: 'held' };
}

/** @throws EquilibriumError where data that are to be balanced, or deficits, have no balanced equilibrium. */
export function prepareEconomy(economy: Economy, scenario: Choices): PreparedEconomy {
  const { set, sectors } = scenario.elasticities;
  const known = prepared.get(economy) ?? new Map<string, PreparedEconomy>();
  prepared.set(economy, known);
  const key = JSON.stringify([set, Object.entries(sectors).sort(), scenario.deficits]);
  const kept = known.get(key);
  if (kept) return kept;

  const elasticity = elasticitiesOf(economy, scenario);
  const closed =
    economy.accounts === 'to-be-balanced' || scenario.deficits === 'balanced'
      ? balanceEconomy(economy, scenario.deficits, elasticity)
      : economy;
  const model = createTradeModel(closed, elasticity);
  const unchanged = {
    shock: noShock,
    statutoryDuty: closed.duty,
    bannedShare: new Float64Array(closed.flow.length),
  };
  const base = worldState(model, unchanged, model.solve(noShock));
  const fresh = { model, base, ...observedParts(economy) };
  if (known.size >= mostKept) known.delete(known.keys().next().value!);
  known.set(key, fresh);
  return fresh;
}

function elasticitiesOf(economy: Economy, { elasticities }: Choices): Float64Array {
  const central = economy.elasticities.get(elasticities.set);
  if (!central) throw new RangeError(`no elasticities named "${elasticities.set}" in ${economy.id}`);
  return central.map((value, j) => elasticities.sectors[economy.sectors[j]!.code] ?? value);
}

function observedParts(economy: Economy): Pick<PreparedEconomy, 'observedAmongParties' | 'observedInWorld'> {
  const within = (circle: ProvenanceShares['circle']) =>
    provenanceShares(economy).find(
      (row) => row.circle === circle && row.trade === 'goods' && row.figure === 'value',
    )!.shares.observed;
  return {
    observedAmongParties: within('within the parties'),
    observedInWorld: within('all pairs'),
  };
}
