import type { DutyLine, Economy, Situation } from '@usmca-sim/core';
import { labelColumn } from './label-column.ts';
import { counted, joined } from './names.ts';
import { rateInWords } from './number-style.ts';
import type { Column, Table } from './report.ts';

/** The measures of a situation: who levies them on what, at what rates, since when. */
export function measureTable(situation: Situation, economy: Economy, title: string): Table {
  return {
    title,
    columns: [
      labelColumn('Measure', 'measure'),
      labelColumn('Levied by', 'importer'),
      labelColumn('On', 'exporters'),
      labelColumn('Sectors', 'sectors'),
      labelColumn('Rate added', 'rate'),
      labelColumn('Since', 'since'),
    ],
    rows: situation.measures.map((measure) => {
      const lines = situation.lines.filter((line) => line.measure === measure.id);
      return {
        cells: [
          measure.id,
          measure.importer,
          exportersOf(lines, economy),
          sectorsOf(lines, economy),
          ratesOf(lines),
          measure.from,
        ],
      };
    }),
    notes: ['A measure bears on part of the trade of a sector where the record says so.'],
  };
}

function exportersOf(lines: readonly DutyLine[], economy: Economy): string {
  const codes = economy.regions
    .map(({ code }) => code)
    .filter((code) => lines.some((line) => line.exporter === code));
  return codes.length >= economy.regions.length - 1 ? 'all' : codes.join(', ');
}

function sectorsOf(lines: readonly DutyLine[], economy: Economy): string {
  const hit = economy.sectors.filter(({ code }) => lines.some((line) => line.sector === code));
  const goods = economy.sectors.filter(({ kind }) => kind === 'goods');
  if (goods.length > 1 && goods.every((sector) => hit.includes(sector))) return 'all goods';
  return hit.length > 5 ? counted(hit.length, 'sector') : joined(hit.map(({ code }) => code));
}

function ratesOf(lines: readonly DutyLine[]): string {
  const rates = lines.map(({ rate }) => rate);
  if (rates.length === 0) return '';
  const say = (rate: number) => (rate === Number.POSITIVE_INFINITY ? 'ban' : rateInWords(rate));
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  return say(least) === say(most) ? say(least) : `${say(least)} to ${say(most)}`;
}

/** Every line of the measures of situations: what each adds to the duty of one flow, how that is known, and from where. */
export function lineTable(situations: readonly Situation[], title: string): Table {
  // Of one situation the title speaks.
  const several = situations.length > 1;
  return {
    title,
    columns: [
      ...(several ? [labelColumn('Situation', 'situation')] : []),
      labelColumn('Measure', 'measure'),
      labelColumn('Importer', 'importer'),
      labelColumn('Exporter', 'exporter'),
      labelColumn('Sector', 'sector'),
      rate('share', 'share'),
      rate('rate', 'rate'),
      labelColumn('Basis', 'basis'),
      labelColumn('Source', 'source'),
    ],
    rows: situations.flatMap(({ id, measures, lines }) =>
      lines.map(({ measure, importer, exporter, sector, share, rate, basis }) => ({
        cells: [
          ...(several ? [id] : []),
          measure,
          importer,
          exporter,
          sector,
          share,
          rate === Number.POSITIVE_INFINITY ? 'ban' : rate,
          basis,
          measures.find((known) => known.id === measure)?.source ?? '',
        ],
      })),
    ),
  };
}

function rate(key: string, heading: string): Column {
  return { key, heading, kind: 'rate', unit: 'fraction' };
}
