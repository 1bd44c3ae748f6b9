/** Pages on negotiations: apart from the others, since nobody who compares trade should wait for them to be read. */
export { partiesInSentences } from './most-likely-path.ts';
export type { NegotiatedCase } from './negotiated-case.ts';
export { type NegotiationReportOptions, negotiationReport } from './negotiation-report.ts';
export type { DrawnReview } from './tree/drawn-review.ts';
export { reviewTreeDot } from './tree/review-tree-dot.ts';
export { reviewTreeText } from './tree/review-tree-text.ts';
