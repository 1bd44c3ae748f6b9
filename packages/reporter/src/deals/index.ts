/** Pages on deals: what may be agreed, what is won by standing together, what a tariff war costs, what would last. */
export type { AllianceCase } from './alliance-case.ts';
export { type BargainReportOptions, bargainReport } from './bargain-report.ts';
export type { BargainedCase } from './bargained-case.ts';
export type { CaseOfReview } from './case-of-review.ts';
export { coalitionsReport } from './coalitions-report.ts';
export type { ConflictCase } from './conflict-case.ts';
export type { FoughtCase } from './fought-case.ts';
export { stabilityReport } from './stability-report.ts';
export { tariffWarReport } from './tariff-war-report.ts';
