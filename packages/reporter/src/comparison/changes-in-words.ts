import type { Change, Region, Scope, Sector, TariffMeasure } from '@usmca-sim/core';
import { capitalised, counted, dateInWords, inSentence, joined, shortName } from '../names.ts';
import { percentInWords, rateInWords } from '../number-style.ts';

/** The names that codes stand for. */
export interface Vocabulary {
  readonly regions: readonly Region[];
  readonly sectors: readonly Sector[];
  /** Measures that a case may lift, for their titles. */
  readonly measures: readonly TariffMeasure[];
}

/** Lists of codes longer than this are counted, or told by what is left out. */
const mostNamed = 6;

/** What a change of a case does: `from 1 September 2025, lifts canada-list-of-march-4 (…)`. */
export function changeInWords(change: Change, vocabulary: Vocabulary): string {
  const until = change.until ? ` until ${dateInWords(change.until)}` : '';
  const because = change.because ? ` (because: ${change.because.replace(/\.$/, '')})` : '';
  return `from ${dateInWords(change.on)}${until}, ${deedInWords(change, vocabulary)}${because}`;
}

function deedInWords(change: Change, vocabulary: Vocabulary): string {
  switch (change.verb) {
    case 'impose':
      return `adds a duty of ${rateInWords(change.rate)} on ${partOf(change.share)}${imports(change.scope, vocabulary)}`;
    case 'ordinary-duty':
      return `sets the ordinary duty at ${rateInWords(change.rate)} on ${imports(change.scope, vocabulary)}`;
    case 'ban':
      return `bans ${partOf(change.share)}${imports(change.scope, vocabulary)}`;
    case 'trade-cost':
      return `changes the cost of delivering by ${percentInWords(change.change * 100)} for ${imports(change.scope, vocabulary)}`;
    case 'lift':
      return `lifts ${joined(change.measures.map((id) => titled(id, vocabulary.measures)))}`;
    case 'duties': {
      const as = change.as === 'ordinary' ? 'in place of the ordinary duty' : 'on top of the ordinary duty';
      return `applies the ${counted(change.rows.length, 'rate')} of ${change.table} ${as}`;
    }
  }
}

function titled(id: string, measures: readonly TariffMeasure[]): string {
  const measure = measures.find((known) => known.id === id);
  return measure ? `${id} (${measure.title})` : id;
}

function partOf(share: number): string {
  return share < 1 ? `${rateInWords(share)} of ` : '';
}

function imports(scope: Scope, { regions, sectors }: Vocabulary): string {
  const what = sectorsInWords(scope.sectors, sectors);
  const from = regionsInWords(scope.exporters, scope.importers, regions);
  const into = regionsInWords(scope.importers, scope.exporters, regions);
  return `imports of ${what} from ${from} into ${into}`;
}

function regionsInWords(
  codes: readonly string[],
  opposite: readonly string[],
  regions: readonly Region[],
): string {
  const missing = regions.filter((region) => !codes.includes(region.code));
  if (missing.length === 0) return codes.length > 2 ? 'all regions' : named(codes, regions);
  const foreign =
    missing.every((region) => opposite.includes(region.code)) && opposite.length === missing.length;
  if (foreign && codes.length > 3) return 'all other regions';
  return named(codes, regions);
}

function named(codes: readonly string[], regions: readonly Region[]): string {
  return joined(
    codes.map((code) => {
      const region = regions.find((known) => known.code === code);
      return region ? inSentence(region) : code;
    }),
  );
}

function sectorsInWords(codes: readonly string[], sectors: readonly Sector[]): string {
  const has = new Set(codes);
  if (sectors.every(({ code }) => has.has(code))) return 'all goods and services';
  for (const kind of ['goods', 'services'] as const) {
    const ofKind = sectors.filter((sector) => sector.kind === kind);
    const inKind = ofKind.filter(({ code }) => has.has(code));
    if (inKind.length !== has.size || inKind.length === 0) continue;
    const missing = ofKind.filter(({ code }) => !has.has(code));
    if (missing.length === 0) return `all ${kind}`;
    if (missing.length < inKind.length && missing.length <= mostNamed && inKind.length > mostNamed) {
      return `all ${kind} but ${listed(missing)}`;
    }
  }
  const chosen = sectors.filter(({ code }) => has.has(code));
  return chosen.length > mostNamed ? `${chosen.length} sectors (${codes.join(', ')})` : listed(chosen);
}

function listed(sectors: readonly Sector[]): string {
  return joined(
    sectors.map((sector) => {
      const name = shortName(sector);
      return `${sector.code} (${name.charAt(0).toLowerCase()}${name.slice(1)})`;
    }),
  );
}

/** Measures by who levies them: `In force: 9 measures of the United States (…), 2 of Canada (…).` */
export function measuresInWords(measures: readonly TariffMeasure[], regions: readonly Region[]): string {
  const importers = [...new Set(measures.map(({ importer }) => importer))];
  const parts = importers.map((importer) => {
    const own = measures.filter((measure) => measure.importer === importer);
    const region = regions.find(({ code }) => code === importer);
    const whose = region ? inSentence(region) : importer;
    return `${counted(own.length, 'measure')} of ${whose} (${own.map(({ title }) => title).join('; ')})`;
  });
  return joined(parts);
}

/** A sentence from a clause. */
export function sentence(clause: string): string {
  return /[.!?]$/.test(clause) ? capitalised(clause) : `${capitalised(clause)}.`;
}
