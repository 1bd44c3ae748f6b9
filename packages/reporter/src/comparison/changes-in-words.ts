import type {
  Change,
  Region,
  Scope,
  Sector,
  Situation,
  TariffMeasure,
  UsmcaTreatment,
} from '@usmca-sim/core';
import { capitalised, counted, dateInWords, inSentence, joined, shortName } from '../names.ts';
import { percentInWords, rateInWords } from '../number-style.ts';

/** The names that codes stand for. */
export interface Vocabulary {
  readonly regions: readonly Region[];
  readonly sectors: readonly Sector[];
  /** Measures that a case may name, for their titles. */
  readonly measures: readonly TariffMeasure[];
}

/** Lists of codes longer than this are counted, or told by what is left out. */
const mostNamed = 6;

/** What a change of a case does: `from 1 September 2025, lifts canada-list-of-march-4 (…)`. */
export function changeInWords(change: Change, vocabulary: Vocabulary): string {
  const until = change.until ? ` until ${dateInWords(change.until)}` : '';
  const step = change.fullFrom
    ? `, in equal steps, a year apart, in full from ${dateInWords(change.fullFrom)}`
    : '';
  const because = change.because ? ` (because: ${change.because.replace(/\.$/, '')})` : '';
  return `from ${dateInWords(change.on)}${until}, ${deedInWords(change, vocabulary)}${step}${because}`;
}

function deedInWords(change: Change, vocabulary: Vocabulary): string {
  const measures = (ids: readonly string[]) => joined(ids.map((id) => titled(id, vocabulary.measures)));
  switch (change.verb) {
    case 'impose': {
      const gives = change.yieldsTo.length > 0 ? `, giving way to ${joined(change.yieldsTo)}` : '';
      return `adds a duty of ${rateInWords(change.rate)} on ${partOf(change.share)}${imports(change.scope, vocabulary)}${claimsInWords[change.usmca]}${gives}`;
    }
    case 'enact':
      return `puts ${joined(change.measures.map(({ id, title }) => `${id} (${title})`))} in force`;
    case 'lift':
      return `lifts ${measures(change.measures)}`;
    case 'raise':
    case 'lower': {
      const where = isEverything(change.scope, vocabulary) ? '' : ` on ${imports(change.scope, vocabulary)}`;
      return `${change.verb}s ${measures([change.measure])} to ${dutyInWords(change.to)}${where}`;
    }
    case 'extend':
      return `moves the end of ${measures(change.measures)} to ${dateInWords(change.to)}`;
    case 'expire':
      return `lets ${measures(change.measures)} expire`;
    case 'exempt': {
      const claimed = change.claimedOnly ? ' for which USMCA is claimed' : '';
      return `frees ${partOf(change.share)}${imports(change.scope, vocabulary)}${claimed} of ${measures(change.measures)}`;
    }
    case 'quota': {
      const free =
        change.measures.length > 0 ? ` free of ${measures(change.measures)}` : ' free of further duties';
      const beyond =
        change.beyond === undefined ? '' : `, with ${dutyInWords(change.beyond)} on what is beyond`;
      return `lets a quota of ${rateInWords(change.share)} of base-year ${imports(change.scope, vocabulary)} enter${free}${beyond}`;
    }
    case 'ordinary-duty':
      return `sets the ordinary duty at ${rateInWords(change.rate)} on ${imports(change.scope, vocabulary)}`;
    case 'ban':
      return `bans ${partOf(change.share)}${imports(change.scope, vocabulary)}`;
    case 'trade-cost':
      return `changes the cost of delivering by ${percentInWords(change.change * 100)} for ${imports(change.scope, vocabulary)}`;
    case 'duties': {
      const as = change.as === 'ordinary' ? 'in place of the ordinary duty' : 'on top of the ordinary duty';
      return `applies the ${counted(change.rows.length, 'rate')} of ${change.table} ${as}`;
    }
    case 'claim-ceiling': {
      const cost =
        change.cost === 0
          ? ''
          : `, and changes the cost of delivering claimed goods by ${percentInWords(change.cost * 100)}`;
      return `lets USMCA be claimed for at most ${rateInWords(change.ceiling)} of each group of ${imports(change.scope, vocabulary)}${cost}`;
    }
    case 'us-content':
      return `sets the United States content of vehicles for which USMCA is claimed at ${rateInWords(change.share)} of their value for ${imports(change.scope, vocabulary)}`;
    default:
      throw new RangeError(`not foreseen: ${JSON.stringify(change satisfies never)}`);
  }
}

/** What a duty of the case does to claimed goods, where it is not the same to all. */
const claimsInWords: Readonly<Record<UsmcaTreatment, string>> = {
  applies: '',
  exempt: ', free for goods for which USMCA is claimed',
  'non-us-content': ', for goods for which USMCA is claimed on content that is not United States content',
};

function dutyInWords(rate: number): string {
  return rate === Number.POSITIVE_INFINITY ? 'a ban' : rateInWords(rate);
}

/** A scope that leaves nothing out, as that of a change of a whole measure. */
function isEverything({ importers, exporters, sectors, goods }: Scope, vocabulary: Vocabulary): boolean {
  if (goods) return false;
  if (importers.length + exporters.length + sectors.length === 0) return true;
  const has = (codes: readonly string[], all: readonly { readonly code: string }[]) =>
    all.every(({ code }) => codes.includes(code));
  return (
    has(importers, vocabulary.regions) &&
    has(exporters, vocabulary.regions) &&
    has(sectors, vocabulary.sectors)
  );
}

function titled(id: string, measures: readonly TariffMeasure[]): string {
  const measure = measures.find((known) => known.id === id);
  return measure ? `${id} (${measure.title})` : id;
}

function partOf(share: number): string {
  return share < 1 ? `${rateInWords(share)} of ` : '';
}

function imports(scope: Scope, { regions, sectors }: Vocabulary): string {
  if (scope.importers.length + scope.exporters.length + scope.sectors.length === 0)
    return 'all that they cover';
  const within = sectorsInWords(scope.sectors, sectors);
  const isAll = within.startsWith('all goods') && !within.includes(' but ');
  const what = scope.goods ? `${joined(scope.goods)}${isAll ? '' : ` among ${within}`}` : within;
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

/** Measures by who levies them, with their titles while they are few: `9 measures of the United States and 2 measures of Canada (…)`. */
export function measuresInWords(measures: readonly TariffMeasure[], regions: readonly Region[]): string {
  const importers = [...new Set(measures.map(({ importer }) => importer))];
  const parts = importers.map((importer) => {
    const own = measures.filter((measure) => measure.importer === importer);
    const region = regions.find(({ code }) => code === importer);
    const whose = region ? inSentence(region) : importer;
    const count = `${counted(own.length, 'measure')} of ${whose}`;
    return own.length > mostNamed ? count : `${count} (${own.map(({ title }) => title).join('; ')})`;
  });
  return joined(parts);
}

/** Measures that the changes of a case can speak of: those in force at its start, and those that it enacts. */
export function measuresNamed(
  situation: Pick<Situation, 'measures'>,
  changes: readonly Change[],
): TariffMeasure[] {
  const enacted = changes.flatMap((change) => (change.verb === 'enact' ? change.measures : []));
  return [...situation.measures, ...enacted];
}

/** A sentence from a clause. */
export function sentence(clause: string): string {
  return /[.!?]$/.test(clause) ? capitalised(clause) : `${capitalised(clause)}.`;
}
