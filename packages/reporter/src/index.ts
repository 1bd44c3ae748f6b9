export { caseReport, type ListedCase, listReport } from './case-report.ts';
export {
  type DataTopic,
  dataFacts,
  dataReport,
  dataTopics,
} from './data-report.ts';
export { comparisonFacts } from './facts.ts';
export type { Comparison, Show } from './frame.ts';
export { renderers } from './renderers/registry.ts';
export type {
  Renderer,
  RenderOptions,
  ReportDocument,
} from './renderers/renderer.ts';
export type {
  CaseSummary,
  Cell,
  Column,
  ColumnKind,
  Manifest,
  Report,
  Row,
  Section,
  Table,
} from './report.ts';
export type { Reproduction } from './reproduction.ts';
export {
  type CompareOptions,
  compareReport,
  type RunOptions,
  runReport,
} from './scenario-report.ts';
export { type CheckedCase, isWell, validationReport } from './validation-report.ts';
