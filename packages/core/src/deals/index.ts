/**
 * Deals: what may be agreed at the first review, what each is worth beside what there is without, and where bargaining
 * would lie. Figures are present values of the first review in percent of a year's real income, by party in the
 * table's order, and by part; they are those of the game that `priceReviews` gives.
 *
 * What may be agreed: `dealOutcomes`. What there is without: `limbo`, `mfn`, `warPoint`. What is in a package:
 * `termsOfPackages`. Where a deal would lie: `bargainFrom`, and which are efficient: `efficiencyOf`.
 */
export {
  type BargainingFrom,
  type BargainingOver,
  type BargainingPoint,
  bargainFrom,
  type Efficiency,
  efficiencyOf,
  leftOn,
  type NothingToGain,
} from './bargain.ts';
export {
  type Disagreement,
  type DisagreementId,
  disagreementIds,
  limbo,
  mfn,
  warPoint,
} from './disagreement.ts';
export { type DealOutcome, dealOutcomes, type Outcome, payoffsOf, worthOfPath } from './outcomes.ts';
export { type PackageTerms, type Term, termsOfPackages } from './terms-of-packages.ts';
export { type ComparedOutcome, comparedOutcomes } from './without-a-deal.ts';
