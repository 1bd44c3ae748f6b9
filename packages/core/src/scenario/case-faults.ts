import type { z } from 'zod';
import { adviseWord, nearestWord } from '../problems/nearest-word.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import { inQuotes } from '../problems/yaml-problems.ts';
import type { CaseDocument, Path } from './case-document.ts';
import type { FileKind } from './case-files.ts';
import { caseSchema } from './case-schema.ts';
import { changeKinds, type Verb, verbs } from './change-kinds.ts';
import { keysAt } from './schema-keys.ts';

type Issue = z.core.$ZodIssue;
type Mapping = Record<string, unknown>;

/** How a kind of file is written. */
export interface WrittenForm {
  readonly kind: FileKind;
  readonly schema: z.ZodType;
  /** Whether the value at a path is a change under a verb. */
  isChange(path: Path): boolean;
  /** Whether what is sound of a faulty file is read on, to say all that is wrong with it. */
  readonly isPartial: boolean;
}

export const caseForm: WrittenForm = {
  kind: 'case',
  schema: caseSchema,
  isChange: (path) => path.length === 2 && path[0] === 'changes',
  isPartial: true,
};

/**
 * Checks the form of a case, or of another kind of file.
 *
 * @returns what is sound of it: the written case without the values that were faulty. Values that are missing
 *   here have been reported, if they had to be there.
 */
export function checkForm(
  document: CaseDocument,
  problems: ProblemList,
  form: WrittenForm = caseForm,
): Mapping {
  const parsed = form.schema.safeParse(document.value);
  if (parsed.success) return document.value as Mapping;
  const sound = copy(document.value) as Mapping;
  for (const issue of parsed.error.issues) report(issue, [], document, problems, sound, form);
  return sound;
}

/** Adds the problem of an issue and takes the faulty value out of `sound`. */
function report(
  issue: Issue,
  base: Path,
  document: CaseDocument,
  problems: ProblemList,
  sound: Mapping,
  form: WrittenForm,
): void {
  const path: Path = [...base, ...(issue.path as Path)];
  const value = valueAt(document.value, path);
  // What is wrong inside a measure is said where measures are read, those of the record too.
  if (path[0] === 'measures' && path.length > 1) return;

  if (issue.code === 'invalid_union') {
    if (form.isChange(path)) {
      reportChange(issue, path, value, document, problems, sound, form);
      return;
    }
    // A branch that fails only further inside is the one that was meant.
    const meant = issue.errors.find((errors) => errors.every((inner) => inner.path.length > 0));
    if (meant) {
      for (const inner of meant) report(inner, path, document, problems, sound, form);
      return;
    }
    const own = isMapping(value) && allowedKeys(path, form);
    const branch = own && issue.errors.find((errors) => errors.some((e) => e.code === 'unrecognized_keys'));
    if (branch) {
      for (const inner of branch) report(inner, path, document, problems, sound, form);
      return;
    }
  }

  if (issue.code === 'unrecognized_keys') {
    const allowed = allowedKeys(path, form, isMapping(value) ? verbsIn(value)[0] : undefined) ?? [];
    for (const key of issue.keys) {
      const message = `there is no key "${key}" here`;
      // A key that is there already cannot be what was meant by a second one.
      const free = allowed.filter((candidate) => !(isMapping(value) && candidate in value));
      const near = path.length === 0 && key === 'start' ? 'as-of' : nearestWord(key, free);
      const list = free.length > 0 ? `possible here: ${free.join(', ')}` : undefined;
      const advice = near ? `did you mean "${near}"?` : list;
      problems.add('unknown-key', message, document.place([...path, key], 'key'), advice);
      remove(sound, [...path, key]);
    }
    return;
  }

  const name = nameOf(path, form.kind);
  remove(sound, path);
  if (value === undefined) {
    problems.add('missing-key', `${name} is missing`, document.place(path), missingAdvice(path, issue));
  } else if (value === null) {
    const what = issue.message.replace(/^must/, 'it must');
    problems.add('no-value', `${name} has no value`, document.place(path, 'key'), what);
  } else if (issue.code === 'invalid_format' || issue.code === 'too_small') {
    problems.add('wrong-value', `${name} ${issue.message}`, document.place(path));
  } else {
    const message = `${name} ${issue.message}, not ${describeValue(value)}`;
    const advice =
      issue.code === 'invalid_value' && typeof value === 'string'
        ? adviseWord(value, issue.values.map(String))
        : typeof value !== 'string' && / text/.test(issue.message)
          ? isMapping(value)
            ? inQuotes
            : 'put it in quotes'
          : undefined;
    problems.add('wrong-type', message, document.place(path), advice);
  }
}

