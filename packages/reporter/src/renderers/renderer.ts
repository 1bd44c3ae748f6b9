import type { Fact, ScenarioResult } from '@usmca-sim/core';
import type { Report } from '../report.ts';
import type { CompareOptions } from '../scenario-report.ts';

/** A report and the facts behind it. */
export interface ReportDocument {
  readonly report: Report;
  /** What a terminal shows, where that is not all of the report. */
  readonly onScreen?: Report;
  /** Rows of the tidy CSV; a report without facts, such as a list of cases, has its first table written instead. */
  readonly facts?: () => Iterable<Fact>;
  /** What the report on cases was made of: a page makes it again with another reference, or shown another way. */
  readonly madeOf?: MadeOf;
}

/** Plain data: it can be cloned and posted to a worker. */
export interface MadeOf {
  readonly results: readonly ScenarioResult[];
  /** Id of the case that the others are measured against; absent of a case alone. */
  readonly reference?: string;
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
