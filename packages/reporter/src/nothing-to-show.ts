import { joined } from './names.ts';
import { formatCell } from './number-style.ts';
import type { Section, Table } from './report.ts';

/** A section without the tables whose every figure would be written as zero; a sentence names them instead. */
export function withoutEmptyTables(section: Section): Section {
  const empty = (section.tables ?? []).filter(isAllZeros);
  if (empty.length === 0) return section;
  const named = joined(empty.map(({ title }) => `“${title}”`));
  return {
    ...section,
    sentences: [...(section.sentences ?? []), `Left out, since every figure is zero: ${named}.`],
    tables: (section.tables ?? []).filter((table) => !empty.includes(table)),
  };
}

function isAllZeros({ columns, rows }: Table): boolean {
  return rows.every(({ cells }) =>
    columns.every(
      (column, at) => column.kind === 'label' || !/[1-9]|unbounded/.test(formatCell(cells[at], column)),
    ),
  );
}
