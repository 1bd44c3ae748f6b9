import { type Economy, endOf, type Law, startOf, type TariffMeasure } from '@usmca-sim/core';
import { capitalised, counted, dateInWords } from '../names.ts';
import type { Manifest, Report, Section } from '../report.ts';
import { reproductionPoints } from '../reproduction.ts';
import { authorityInWords } from './authority-in-words.ts';
import { bearsOn } from './bears-on.ts';
import { goodsInWords, precedenceInWords, ratesInWords, usmcaInWords } from './charge-in-words.ts';
import {
  chargeRecord,
  chargesOn,
  chargeTable,
  exportersOf,
  inOrderOfDate,
  measureTable,
} from './measure-tables.ts';
import { type LawSelection, nameOf } from './selection.ts';

/** Which measures are asked for; all where nothing is said. */
export interface MeasureFilter extends LawSelection {
  /** Those in force on this day, ISO date. */
  readonly on?: string;
  /** Those in force on a day from `from`, and before `until`, ISO dates. */
  readonly from?: string;
  readonly until?: string;
  readonly authority?: string;
  readonly status?: TariffMeasure['status'];
}

/** The measures on record that a filter lets through, in order of date. A threat is in force on no day. */
export function measuresAsked({ measures, goods }: Law, filter: MeasureFilter): TariffMeasure[] {
  const { on, from, until, authority, status } = filter;
  return inOrderOfDate(
    measures.filter((measure) => {
      if (status !== undefined && measure.status !== status) return false;
      if (authority !== undefined && measure.authority !== authority) return false;
      if (on !== undefined && (measure.status !== 'law' || chargesOn(measure, on).length === 0)) return false;
      const end = endOf(measure);
      if (from !== undefined && end !== undefined && end <= from) return false;
      if (until !== undefined && startOf(measure) >= until) return false;
      return bearsOn(measure, filter, goods);
    }),
  );
}

/** The timeline of measures, and what each is in a paragraph. Its record has every charge. */
export function measuresReport(
  economy: Economy,
  measures: readonly TariffMeasure[],
  manifest: Manifest,
  { on }: MeasureFilter = {},
): Report {
  const when = on === undefined ? 'on record' : `in force on ${dateInWords(on)}`;
  const sections: Section[] =
    measures.length === 0
      ? [{ heading: 'Timeline', sentences: ['No measure on record is what was asked for.'] }]
      : [
          { heading: 'Timeline', tables: [measureTable(measures, economy, 'In order of date', on)] },
          {
            heading: 'What each is',
            points: measures.map((measure) => inAParagraph(measure, economy, on)),
          },
        ];
  return {
    title: `${counted(measures.length, 'measure')} ${when}`,
    sections: [...sections, reproduction(manifest)],
    manifest,
    record: chargeRecord(measures),
  };
}

/** Measures in full, a section each: instrument, dates, charges, precedence, source. */
export function measureReport(
  economy: Economy,
  law: Law,
  measures: readonly TariffMeasure[],
  manifest: Manifest,
): Report {
  return {
    title: measures.length === 1 ? measures[0]!.title : counted(measures.length, 'measure'),
    sections: [...measures.map((measure) => inFull(measure, economy, law)), reproduction(manifest)],
    manifest,
    record: chargeRecord(measures),
  };
}

function inAParagraph(measure: TariffMeasure, economy: Economy, on: string | undefined): string {
  const charges = chargesOn(measure, on);
  const parts = [
    `${measure.id}: ${measure.title}`,
    `${capitalised(authorityInWords(measure.authority))}, ${ratesInWords(charges)} on ${goodsInWords(charges)}`,
    ...(isAmongParties(measure, economy) ? [`USMCA: ${usmcaInWords(charges)}`] : []),
    `Precedence: ${precedenceInWords(measure)}`,
    ...(measure.status === 'threat' ? ['A threat, not in force'] : []),
    `Source (${measure.confidence}): ${measure.source}`,
  ];
  return parts.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)).join(' ');
}

/** Only there can USMCA be claimed. */
function isAmongParties({ importer, exporters }: TariffMeasure, { regions, parties }: Economy): boolean {
  const codes = parties.map((at) => regions[at]!.code);
  return codes.includes(importer) && exporters.some((code) => codes.includes(code));
}

function inFull(measure: TariffMeasure, economy: Economy, { goods, measures }: Law): Section {
  const end = endOf(measure);
  const named = new Set(measure.charges.flatMap(({ lists = [], except = [] }) => [...lists, ...except]));
  const lists = goods.lists.filter(({ id }) => named.has(id));
  const yielding = measures.filter(
    ({ yieldsTo, id }) =>
      id !== measure.id && (yieldsTo.includes(measure.id) || yieldsTo.includes(measure.authority)),
  );
  const dates =
    measure.status === 'threat'
      ? `A threat, not in force; announced for ${dateInWords(startOf(measure))}.`
      : `In force from ${dateInWords(startOf(measure))}${end === undefined ? ', without a known end' : ` until ${dateInWords(end)}, the first day no longer in force`}.`;
  return {
    heading: measure.id,
    sentences: [`${measure.title.replace(/\.$/, '')}.`],
    points: [
      `Instrument: ${authorityInWords(measure.authority)} (${measure.authority}).`,
      `Levied by ${nameOf(economy, measure.importer)} (${measure.importer}) on ${exportersOf(measure.exporters, economy)}.`,
      dates,
      ...(measure.endDecided === undefined
        ? []
        : [`Its end was decided on ${dateInWords(measure.endDecided)}.`]),
      ...decisionsInWords(measure),
      `Precedence: ${precedenceInWords(measure)}.`,
      ...(yielding.length > 0 ? [`These give way to it: ${yielding.map(({ id }) => id).join(', ')}.`] : []),
      ...(measure.inBase
        ? ['What it collected in the base year is in the duties of that year: only the difference is added.']
        : []),
      ...lists.map(({ id, title }) => `List ${id}: ${title}.`),
      ...(measure.note === undefined ? [] : [`Note: ${measure.note}`]),
      `Source (${measure.confidence}): ${measure.source}`,
    ],
    tables: [chargeTable(measure, economy)],
  };
}

/** Charges that a day before their first foresaw, a sentence for each pair of days. */
function decisionsInWords({ charges }: TariffMeasure): string[] {
  const sentences = charges.flatMap(({ from, decided }) =>
    decided === undefined
      ? []
      : [`What began on ${dateInWords(from)} was decided on ${dateInWords(decided)}.`],
  );
  return [...new Set(sentences)];
}

function reproduction(manifest: Manifest): Section {
  return { heading: 'How to reproduce', code: [manifest.command], points: reproductionPoints(manifest) };
}
