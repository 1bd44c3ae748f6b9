/** Reports on disk: one interface, and what implements it. */
export { reportFormats } from './registry.ts';
export { reportFiles } from './report-files.ts';
export type { ReportFile, ReportFormat } from './report-format.ts';
