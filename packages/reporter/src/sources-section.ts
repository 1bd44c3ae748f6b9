import type { Source } from '@usmca-sim/core';
import { measuresNamed } from './comparison/changes-in-words.ts';
import type { Frame } from './frame.ts';
import { labelColumn } from './label-column.ts';
import { shortened } from './plain-text.ts';
import type { Section, Table } from './report.ts';

/** A note on a source is read beside others: what is longer is in usmca-sim data --sources. */
const longest = 400;

/** Where everything comes from: the cases, the measures in play, the data. */
export function sourcesSection(frame: Frame, dataSources: readonly Source[] = []): Section {
  return {
    id: 'sources',
    heading: 'Sources',
    tables: [casesTable(frame), measuresTable(frame), dataTable(frame, dataSources)].filter(
      ({ rows }) => rows.length > 0,
    ),
  };
}

function casesTable({ results }: Frame): Table {
  return {
    id: 'case-sources',
    title: 'Sources of the cases',
    columns: [
      labelColumn('Case', 'case'),
      labelColumn('Author', 'author'),
      labelColumn('Date', 'date'),
      labelColumn('Source', 'source'),
    ],
    rows: results.flatMap(({ scenario: { id, author, date, sources } }) =>
      (sources.length > 0 ? sources : ['none stated']).map((source) => ({
        cells: [id, author, date, shortened(source, longest)],
      })),
    ),
  };
}

/** The measures that some case starts from or enacts, each once. */
function measuresTable({ results }: Frame): Table {
  const named = results.flatMap(({ situation, scenario }) => measuresNamed(situation, scenario.changes));
  const measures = [...new Map(named.map((measure) => [measure.id, measure])).values()];
  return {
    id: 'measure-sources',
    title: 'Sources of the measures in play',
    columns: [
      labelColumn('Measure', 'measure'),
      labelColumn('Title', 'title'),
      labelColumn('Source', 'source'),
      labelColumn('Confidence', 'confidence'),
    ],
    rows: measures.map(({ id, title, source, confidence }) => ({
      cells: [id, title, shortened(source, longest), confidence],
    })),
  };
}

function dataTable({ reference: { madeBy } }: Frame, sources: readonly Source[]): Table {
  return {
    id: 'data-sources',
    title: `Sources of the data, ${madeBy.economyTitle}`,
    columns: [
      labelColumn('Source', 'source'),
      labelColumn('Kind', 'kind'),
      labelColumn('What it is', 'description'),
    ],
    rows: sources.map(({ id, kind, description }) => ({
      cells: [id, kind, shortened(description, longest)],
    })),
  };
}
