export { type BacktestReportOptions, backtestReport } from './backtest-report.ts';
export { caseReport, type ListedCase, listReport } from './case-report.ts';
export {
  type DataTopic,
  dataFacts,
  dataReport,
  dataTopics,
} from './data-report.ts';
export { comparisonFacts } from './facts.ts';
export type { Comparison, Show } from './frame.ts';
export { eventsAsked } from './law/event-in-words.ts';
export {
  changesBetween,
  type DayOfChange,
  type LawChanges,
  lawChangesReport,
} from './law/law-changes-report.ts';
export { type MeasureFilter, measureReport, measuresAsked, measuresReport } from './law/measures-report.ts';
export type { LawOfDay, PaidDuties } from './law/pair-duties.ts';
export type { LawSelection } from './law/selection.ts';
export { tariffsReport } from './law/tariffs-report.ts';
export { renderers } from './renderers/registry.ts';
export type {
  Renderer,
  RenderOptions,
  ReportDocument,
} from './renderers/renderer.ts';
export type {
  Assumption,
  CaseSummary,
  Cell,
  Column,
  ColumnKind,
  Listing,
  Manifest,
  NegotiationRecord,
  Report,
  Row,
  Section,
  Table,
} from './report.ts';
export { lawManifest, type Reproduction } from './reproduction.ts';
export {
  type CompareOptions,
  compareReport,
  type RunOptions,
  runReport,
} from './scenario-report.ts';
export { sectionIds, slugOf, tableIds } from './section-ids.ts';
export { figuresOf, stanceListReport, stancesReport } from './stances-report.ts';
export { type PlayedTournament, tournamentReport } from './tournament-report.ts';
export { type CheckedCase, isWell, validationReport } from './validation-report.ts';
export { writtenColumn } from './written-column.ts';
