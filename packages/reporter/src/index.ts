/**
 * Results as reports, and reports as text.
 *
 * Of cases: `runReport` of one, `compareReport` of several, `comparisonFacts` as rows of the tidy CSV; `caseReport`,
 * `listReport` and `validationReport` of the cases themselves. Of the law: `tariffsReport`, `measuresReport`,
 * `measureReport`, `lawChangesReport`. Of what results rest on: `dataReport`, `stancesReport`, `backtestReport`. Of
 * tournaments: `tournamentReport`. Negotiations, deals, sheets for players, charts, the page and files have doors of
 * their own.
 *
 * A `Report` is plain data; `renderers` write it as text, Markdown, CSV or JSON.
 */
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
export { onScreen } from './on-screen.ts';
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
