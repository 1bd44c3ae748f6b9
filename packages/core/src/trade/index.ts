/** What duties do to flows, prices and real income: the equilibrium of trade. */
export { balanceEconomy } from './balance-economy.ts';
export { type DutyChange, dutyShock } from './duty-shock.ts';
export type { Equilibrium } from './equilibrium.ts';
export { EquilibriumError, type EquilibriumErrorCode } from './equilibrium-error.ts';
export { type OneStepWelfare, oneStepWelfare } from './one-step-welfare.ts';
export { type TradeDiversion, tradeDiversion } from './trade-diversion.ts';
export { createTradeModel, type SolveOptions, type TradeModel } from './trade-model.ts';
export {
  type Bundle,
  noShock,
  type ShockedCell,
  type TradeShock,
  type Wedge,
  wedgeOf,
} from './trade-shock.ts';
export { transitionYear } from './transition.ts';
export { valueAddedContent } from './value-added-content.ts';
export { decomposeWelfare, type WelfareDecomposition } from './welfare.ts';
