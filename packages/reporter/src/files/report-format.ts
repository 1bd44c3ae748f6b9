import type { ReportDocument } from '../renderers/renderer.ts';

/** A file of a report, ready to be written. */
export interface ReportFile {
  /** Without folders; the same for the same report. */
  readonly name: string;
  /** Text, or bytes, in pieces: a whole may be longer than one string can be. */
  readonly pieces: Iterable<string | Uint8Array>;
}

/** One way of writing a report to disk. Whatever it needs is loaded when it is asked for. */
export interface ReportFormat {
  /** What `--formats` calls it. */
  readonly id: string;
  /** What it is for, in a few words. */
  readonly what: string;
  /** The files, none where the report has nothing for it: pictures of a report without charts. */
  files(document: ReportDocument): Promise<readonly ReportFile[]>;
  /** Where a thread of its own makes them: gets that under way, so that the files may be asked for later. */
  begin?(document: ReportDocument): Promise<() => Promise<readonly ReportFile[]>>;
}
