import { ProblemList, readCsvTable } from '@usmca-sim/core';
import { ownFile } from './files.ts';

/** A figure that a published study gives, and the figure of ours to set beside it: a row of `published/studies.csv`. */
export interface PublishedFigure {
  readonly id: string;
  readonly study: string;
  readonly source: string;
  /** What of the study was read: `abstract`, `page excerpt`, `secondary excerpt`. */
  readonly read: string;
  readonly exercise: string;
  readonly publishedMeasure: string;
  /** Time horizon and kind of model, in the study's words. */
  readonly horizon: string;
  /** Region code; several, with as many figures, where the exercise is not run here. */
  readonly region: string;
  readonly published: string;
  readonly unit: string;
  /** Id of the case of the library that comes nearest; empty where there is none. */
  readonly case: string;
  /** Id of the measure of the results that comes nearest, and its sector or group of sectors. */
  readonly measure: string;
  readonly sector: string;
  /** Why there is no case for it. */
  readonly note: string;
}

/** The published figures on record, in the order of the file. */
export function publishedFigures(): PublishedFigure[] {
  const file = 'published/studies.csv';
  const problems = new ProblemList();
  const table = readCsvTable(ownFile(file), file, { required: ['id', 'study'], further: true }, problems);
  problems.throwIfAny();
  return table!.rows.map((cells) => {
    const row = Object.fromEntries(table!.header.map((name, column) => [name, cells[column]!]));
    const { published_measure: publishedMeasure, ...rest } = row;
    return { ...rest, publishedMeasure } as unknown as PublishedFigure;
  });
}
