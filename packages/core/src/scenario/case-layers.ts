import { adviseWord } from '../problems/nearest-word.ts';
import type { Place } from '../problems/problem.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import { SourceText } from '../problems/source-text.ts';
import type { TariffMeasure } from '../tariffs/measure.ts';
import { type MeasureWords, readMeasure } from '../tariffs/parse-measures.ts';
import { type CaseDocument, type Path, readCaseDocument } from './case-document.ts';
import { caseForm, checkForm, type WrittenForm } from './case-faults.ts';
import { besideCase, type CaseFiles, caseId, type FileKind, pathFault, readCaseFile } from './case-files.ts';
import type { WrittenNumber } from './quantities.ts';
import type { WrittenWords } from './scopes.ts';

const longestLineage = 10;

/** One file of a case: itself, or a case that it extends. What is missing of its form has been reported. */
export class CaseLayer {
  readonly id: string;
  readonly path: string;
  readonly #document: CaseDocument;
  readonly #sound: Record<string, unknown>;

  constructor(path: string, document: CaseDocument, sound: Record<string, unknown>) {
    this.id = caseId(path);
    this.path = path;
    this.#document = document;
    this.#sound = sound;
  }

  place(path: Path, at: 'key' | 'value' = 'value'): Place {
    return this.#document.place(path, at);
  }

  has(path: Path): boolean {
    return this.#at(path) !== undefined;
  }

  /** Whether a key is written at the top of the file, soundly or not. */
  gives(key: string): boolean {
    const value = this.#document.value;
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  }

  isTrue(path: Path): boolean {
    return this.#at(path) === true;
  }

  text(path: Path): string | undefined {
    return this.#at(path) as string | undefined;
  }

  texts(path: Path): readonly string[] {
    return (this.#at(path) as readonly string[] | undefined) ?? [];
  }

  keys(path: Path): readonly string[] {
    const value = this.#at(path);
    return typeof value === 'object' && value !== null ? Object.keys(value) : [];
  }

  number(path: Path): WrittenNumber | undefined {
    const written = this.#at(path) as number | string | undefined;
    return written === undefined ? undefined : { written, place: this.place(path) };
  }

  words(path: Path): WrittenWords | undefined {
    const written = this.#at(path) as string | readonly string[] | undefined;
    if (written === undefined) return undefined;
    if (typeof written === 'string') return { words: [{ word: written, place: this.place(path) }] };
    return {
      words: written.map((word, index) => ({
        word,
        place: this.place([...path, index]),
      })),
    };
  }

  /** Paths of the entries of a list, without those that were faulty as a whole. */
  entries(path: Path): readonly Path[] {
    const list = (this.#at(path) as readonly unknown[] | undefined) ?? [];
    return list.flatMap((entry, index) => (entry === undefined ? [] : [[...path, index]]));
  }

  /** The case's own measures, those that are sound. */
  measures(words: MeasureWords, problems: ProblemList): TariffMeasure[] {
    return this.entries(['measures']).flatMap(
      (path) => readMeasure(this.#document, path, words, problems) ?? [],
    );
  }

  #at(path: Path): unknown {
    let value: unknown = this.#sound;
    for (const step of path) {
      if (typeof value !== 'object' || value === null) return undefined;
      value = (value as Record<string | number, unknown>)[step];
    }
    return value;
  }
}

/** A case and those that it extends, the root first. */
export interface CaseLayers {
  readonly layers: readonly CaseLayer[];
  /** False where one of them could not be read: then what seems to be missing may be there. */
  readonly complete: boolean;
}

/**
 * Reads a case, or another kind of file, and follows its `extends` to the root.
 *
 * @param namedAt where the file is named; absent for the one that somebody asked for.
 */
export function readLayers(
  path: string,
  files: CaseFiles,
  problems: ProblemList,
  form: WrittenForm = caseForm,
  namedAt?: Place,
): CaseLayers {
  const layers: CaseLayer[] = [];
  let next: { path: string; place?: Place } | undefined = {
    path,
    ...(namedAt ? { place: namedAt } : {}),
  };
  while (next !== undefined) {
    const layer: CaseLayer | undefined = readLayer(next.path, next.place, files, problems, form);
    if (!layer) return { layers: layers.reverse(), complete: false };
    layers.push(layer);
    const named = layer.text(['extends']);
    if (named === undefined) break;
    const place = layer.place(['extends']);
    const parent = findFile(layer, named, place, 'extends', form.kind, files, problems);
    const circle = layers.findIndex((earlier) => earlier.path === parent);
    if (parent !== undefined && circle !== -1) {
      const ids = [...layers.slice(circle), layers[circle]!].map((member) => member.id).join(' → ');
      const message = `extends goes in a circle: ${ids}`;
      problems.add(
        'circular-extends',
        message,
        place,
        `one of these ${form.kind}s must extend none of the others`,
      );
      return { layers: layers.reverse(), complete: false };
    }
    if (parent !== undefined && layers.length >= longestLineage) {
      const message = `more than ${longestLineage} ${form.kind}s extend one another in a row`;
      problems.add('long-lineage', message, place, `write the ${form.kind} as a variation of an earlier one`);
      return { layers: layers.reverse(), complete: false };
    }
    if (parent === undefined) return { layers: layers.reverse(), complete: false };
    next = { path: parent, place };
  }
  return { layers: layers.reverse(), complete: true };
}

function readLayer(
  path: string,
  namedAt: Place | undefined,
  files: CaseFiles,
  problems: ProblemList,
  form: WrittenForm,
): CaseLayer | undefined {
  const read = readCaseFile(files, path);
  if ('fault' in read) {
    problems.add('unreadable-file', read.fault, namedAt, read.advice);
    return undefined;
  }
  const source = new SourceText(files.display?.(path) ?? path, read.text);
  const document = readCaseDocument(source, problems, form.kind);
  if (!document) return undefined;
  const before = problems.length;
  const sound = checkForm(document, problems, form);
  return form.isPartial || problems.length === before ? new CaseLayer(path, document, sound) : undefined;
}

/** The path of a file that a case, table or stance names: the id of one of its kind, or a file beside it. */
export function findFile(
  layer: CaseLayer,
  named: string,
  place: Place,
  key: string,
  kind: FileKind,
  files: CaseFiles,
  problems: ProblemList,
): string | undefined {
  if (!/\.ya?ml$/i.test(named) && !/[/\\:]/.test(named)) {
    const located = files.locate(named, kind);
    if (located !== undefined) return located;
    problems.add(
      `unknown-${kind}`,
      `there is no ${kind} "${named}"`,
      place,
      adviseWord(named, files.ids(kind)),
    );
    return undefined;
  }
  const fault = pathFault(named);
  if (fault === undefined) return besideCase(layer.path, named);
  const advice = `${key} names the id of a ${kind}, or a file beside this one`;
  problems.add('path-leaves-folder', `the path "${named}" ${fault}`, place, advice);
  return undefined;
}