/** The message of the kind of change whose verb is there, not of every kind there is. */
function reportChange(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  value: unknown,
  document: CaseDocument,
  problems: ProblemList,
  sound: Mapping,
  form: WrittenForm,
): void {
  const list = verbs.join(', ');
  if (!isMapping(value)) {
    const message = `a change must be a mapping with a verb, not ${describeValue(value)}`;
    problems.add('wrong-type', message, document.place(path), `begin it with one of: ${list}`);
    remove(sound, path);
    return;
  }
  const present = verbsIn(value);
  if (present.length === 1) {
    const branch = issue.errors[verbs.indexOf(present[0]!)] ?? [];
    for (const inner of branch) report(inner, path, document, problems, sound, form);
    return;
  }
  remove(sound, path);
  if (present.length > 1) {
    const both = present.map((verb) => `"${verb}"`).join(' and ');
    const place = document.place([...path, present[1]!], 'key');
    problems.add(
      'two-verbs',
      `a change has one verb, this has ${both}`,
      place,
      'begin a new change with a dash',
    );
    return;
  }
  const message = 'this change has no verb';
  for (const key of Object.keys(value)) {
    const near = nearestWord(key, verbs);
    if (near === undefined || otherKeys.has(key)) continue;
    const place = document.place([...path, key], 'key');
    problems.add('no-verb', message, place, `did you mean "${near}"?`);
    return;
  }
  problems.add('no-verb', message, document.place(path), `every change needs one of: ${list}`);
}

/** Keys of changes that are not verbs, and so are not taken for misspelt ones. */
const otherKeys = new Set(
  verbs.flatMap((verb) => Object.keys(changeKinds[verb].shape).filter((key) => key !== verb)),
);

function verbsIn(value: Mapping): Verb[] {
  return verbs.filter((verb) => verb in value);
}

function allowedKeys(path: Path, form: WrittenForm, verb?: Verb): string[] | undefined {
  return form.isChange(path) && verb ? Object.keys(changeKinds[verb].shape) : keysAt(form.schema, path);
}

function missingAdvice(path: Path, issue: Issue): string {
  const key = path.at(-1);
  const example: Record<string, string> = {
    title: 'title: Canada lifts its retaliatory tariffs',
    on: 'on: 2026-01-01',
    importer: 'importer: USA',
    exporter: 'exporter: [CAN, MEX]',
    sectors: 'sectors: goods',
    as: 'as: ordinary',
    to: /date/.test(issue.message) ? 'to: 2027-12-31' : 'to: 50%',
    measure: 'measure: trade-flow',
    because: 'because: the reason why',
  };
  const line = example[String(key)];
  return line ? `add a line such as "${line}"` : `it ${issue.message}`;
}

/** `"on"`, or `entry 2 of "sources"`. */
function nameOf(path: Path, kind: FileKind): string {
  const last = path.at(-1);
  if (typeof last === 'string') return `"${last}"`;
  if (last === undefined) return `the ${kind}`;
  const list = path.at(-2);
  return list === 'expect' ? `expectation ${last + 1}` : `entry ${last + 1} of "${list}"`;
}

function describeValue(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  return Number.isNaN(value) ? '.nan' : String(value);
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) value = (value as Mapping | null | undefined)?.[step];
  return value;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isMapping(value)) return value;
  const mapping: Mapping = Object.create(null);
  for (const [key, inner] of Object.entries(value)) mapping[key] = copy(inner);
  return mapping;
}

/** Takes a value out; of a list of words the whole list, so that the rest keep their places elsewhere. */
function remove(root: Mapping, path: Path): void {
  const list = path.findIndex((step, index) => index > 0 && typeof step === 'number');
  const whole = list > 0 && path[0] !== 'changes' && path[0] !== 'expect' ? path.slice(0, list) : path;
  const nested = whole.findIndex((step, index) => index > 2 && typeof step === 'number');
  const target = nested > 0 ? whole.slice(0, nested) : whole;
  const parent = valueAt(root, target.slice(0, -1));
  const last = target.at(-1);
  if (last === undefined || typeof parent !== 'object' || parent === null) return;
  if (Array.isArray(parent)) parent[last as number] = undefined;
  else delete (parent as Mapping)[last];
}
