/**
 * The engine, area by area: each folder’s `index.ts` says what it gives. A model of trade is `createTradeModel`, a case
 * is run by `runScenario`, a negotiation solved by `negotiate`. The agreement, deals, alliances, tariff wars, strategies,
 * play, games, bargaining, coalitions and stability have doors of their own.
 */
export * from './economy/index.ts';
export * from './negotiation/index.ts';
export * from './problems/index.ts';
export * from './scenario/index.ts';
export * from './simulation/index.ts';
export * from './tariffs/index.ts';
export * from './trade/index.ts';
