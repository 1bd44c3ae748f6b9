/** Probability of each action: `[information set][action]`, in the order of the game. A behaviour strategy for everyone. */
export type Profile = readonly (readonly number[])[];

export type Concept =
  | 'agent-quantal-response'
  | 'subgame-perfect'
  | 'pure-nash'
  | 'mixed-nash'
  | 'logit-limit';

/** What each concept promises, which deviation its regret speaks of, and how its solver is checked. */
export const concepts = {
  'agent-quantal-response': {
    title: 'agent quantal response equilibrium',
    regret: 'one change at one information set',
    verified:
      'six digits of an independent solver (Gambit) on three games, published and closed forms, properties',
  },
  'logit-limit': {
    title: 'limit of the logit branch',
    regret: 'one change at one information set',
    verified: 'the published choice between the equilibria of Selten (1975), properties',
  },
  'subgame-perfect': {
    title: 'subgame-perfect equilibrium',
    regret: 'any other strategy, from the start of any subgame',
    verified: 'published games, and its own regret at every subgame of random games',
  },
  'pure-nash': {
    title: 'Nash equilibrium in pure strategies',
    regret: 'any other strategy',
    verified: 'counts and equilibria of an independent solver (Gambit) on two games',
  },
  'mixed-nash': {
    title: 'Nash equilibrium in mixed strategies, two players',
    regret: 'any other strategy',
    verified: 'published games, and its own regret on random games',
  },
} as const satisfies Record<Concept, { title: string; regret: string; verified: string }>;

/** What every solver returns. */
export interface Solution {
  readonly concept: Concept;
  readonly profile: Profile;
  /** Expected, by player. */
  readonly payoffs: readonly number[];
  /** Most that any player could gain by the deviations its concept speaks of (`concepts`), in units of payoffs. */
  readonly maximumRegret: number;
  /** How far the equations that define it are from holding, as a difference of probabilities; 0 where none are solved. */
  readonly residual: number;
  /** Steps of a path, subgames solved or profiles looked at. */
  readonly iterations: number;
}

export type SolutionErrorCode =
  | 'too-large'
  | 'not-converged'
  | 'path-lost'
  | 'no-such-precision'
  | 'not-two-players'
  | 'not-determined';

/** No solution came back. It carries no numbers that could be taken for one. */
export class SolutionError extends Error {
  override readonly name = 'SolutionError';
  readonly code: SolutionErrorCode;

  constructor(code: SolutionErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
