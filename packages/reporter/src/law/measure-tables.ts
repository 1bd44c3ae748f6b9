import { type Charge, type Economy, endOf, isCharged, startOf, type TariffMeasure } from '@usmca-sim/core';
import { labelColumn } from '../label-column.ts';
import type { Table } from '../report.ts';
import {
  baseInWords,
  chargeRateInWords,
  goodsInWords,
  ratesInWords,
  usmcaInWords,
} from './charge-in-words.ts';

/** Charges of a measure on a day, or all that it ever had. */
export function chargesOn({ charges }: TariffMeasure, date?: string): readonly Charge[] {
  return date === undefined ? charges : charges.filter((charge) => isCharged(charge, date));
}

/** Measures in order of the day they began, those of one day by id. */
export function inOrderOfDate(measures: readonly TariffMeasure[]): TariffMeasure[] {
  const key = (measure: TariffMeasure) => `${startOf(measure)} ${measure.id}`;
  return [...measures].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * Measures, one a row: since when and until when, by which instrument, by whom on whom, at what rates.
 *
 * @param date the day whose rates are shown; all that a measure ever had where absent.
 */
export function measureTable(
  measures: readonly TariffMeasure[],
  economy: Economy,
  title: string,
  date?: string,
): Table {
  return {
    title,
    columns: [
      labelColumn('Since', 'from'),
      labelColumn('Until', 'until'),
      labelColumn('Measure', 'measure'),
      labelColumn('By', 'importer'),
      labelColumn('On', 'exporters'),
      labelColumn('Rate', 'rate'),
    ],
    rows: inOrderOfDate(measures).map((measure) => ({
      cells: [
        startOf(measure),
        measure.status === 'threat' ? 'threat' : (endOf(measure) ?? ''),
        measure.id,
        measure.importer,
        exportersOf(measure.exporters, economy),
        ratesInWords(chargesOn(measure, date)),
      ],
    })),
    notes: [
      `Until: the first day no longer in force. A measure bears on part of the trade of a sector where its lists do.`,
    ],
  };
}

/** Codes of exporters in the order of the economy, or `all others`. */
export function exportersOf(exporters: readonly string[], { regions }: Economy): string {
  if (exporters.length >= regions.length - 1 && regions.length > 2) return 'all others';
  const known = regions.map(({ code }) => code).filter((code) => exporters.includes(code));
  return known.join(', ');
}

/** The charges of one measure in order, as a reader sees them. */
export function chargeTable(measure: TariffMeasure, economy: Economy): Table {
  const someExporters = measure.charges.some(({ exporters }) => exporters !== undefined);
  return {
    title: 'Its charges: of those in force on a day, the first that names a good is the one it bears',
    columns: [
      labelColumn('Since', 'from'),
      labelColumn('Until', 'until'),
      ...(someExporters ? [labelColumn('On', 'exporters')] : []),
      labelColumn('Rate', 'rate'),
      labelColumn('Goods', 'goods'),
      labelColumn('USMCA', 'usmca'),
    ],
    rows: measure.charges.map((charge) => ({
      cells: [
        charge.from,
        charge.until ?? '',
        ...(someExporters ? [exportersOf(charge.exporters ?? measure.exporters, economy)] : []),
        `${chargeRateInWords(charge.rate)}${baseInWords(charge.base)}`,
        goodsInWords([charge]),
        charge.usmca,
      ],
    })),
    notes: [
      ...new Set(measure.charges.map((charge) => `USMCA, ${charge.usmca}: ${usmcaInWords([charge])}.`)),
    ],
  };
}

/** Every charge of measures, a row each, for programs. Rates are fractions; `up_to` is a ceiling, ordinary duty included. */
export function chargeRecord(measures: readonly TariffMeasure[]): Table {
  const keys = [
    ...['measure', 'title', 'status', 'authority', 'importer', 'exporters', 'from', 'until', 'decided'],
    ...['rate', 'up_to', 'base', 'lists', 'sectors', 'except', 'usmca', 'yields_to', 'adds_to', 'in_base'],
    ...['source', 'confidence', 'note'],
  ];
  return {
    title: 'Charges of the measures on record',
    columns: keys.map((key) => labelColumn(key, key)),
    rows: inOrderOfDate(measures).flatMap((measure) =>
      measure.charges.map((charge) => ({
        cells: [
          ...[measure.id, measure.title, measure.status, measure.authority, measure.importer],
          (charge.exporters ?? measure.exporters).join(' '),
          ...[charge.from, charge.until ?? '', charge.decided ?? ''],
          ...rateCells(charge),
          ...[
            charge.base,
            ...[charge.lists, charge.sectors, charge.except].map((ids) => ids?.join(' ') ?? ''),
          ],
          ...[charge.usmca, measure.yieldsTo.join(' '), measure.addsTo.join(' '), String(measure.inBase)],
          ...[measure.source, measure.confidence, measure.note ?? ''],
        ],
      })),
    ),
  };
}

function rateCells({ rate }: Charge): (string | number)[] {
  if (typeof rate !== 'number') return ['', rate.upTo];
  return [rate === Number.POSITIVE_INFINITY ? 'ban' : rate, ''];
}
