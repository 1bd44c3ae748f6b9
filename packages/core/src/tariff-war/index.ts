/**
 * Tariff wars: duties each of which is the best answer to the others.
 *
 * Of a case: `tariffWar`, or `tariffWarInSteps` where somebody waits; goods share a duty by `eightGroups`, `oneGroup`
 * or `everySector`. Of any game of duties: `nashTariffs` over a `TariffGame`, checked by `regrets`.
 *
 * Where answers do not settle, a `TariffWarError` says so; no duties come back.
 */
export {
  type DutyOutcome,
  type TariffWar,
  type TariffWarOptions,
  tariffWar,
  tariffWarInSteps,
  type WarTariff,
} from '../simulation/tariff-war.ts';
export { type ClosedForm, closedForms } from './closed-forms.ts';
export { DutyGame, type Instrument, instrumentsOf, type Objective } from './duty-game.ts';
export { type NashTariffs, nashTariffs, type SearchProgress } from './nash-tariffs.ts';
export { type Regret, regrets } from './regret.ts';
export { eightGroups, everySector, oneGroup, type SectorGroup } from './sector-groups.ts';
export { highestRate, type TariffGame } from './tariff-game.ts';
export { TariffWarError } from './tariff-war-error.ts';
