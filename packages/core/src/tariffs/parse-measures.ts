import { adviseWord } from '../problems/nearest-word.ts';
import { ProblemList } from '../problems/problem-list.ts';
import { SourceText } from '../problems/source-text.ts';
import { type CaseDocument, type Path, readCaseDocument } from '../scenario/case-document.ts';
import { dateFault } from '../scenario/date-fault.ts';
import type { Charge, Rate, TariffMeasure } from './measure.ts';
import {
  measureFileSchema,
  measureSchema,
  type WrittenCharge,
  type WrittenMeasure,
} from './measure-schema.ts';
import { reportFaults } from './measure-schema-faults.ts';

/** What words in a measure may stand for: codes of the economy, ids of the goods lists. */
export interface MeasureWords {
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
  readonly lists: readonly string[];
}

/**
 * The measures in a YAML text with `measures:` at its root, in their order, each with its place.
 *
 * @param file is named in messages.
 * @throws InputError with everything that is wrong, each at its place.
 */
export function parseMeasures(text: string, file: string, words: MeasureWords): TariffMeasure[] {
  const problems = new ProblemList();
  const document = readCaseDocument(new SourceText(file, text), problems);
  problems.throwIfAny();
  const entries = (document!.value as { measures?: unknown }).measures;
  const measures: TariffMeasure[] = [];
  if (Array.isArray(entries)) {
    const others = measureFileSchema.omit({ measures: true }).safeParse(withoutMeasures(document!.value));
    if (!others.success) reportFaults(others.error.issues, [], document!, problems);
    for (const index of entries.keys()) {
      const measure = readMeasure(document!, ['measures', index], words, problems);
      if (measure) measures.push(measure);
    }
    checkIds(measures, problems);
  } else {
    const parsed = measureFileSchema.safeParse(document!.value);
    if (!parsed.success) reportFaults(parsed.error.issues, [], document!, problems);
  }
  problems.throwIfAny();
  return measures;
}

function withoutMeasures(value: unknown): Record<string, unknown> {
  const { measures: _, ...others } = value as Record<string, unknown>;
  return others;
}

/**
 * The measure written at a path of a document: an entry of the record, or of a case's own `measures:`.
 *
 * @returns undefined after adding what is wrong with it to `problems`.
 */
export function readMeasure(
  document: CaseDocument,
  path: Path,
  words: MeasureWords,
  problems: ProblemList,
): TariffMeasure | undefined {
  let value = document.value;
  for (const step of path) value = (value as Record<string, unknown>)[step];
  const parsed = measureSchema.safeParse(value);
  if (!parsed.success) {
    reportFaults(parsed.error.issues, path, document, problems);
    return undefined;
  }
  return new Reader(document, words, problems).measure(parsed.data, path);
}

class Reader {
  readonly #document: CaseDocument;
  readonly #words: MeasureWords;
  readonly #problems: ProblemList;

  constructor(document: CaseDocument, words: MeasureWords, problems: ProblemList) {
    this.#document = document;
    this.#words = words;
    this.#problems = problems;
  }

  measure(written: WrittenMeasure, path: Path): TariffMeasure | undefined {
    const before = this.#problems.length;
    const { regions } = this.#words;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(written.id)) {
      const advice = 'lower-case letters and digits, with hyphens between words';
      this.#add('measure-id', `"${written.id}" cannot be the name of a measure`, [...path, 'id'], advice);
    }
    this.#known('region', [written.importer], regions, [...path, 'importer']);
    const exporters = this.#exporters(written.exporters, written.importer, [...path, 'exporters']);
    const charges = written.charges.map((charge, k) =>
      this.#charge(charge, exporters, [...path, 'charges', k]),
    );
    const endDecided = this.#date(written['end-decided'], [...path, 'end-decided']);
    if (this.#problems.length > before) return undefined;
    return {
      id: written.id,
      title: written.title,
      authority: written.authority,
      importer: written.importer,
      exporters,
      status: written.status ?? 'law',
      charges,
      ...(endDecided === undefined ? {} : { endDecided }),
      yieldsTo: listOf(written['yields-to']),
      addsTo: listOf(written['adds-to']),
      inBase: written['in-base'] ?? false,
      source: written.source,
      confidence: written.confidence,
      ...(written.note === undefined ? {} : { note: written.note }),
      place: this.#document.place([...path, 'id']),
    };
  }

