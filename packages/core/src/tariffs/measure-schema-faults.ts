import type { z } from 'zod';
import { adviseWord, nearestWord } from '../problems/nearest-word.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import type { CaseDocument, Path } from '../scenario/case-document.ts';
import { chargeSchema, measureFileSchema, measureSchema } from './measure-schema.ts';

type Issue = z.core.$ZodIssue;

/** Adds what is wrong with the form of measures, each at its place. */
export function reportFaults(
  issues: readonly Issue[],
  base: Path,
  document: CaseDocument,
  problems: ProblemList,
): void {
  for (const issue of issues) report(issue, base, document, problems);
}

function report(issue: Issue, base: Path, document: CaseDocument, problems: ProblemList): void {
  const path: Path = [...base, ...(issue.path as Path)];
  const value = valueAt(document.value, path);
  if (issue.code === 'invalid_union') {
    // A branch that fails only further inside, or over its keys, is the one that was meant.
    const inside = (errors: readonly Issue[]) =>
      errors.every((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys');
    const meant = issue.errors.find((errors) => errors.length > 0 && inside(errors));
    if (meant) {
      reportFaults(meant, path, document, problems);
      return;
    }
  }
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const free = keysAt(path).filter((candidate) => !(candidate in (value as object)));
      const near = nearestWord(key, free);
      const advice = near ? `did you mean "${near}"?` : `possible here: ${free.join(', ')}`;
      problems.add(
        'unknown-key',
        `there is no key "${key}" here`,
        document.place([...path, key], 'key'),
        advice,
      );
    }
    return;
  }
  const name = nameOf(path);
  if (value === undefined) {
    problems.add('missing-key', `${name} is missing`, document.place(path), `it ${issue.message}`);
  } else if (value === null) {
    const what = issue.message.replace(/^must/, 'it must');
    problems.add('no-value', `${name} has no value`, document.place(path, 'key'), what);
  } else if (issue.code === 'invalid_format' || issue.code === 'too_small') {
    problems.add('wrong-value', `${name} ${issue.message}`, document.place(path));
  } else {
    const advice =
      issue.code === 'invalid_value' && typeof value === 'string'
        ? adviseWord(value, issue.values.map(String))
        : undefined;
    const message = `${name} ${issue.message}, not ${describe(value)}`;
    problems.add('wrong-type', message, document.place(path), advice);
  }
}

/** Keys that are possible at a path, by what encloses it. */
function keysAt(path: Path): string[] {
  const steps = path.filter((step) => typeof step === 'string');
  const last = steps.at(-1);
  if (last === 'rate') return ['up-to'];
  if (last === 'charges') return Object.keys(chargeSchema.shape);
  if (last === 'measures') return Object.keys(measureSchema.shape);
  return Object.keys(measureFileSchema.shape);
}

/** `"rate"`, or `measure 2`, or `charge 1`. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (typeof last === 'string') return `"${last}"`;
  if (last === undefined) return 'the file';
  const list = path.at(-2);
  if (list === 'measures' || list === 'charges') return `${list.slice(0, -1)} ${last + 1}`;
  return `entry ${last + 1} of "${list}"`;
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  return String(value);
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return value;
}
