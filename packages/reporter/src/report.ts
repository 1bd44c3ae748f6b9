import type { NegotiationResult } from '@usmca-sim/core';
import type { Chart } from './charts/chart.ts';

/** What a column holds, and so how it is written: see `number-style.ts`. */
export type ColumnKind = 'label' | 'money' | 'percent' | 'points' | 'rate' | 'number';

export interface Column {
  /** Stable name for programs, kebab-case and unique in its table. */
  readonly key: string;
  readonly heading: string;
  /** Columns that stand together under a name of their own, such as those of one case. */
  readonly group?: string;
  readonly kind: ColumnKind;
  /**
   * Unit of the values as they are stored: `million US$`, `percent`, `percentage points`; `fraction` for rates.
   * Empty for labels.
   */
  readonly unit: string;
  /** What values of money are multiplied by when they are written for a reader; the title says their unit then. */
  readonly factor?: number;
  /** A change: written with its sign. */
  readonly signed?: boolean;
  /** Decimals where not one: parts that are read as a sum need more. */
  readonly decimals?: number;
}

/** Null where there is nothing to say: a change against a flow that does not exist. */
export type Cell = string | number | null;

export interface Row {
  /** One cell a column. */
  readonly cells: readonly Cell[];
  /** The sum of other rows. */
  readonly total?: boolean;
}

export interface Table {
  /** Short name for programs and for the sheet of a spreadsheet, kebab-case; one is made of the title where there is none. */
  readonly id?: string;
  /** States what the table shows, with the unit of its figures. */
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly notes?: readonly string[];
}

/** Text that belongs to a report and is kept as it stands, such as the YAML of a case. */
export interface Listing {
  /** Name of a file, or what the text is. */
  readonly title: string;
  readonly text: string;
}

/** Words of a section under a heading of their own, such as what was found of one case. */
export interface Passage {
  readonly heading: string;
  /** Paragraphs. */
  readonly sentences?: readonly string[];
  /** A list, after the paragraphs. */
  readonly points?: readonly string[];
}

export interface Section {
  /** Stable name for links, kebab-case and unique in its report; one is made of the heading where there is none. */
  readonly id?: string;
  readonly heading: string;
  /** Paragraphs. */
  readonly sentences?: readonly string[];
  /** A list, after the paragraphs. */
  readonly points?: readonly string[];
  /** After the list. */
  readonly passages?: readonly Passage[];
  /** Text to be copied as it stands, before the paragraphs. */
  readonly code?: readonly string[];
  readonly tables?: readonly Table[];
  /** Specifications: faces that draw them do, others have the table behind each. */
  readonly charts?: readonly Chart[];
  /** At the end of the section. */
  readonly listings?: readonly Listing[];
}

/** What made the results, enough to make them again. */
export interface Manifest {
  /** The command, ready to be pasted into a shell. */
  readonly command: string;
  /** Name and version of everything that took part. */
  readonly versions: readonly string[];
  readonly data: {
    readonly id: string;
    readonly title: string;
    readonly hash: string;
    readonly lawHash: string;
    readonly year: number;
  };
  /** Choices that hold for all cases of the report, in words. */
  readonly options: readonly string[];
}

export interface CaseSummary {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly start: string;
  /** Its base is not that of the reference: its figures are against its own. */
  readonly ownBase?: true;
  /** What the case changes, in words. */
  readonly changes: readonly string[];
  /** Settings and solver record of the run. */
  readonly madeBy: Readonly<Record<string, string | number>>;
}

/** Something that was put in rather than worked out, with what each case takes for it. */
export interface Assumption {
  /** Stable name for programs, kebab-case. */
  readonly id: string;
  readonly label: string;
  /** A value a case, in the order of `Report.cases`; numbers in `unit`, null where a case has no such thing. */
  readonly values: readonly Cell[];
  /** `per year`, `percent`; empty where the value is a word. */
  readonly unit: string;
  /** Where the value comes from where no case changes it. */
  readonly source: string;
  /** Ids of the cases that take another value than stands where a case says nothing. */
  readonly changedBy: readonly string[];
}

/** A solved negotiation and the case that it is of. */
export type NegotiationRecord = { readonly case: string } & NegotiationResult;

/**
 * Everything that a person reads, before anybody has chosen how it looks. All text is plain: renderers escape it,
 * for titles and notes come from files that anybody may have written.
 */
export interface Report {
  readonly title: string;
  readonly question?: string;
  readonly sections: readonly Section[];
  readonly manifest?: Manifest;
  readonly cases?: readonly CaseSummary[];
  /** Id of the case that the others are measured against. */
  readonly reference?: string;
  /** What CSV holds where there are no facts; the first table unless told. */
  readonly record?: Table;
  /** What differs between the cases, in words. */
  readonly differs?: readonly string[];
  /** What the results say, each a sentence that can be quoted. */
  readonly findings?: readonly string[];
  readonly assumptions?: readonly Assumption[];
  /** What a reader must know before using a figure. */
  readonly warnings?: readonly string[];
  /** Negotiations in full, for programs. */
  readonly negotiations?: readonly NegotiationRecord[];
}
