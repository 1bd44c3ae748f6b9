import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { z } from 'zod';
import { adviseWord } from '../problems/nearest-word.ts';
import type { Place } from '../problems/problem.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import { SourceText } from '../problems/source-text.ts';
import { nestedTooDeeply } from '../problems/yaml-nesting.ts';
import { yamlProblem } from '../problems/yaml-problems.ts';

const id = z
  .string('must be text')
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'must be lower-case letters, digits and hyphens');
const text = z.string('must be text').min(1, 'must not be empty');
const year = 'must be a year';

const headerSchema = z.strictObject({
  id,
  title: text,
  year: z.int(year).min(1000, year).max(3000, year),
  unit: text,
  parties: z.array(text, 'must be a list of regions').min(1, 'must name at least one region'),
  'default-elasticities': id,
  accounts: z.enum(['balanced', 'to-be-balanced'], 'must be balanced or to-be-balanced').default('balanced'),
  licence: text.optional(),
  notes: text.optional(),
});

/** What `economy.yaml` says. */
type EconomyHeader = z.infer<typeof headerSchema>;

/** A header, and where in its file each value stands. */
export interface LocatedHeader {
  readonly header: EconomyHeader;
  place(key: keyof EconomyHeader, item?: number): Place;
}

/** Reads `economy.yaml`. What is wrong with it goes to `problems`, and the answer is then undefined. */
export function readEconomyHeader(
  written: string,
  file: string,
  problems: ProblemList,
): LocatedHeader | undefined {
  const source = new SourceText(file, written);
  const deep = nestedTooDeeply(source.text);
  if (deep !== undefined) {
    problems.add('nested-too-deeply', 'this is nested too deeply', source.place(deep));
    return undefined;
  }
  const document = parseDocument(source.text, { prettyErrors: false, logLevel: 'silent', merge: false });
  if (document.errors.length > 0) {
    problems.addAll(document.errors.slice(0, 10).map((error) => yamlProblem(error, source)));
    return undefined;
  }
  const root = document.contents;
  if (!isMap(root)) {
    const advice = `its keys are ${Object.keys(headerSchema.shape).join(', ')}`;
    problems.add(
      'not-a-mapping',
      'economy.yaml must be a mapping of keys to values',
      source.place(0),
      advice,
    );
    return undefined;
  }
  const placeOf = (path: readonly PropertyKey[], part: 'key' | 'value'): Place => {
    const pair = root.items.find((item) => isScalar(item.key) && item.key.value === path[0]);
    const value =
      isSeq(pair?.value) && path[1] !== undefined ? pair.value.items[Number(path[1])] : pair?.value;
    const node = (part === 'key' ? pair?.key : value) as
      | { range?: [number, number, number] }
      | null
      | undefined;
    const [from, to] = node?.range ?? [0, 1];
    return source.place(from, to);
  };
  // A small file of scalars needs no aliases; with none followed, none can multiply.
  const given = withoutAliases(root);
  const parsed = headerSchema.safeParse(given);
  if (parsed.success) {
    const place = (key: keyof EconomyHeader, item?: number) =>
      placeOf(item === undefined ? [key] : [key, item], 'value');
    return { header: parsed.data, place };
  }
  for (const issue of parsed.error.issues) report(issue, placeOf, problems, given);
  return undefined;
}

function withoutAliases(root: {
  items: readonly { key: unknown; value: unknown }[];
}): Record<string, unknown> {
  const plain = (node: unknown): unknown => {
    if (isScalar(node)) return node.value;
    return isSeq(node) ? node.items.map((item) => (isScalar(item) ? item.value : undefined)) : undefined;
  };
  const entries = root.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', plain(value)]);
  return Object.fromEntries(entries.filter(([key]) => key !== '__proto__')) as Record<string, unknown>;
}

function report(
  issue: z.core.$ZodIssue,
  placeOf: (path: readonly PropertyKey[], part: 'key' | 'value') => Place,
  problems: ProblemList,
  given: Readonly<Record<string, unknown>>,
): void {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const advice = adviseWord(key, Object.keys(headerSchema.shape));
      problems.add('unknown-key', `there is no key "${key}" in economy.yaml`, placeOf([key], 'key'), advice);
    }
    return;
  }
  const name = String(issue.path[0]);
  if (!(name in given)) {
    problems.add('missing-key', `the key "${name}" is missing`, placeOf([], 'value'));
    return;
  }
  problems.add('wrong-value', `${name} ${issue.message}`, placeOf(issue.path, 'value'));
}