  #charge(written: WrittenCharge, among: readonly string[], path: Path): Charge {
    const { regions, sectors, lists } = this.#words;
    const own = listOf(written.exporters);
    if (this.#known('region', own, regions, [...path, 'exporters'])) {
      for (const [k, code] of own.entries()) {
        if (among.includes(code)) continue;
        const message = `the measure is not on ${code}`;
        this.#add(
          'exporter-not-in-measure',
          message,
          this.#entry([...path, 'exporters'], k),
          'add it to "exporters" of the measure',
        );
      }
    }
    this.#known('goods list', listOf(written.lists), lists, [...path, 'lists']);
    this.#known('goods list', listOf(written.except), lists, [...path, 'except']);
    this.#known('sector', listOf(written.sectors), sectors, [...path, 'sectors']);
    const rate = this.#rate(written.rate, [...path, 'rate']);
    const from = this.#date(written.from, [...path, 'from']);
    const until = this.#date(written.until, [...path, 'until']);
    const decided = this.#date(written.decided, [...path, 'decided']);
    if (from !== undefined && until !== undefined && until <= from) {
      const message = `the charge ends on ${until} but starts on ${from}`;
      const advice = '"until" is the first day no longer in force; it must be later than "from"';
      this.#add('ends-before-it-starts', message, [...path, 'until'], advice);
    }
    if (from !== undefined && decided !== undefined && decided > from) {
      const message = `the rate is decided on ${decided}, after its first day in force, ${from}`;
      this.#add(
        'decided-after-it-starts',
        message,
        [...path, 'decided'],
        'leave "decided" out, or give an earlier day',
      );
    }
    return {
      ...(written.exporters === undefined ? {} : { exporters: own }),
      ...(written.lists === undefined ? {} : { lists: listOf(written.lists) }),
      ...(written.sectors === undefined ? {} : { sectors: listOf(written.sectors) }),
      ...(written.except === undefined ? {} : { except: listOf(written.except) }),
      rate: rate ?? 0,
      base: written.base ?? 'value',
      usmca: written.usmca ?? 'applies',
      from: from ?? '',
      ...(until === undefined ? {} : { until }),
      ...(decided === undefined ? {} : { decided }),
    };
  }

  #exporters(written: string | readonly string[], importer: string, path: Path): string[] {
    const codes = listOf(written);
    const { regions } = this.#words;
    if (codes.length === 1 && codes[0] === 'all') return regions.filter((code) => code !== importer);
    this.#known('region', codes, regions, path);
    const home = codes.indexOf(importer);
    if (home !== -1) {
      this.#add(
        'home-flow',
        `${importer} does not import from itself`,
        this.#entry(path, home),
        'leave it out',
      );
    }
    return codes;
  }

  #rate(written: WrittenCharge['rate'], path: Path): Rate | undefined {
    if (typeof written === 'object') {
      const upTo = this.#fraction(written['up-to'], [...path, 'up-to']);
      return upTo === undefined ? undefined : { upTo };
    }
    return written === 'ban' ? Infinity : this.#fraction(written, path);
  }

  /** A percentage in text, or a number as a fraction. */
  #fraction(written: string | number, path: Path): number | undefined {
    const percent = typeof written === 'string' ? /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(written) : null;
    // Divided, 17.1% is the number nearest to 0.171; multiplied by 0.01 it is not.
    const rate = percent ? Number(percent[1]) / 100 : written;
    if (typeof rate === 'string' || !Number.isFinite(rate) || rate < 0) {
      const message = `"${written}" is not a rate`;
      this.#add('not-a-rate', message, path, 'write a percentage such as 25%, or ban');
      return undefined;
    }
    if (!percent && rate > 2) {
      const message = `a rate of ${written} is ${100 * rate}%`;
      this.#add('rate-without-percent', message, path, `write ${written}% if that is what is meant`);
      return undefined;
    }
    return rate;
  }

  #date(written: string | undefined, path: Path): string | undefined {
    if (written === undefined) return undefined;
    const fault = dateFault(written);
    if (fault) {
      this.#add('not-a-date', fault.message, path, fault.advice);
      return undefined;
    }
    return written;
  }

  #known(
    kind: 'region' | 'sector' | 'goods list',
    words: readonly string[],
    possible: readonly string[],
    path: Path,
  ): boolean {
    let sound = true;
    for (const [k, word] of words.entries()) {
      if (possible.includes(word)) continue;
      sound = false;
      const message = `there is no ${kind} "${word}"`;
      this.#add(
        `unknown-${kind.replace(' ', '-')}`,
        message,
        this.#entry(path, k),
        adviseWord(word, possible),
      );
    }
    return sound;
  }

  /** The path of a word: of the list's entry, or of the one word that stands for a list. */
  #entry(path: Path, k: number): Path {
    let value = this.#document.value;
    for (const step of path) value = (value as Record<string, unknown>)[step];
    return Array.isArray(value) ? [...path, k] : path;
  }

  #add(code: string, message: string, path: Path, advice?: string): void {
    this.#problems.add(code, message, this.#document.place(path), advice);
  }
}

/** Ids stand for one measure each. */
export function checkIds(measures: readonly TariffMeasure[], problems: ProblemList): void {
  const seen = new Set<string>();
  for (const { id, place } of measures) {
    if (seen.has(id)) {
      const message = `there are two measures "${id}"`;
      problems.add('two-measures', message, place, 'give each measure an id of its own');
    }
    seen.add(id);
  }
}

function listOf(written: string | readonly string[] | undefined): string[] {
  return written === undefined ? [] : typeof written === 'string' ? [written] : [...written];
}
