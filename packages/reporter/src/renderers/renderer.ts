import type { Fact } from '@usmca-sim/core';
import type { Comparison } from '../frame.ts';
import type { Report } from '../report.ts';
import type { CompareOptions } from '../scenario-report.ts';

/** A report and the facts behind it. */
export interface ReportDocument {
  readonly report: Report;
  /** Rows of the tidy CSV; a report without facts, such as a list of cases, has its first table written instead. */
  readonly facts?: () => Iterable<Fact>;
  /** What `compareReport` made the report of: a page makes it again with another reference, or shown another way. */
  readonly madeOf?: MadeOf;
}

/** Plain data: it can be cloned and posted to a worker. */
export interface MadeOf {
  readonly comparison: Comparison;
  readonly options: CompareOptions;
}

export interface RenderOptions {
  /** Columns of the terminal, for text; 100 unless told. */
  readonly width?: number;
  /** Terminal colours, for text. They never carry a meaning that the words do not. */
  readonly colour?: boolean;
}

/** One way of writing a report down. */
export interface Renderer {
  /** What `--format` calls it. */
  readonly id: string;
  /** Name of the file it writes. */
  readonly fileName: string;
  /** Pieces of the output in order; the last ends with a line break. */
  render(document: ReportDocument, options: RenderOptions): Iterable<string>;
}
