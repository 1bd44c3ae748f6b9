// The engine. Games, bargaining, coalitions, stability, strategies and the agreement have doors of their own.
export * from './economy/index.ts';
export * from './negotiation/index.ts';
export * from './problems/index.ts';
export * from './scenario/index.ts';
export * from './simulation/index.ts';
export * from './tariffs/index.ts';
export * from './trade/index.ts';
