import type { Chart } from '../charts/chart.ts';
import type { Report, Section, Table } from '../report.ts';

/**
 * The report with only the sectors that a reader asked for, in tables that have a sector a row and in bars that have
 * one a bar. Sums stay as they are: they are sums of all sectors.
 *
 * @param words `vehicles, steel`: a sector stays that holds one of them.
 * @param names of all sectors, as tables write them: rows about anything else stay.
 */
export function filteredBySector(report: Report, words: string, names: readonly string[]): Report {
  const asked = words
    .toLowerCase()
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (asked.length === 0) return report;
  const known = new Set(names);
  const stays = (label: unknown) =>
    typeof label !== 'string' ||
    !known.has(label) ||
    asked.some((word) => label.toLowerCase().includes(word));
  return { ...report, sections: report.sections.map((section) => filteredSection(section, stays)) };
}

type Stays = (label: unknown) => boolean;

function filteredSection(section: Section, stays: Stays): Section {
  const { tables, charts } = section;
  return {
    ...section,
    ...(tables ? { tables: tables.map((table) => filteredTable(table, stays)) } : {}),
    ...(charts ? { charts: charts.map((chart) => filteredChart(chart, stays)) } : {}),
  };
}

function filteredTable(table: Table, stays: Stays): Table {
  const labels = table.columns.flatMap(({ kind }, at) => (kind === 'label' ? [at] : []));
  const rows = table.rows.filter((row) => row.total || labels.every((at) => stays(row.cells[at])));
  if (rows.length === table.rows.length) return table;
  const note = `${rows.length} of ${table.rows.length} rows: those of the sectors asked for. Sums are of all sectors.`;
  return { ...table, rows, notes: [...(table.notes ?? []), note] };
}

function filteredChart(chart: Chart, stays: Stays): Chart {
  const table = filteredTable(chart.table, stays);
  if (table.rows.length === chart.table.rows.length) return chart;
  if (chart.kind !== 'bars') return { ...chart, table };
  const panels = chart.panels.map((panel) => ({
    ...panel,
    bars: panel.bars.filter((bar) => bar.total || stays(bar.label)),
  }));
  return { ...chart, table, panels: panels.filter(({ bars }) => bars.length > 0) };
}
