/**
 * The graph model for conflict resolution (Kilgour, Hipel and Fang 1987; Fang, Hipel and Kilgour 1993), apart from any
 * agreement: states, who can move between them, and who prefers which. Nothing here knows of tariffs.
 *
 * What a conflict is: `graphModel` checks states, moves by player (which need not be reversible) and preferences (ties
 * allowed).
 *
 * What lasts: `stabilityOf` says of a state, player and concept whether the player stays and why: each move that it
 * would gain by, and the others' answer that deters it. `stableStates` lists the states at which everyone stays.
 * `explainStability` makes a sentence of it.
 *
 * The inverse question: `wouldHaveToPrefer` says what a player would have to prefer for it to stay.
 */
export { type Explanation, explainStability, type Wording } from './explain.ts';
export {
  ConflictError,
  type ConflictErrorCode,
  type GraphModel,
  type GraphModelDescription,
  graphModel,
} from './graph-model.ts';
export { type Alternative, type Demand, preferringAsDemanded, wouldHaveToPrefer } from './inverse.ts';
export { improvements, type Route, reachable, type Step } from './moves.ts';
export {
  type PlayerStability,
  type StabilityConcept,
  type StableStates,
  stabilityConcepts,
  stabilityOf,
  stableStates,
  type Temptation,
  type WayOn,
} from './stability.ts';
