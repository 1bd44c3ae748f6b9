import type { Economy, Law, Situation, TariffMeasure } from '@usmca-sim/core';
import { lawRecord, linesIn } from './record.ts';

/** Spans of days, first and last included, on which the record knows the law. */
const baseYear = { first: '2024-01-01', last: '2025-01-31' };
/**
 * From the list of derivative metals to the day before the duties on wood. US duties are those of 2025-09-19
 * throughout; Canada's follow their own dates.
 */
const autumn2025 = { first: '2025-08-18', last: '2025-10-13' };

const named = [
  { id: 'august-2025', title: "Law of 31 August 2025, with Canada's counter-tariffs", date: '2025-08-31' },
  { id: 'september-2025', title: "Law of 19 September 2025, Canada's lists repealed", date: '2025-09-19' },
];

/**
 * The law of 2024 and of two days of 2025, for an economy that has the regions and sectors that the record speaks
 * of, in million US$. For any other economy only the law of its own base year is known.
 */
export function lawOf(economy: Economy): Law {
  if (!covers(economy)) {
    const title = `Law of ${economy.year}, as in the data`;
    const only = { id: 'base-year', title, date: `${economy.year}-12-31`, measures: [], lines: [] };
    const within = (date: string) => date.startsWith(`${economy.year}-`);
    return {
      situations: [only],
      on: (date) => (within(date) ? only : undefined),
      covered: `${economy.year}-01-01 to ${economy.year}-12-31`,
      // The law of such an economy is in its own duties.
      hash: economy.hash,
    };
  }
  const before = {
    id: 'before-2025',
    title: 'Law of 2024, before the duties of 2025',
    date: '2024-12-31',
    measures: [],
    lines: [],
  };
  const allLines = linesIn(economy);
  const on = (date: string, name?: { id: string; title: string }): Situation => {
    const measures = lawRecord().measures.filter((measure) => inForce(measure, date));
    const ids = new Set(measures.map((measure) => measure.id));
    const lines = allLines.filter((line) => ids.has(line.measure));
    return { id: name?.id ?? date, title: name?.title ?? `Law of ${date}`, date, measures, lines };
  };
  const situations = [before, ...named.map((name) => on(name.date, name))];
  return {
    situations,
    on: (date) =>
      situations.find((situation) => situation.date === date) ??
      (within(date, autumn2025)
        ? on(date)
        : within(date, baseYear)
          ? { ...before, id: date, title: `Law of ${date}`, date }
          : undefined),
    covered: `${baseYear.first} to ${baseYear.last}, ${autumn2025.first} to ${autumn2025.last}`,
    hash: lawRecord().hash,
  };
}

function inForce({ from, until }: TariffMeasure, date: string): boolean {
  return from <= date && (until === undefined || date < until);
}

function within(date: string, span: { first: string; last: string }): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && date >= span.first && date <= span.last;
}

function covers({ regions, sectors, unit }: Economy): boolean {
  const { lines, canadaLists } = lawRecord();
  const regionCodes = new Set(regions.map(({ code }) => code));
  const sectorCodes = new Set(sectors.map(({ code }) => code));
  return (
    unit === 'million US$' &&
    lines.every(
      ({ importer, exporter, sector }) =>
        regionCodes.has(importer) && regionCodes.has(exporter) && sectorCodes.has(sector),
    ) &&
    canadaLists.every((row) => row.sectors.every((sector) => sectorCodes.has(sector)))
  );
}
