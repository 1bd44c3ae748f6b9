/** What the governments want, what they may do at a review, and what they are likely to do. */
export { ReviewTooLarge, type ReviewYear } from './build-review.ts';
export type {
  Concept,
  NegotiationChoices,
  NegotiationResult,
  OutcomeYear,
  PathStep,
  PolicyOutcome,
  PolicyTableRow,
  Spread,
} from './negotiation-result.ts';
export { stanceJsonSchema, tableJsonSchema } from './negotiation-schema.ts';
export { parseStance } from './parse-stance.ts';
export { type PayoffParts, type PolicyPrice, payoffParts, totalOf } from './payoff.ts';
export { changesOf, isSet, type Policy, policyKey } from './policy.ts';
export { isFinal, type ReviewState, standingAtStart } from './review-states.ts';
export {
  ReviewSolveError,
  type ReviewValues,
  solveQuantal,
  solveSubgamePerfect,
} from './solve-reviews.ts';
export type { Origin, Reasoned, Stance, StanceType } from './stance.ts';
export {
  type ByParty,
  type Escalation,
  type Issue,
  type NegotiationTable,
  type News,
  type Option,
  type Package,
  type RegimeKind,
  regimeKinds,
} from './table.ts';
export { toExtensiveGame } from './to-extensive-game.ts';
