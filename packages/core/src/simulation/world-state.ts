import type { TariffSchedule } from '../tariffs/schedule.ts';
import type { Equilibrium } from '../trade/equilibrium.ts';
import type { TradeModel } from '../trade/trade-model.ts';
import { wedgeOf } from '../trade/trade-shock.ts';
import { valueAddedContent } from '../trade/value-added-content.ts';
import type { WorldState } from './result.ts';

/** What an equilibrium means for the tables: volumes, duties paid, value added, content. */
export function worldState(
  model: TradeModel,
  schedule: TariffSchedule,
  equilibrium: Equilibrium,
): WorldState {
  const { economy, elasticity } = model;
  const N = economy.regions.length;
  const J = economy.sectors.length;
  const { flow, unitCost, output, price, wage, income, tariffRevenue } = equilibrium;
  // What arrives costs c·d before duty: value over price is the quantity at base prices.
  const volume = flow.map((value, at) => value / unitCost[(Math.floor(at / J) % N) * J + (at % J)]!);
  const effectiveDuty = economy.duty.slice();
  for (const { importer, exporter, sector, bundles } of schedule.shock.cells) {
    const at = (importer * N + exporter) * J + sector;
    volume[at]! /= bundles[0]!.tradeCost;
    effectiveDuty[at] = 1 / wedgeOf(bundles, economy.duty[at]!, elasticity[sector]!).kept - 1;
  }
  return {
    flow,
    volume,
    statutoryDuty: schedule.statutoryDuty,
    bannedShare: schedule.bannedShare,
    effectiveDuty,
    output,
    valueAdded: output.map((value, at) => value * economy.valueAddedShare[at]!),
    price,
    wage,
    consumerPrices: equilibrium.consumerPrices,
    income,
    tariffRevenue,
    realIncome: equilibrium.realIncome,
    partyContent: valueAddedContent(economy, equilibrium, economy.parties),
  };
}
