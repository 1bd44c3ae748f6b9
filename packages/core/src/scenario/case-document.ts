import { type Alias, isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument } from 'yaml';
import type { Place } from '../problems/problem.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import type { SourceText } from '../problems/source-text.ts';
import { deepestNesting, nestedTooDeeply } from '../problems/yaml-nesting.ts';
import { yamlProblem } from '../problems/yaml-problems.ts';
import type { FileKind } from './case-files.ts';

export type Path = readonly (string | number)[];

/** A value read from YAML, with where it stands. */
interface Located {
  /** Text, number, true, false, null, list, or object without prototype. */
  readonly value: unknown;
  /** Values in it once every alias is written out. */
  readonly size: number;
  readonly from: number;
  readonly to: number;
  readonly entries: ReadonlyMap<string | number, { key?: readonly [number, number]; node: Located }>;
}

/** A long case has some hundred values; an alias of aliases of aliases soon has billions. */
const mostValues = 20_000;

/** A YAML text as plain data; every part of it can still be pointed at. */
export class CaseDocument {
  readonly source: SourceText;
  readonly #root: Located;

  constructor(source: SourceText, root: Located) {
    this.source = source;
    this.#root = root;
  }

  get value(): unknown {
    return this.#root.value;
  }

  /** The place of a value, or of the key before it; of the nearest thing around it where there is none. */
  place(path: Path, at: 'key' | 'value' = 'value'): Place {
    let node = this.#root;
    let key: readonly [number, number] | undefined;
    for (const step of path) {
      const entry = node.entries.get(step);
      if (!entry) {
        // Something is missing: the key of the mapping it is missing from says most, at the top its first key.
        const first = key ?? node.entries.values().next().value?.key;
        return first ? this.source.place(...first) : this.source.place(node.from, node.to);
      }
      ({ node } = entry);
      key = entry.key ?? (isList(node.value) ? undefined : node.entries.values().next().value?.key);
    }
    const useKey = key && (at === 'key' || node.value === null);
    return useKey ? this.source.place(...key!) : this.source.place(node.from, node.to);
  }
}

function isList(value: unknown): boolean {
  return Array.isArray(value);
}

/**
 * Reads one YAML 1.2 document with a mapping at its root. Nothing in it can run, refer to other files or merge;
 * aliases are followed as long as what they stand for stays small.
 *
 * @returns undefined after adding every problem of the text to `problems`.
 */
export function readCaseDocument(
  source: SourceText,
  problems: ProblemList,
  kind: FileKind = 'case',
): CaseDocument | undefined {
  const { text } = source;
  if (text.trim() === '') {
    problems.add(
      'empty-file',
      'the file is empty',
      source.place(0),
      kind === 'case' ? 'usmca-sim new writes a case to begin with' : undefined,
    );
    return undefined;
  }
  const deep = nestedTooDeeply(text);
  if (deep !== undefined) return refuseDepth(source, problems, deep);
  const document = parseDocument(text, {
    // Duplicates are looked for below: the parser compares every key with every other.
    uniqueKeys: false,
    stringKeys: true,
    merge: false,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'error',
    version: '1.2',
  });
  // What follows a first error is mostly its echo; another on another line is worth a message of its own.
  const seen = new Set<number>();
  const errors = [...document.errors, ...document.warnings];
  for (const error of errors.slice(0, 20)) {
    if (seen.size > 0 && /directives-end/.test(error.message)) continue;
    const problem = yamlProblem(error, source);
    const line = problem.place?.line ?? 0;
    if (seen.has(line)) continue;
    seen.add(line);
    problems.addAll([problem]);
  }
  if (errors.length > 0) return undefined;

  const before = problems.length;
  const contents = document.contents as ParsedNode | null;
  const root = contents ? new Locator(source, problems).locate(contents, 0) : undefined;
  if (root === undefined || !isMap(contents)) {
    if (problems.length === before) {
      const what = isSeq(contents)
        ? 'a list'
        : isScalar(contents) && contents.value !== null
          ? 'one text'
          : 'empty';
      const place = source.place(root?.from ?? 0, root?.to);
      const advice = `begin with a line such as "title: What this ${kind} does"`;
      problems.add(
        'not-a-mapping',
        `a ${kind} is a mapping of keys to values; this file is ${what}`,
        place,
        advice,
      );
    }
    return undefined;
  }
  if (root.size > 2 * mostValues) {
    const message = `this holds ${root.size} values; a case holds at most ${2 * mostValues}`;
    problems.add('too-many-values', message, source.place(root.from), 'a long table of duties goes in a CSV');
  }
  return problems.length === before ? new CaseDocument(source, root) : undefined;
}

function refuseDepth(source: SourceText, problems: ProblemList, at: number): undefined {
  const message = `this is nested more than ${deepestNesting} levels deep`;
  problems.add('nested-too-deeply', message, source.place(at), 'a case needs five levels');
  return undefined;
}

class Locator {
  readonly #source: SourceText;
  readonly #problems: ProblemList;
  readonly #anchors = new Map<string, Located | 'open'>();
  /** Values written out in place of aliases so far. */
  #written = 0;
  #overfull = false;

  constructor(source: SourceText, problems: ProblemList) {
    this.#source = source;
    this.#problems = problems;
  }

  locate(node: ParsedNode | null, fallback: number): Located {
    const from = node?.range?.[0] ?? fallback;
    const to = node?.range?.[1] ?? from;
    if (node === null) return leaf(null, from, to);
    if (isAlias(node)) return this.#follow(node, from, to);
    if (node.tag) {
      const tag = Math.max(0, this.#source.text.lastIndexOf('!', from));
      const advice = 'write the value without it; text may stand in quotes';
      this.#add('tag', 'tags (!name) are not used in a case', tag, from, advice);
    }
    if (node.anchor) this.#anchors.set(node.anchor, 'open');
    const located = isScalar(node) ? leaf(node.value, from, to) : this.#collection(node, from, to);
    if (node.anchor) this.#anchors.set(node.anchor, located);
    return located;
  }

  #collection(node: Exclude<ParsedNode, { source: string }>, from: number, to: number): Located {
    const entries: [string | number, { key?: readonly [number, number]; node: Located }][] = [];
    let size = 1;
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        entries.push([index, { node: this.locate(item as ParsedNode | null, from) }]);
      }
    } else if (isMap(node)) {
      const keys = new Set<string>();
      for (const pair of node.items) {
        const name = isScalar(pair.key) ? String(pair.key.value) : '';
        const [keyFrom, keyTo] = pair.key?.range ?? [from, from + 1];
        const value = this.locate(pair.value as ParsedNode | null, keyFrom);
        if (name === '<<') {
          const advice = 'repeat the lines, or write the case as a variation with extends';
          this.#add('merge-key', 'merging with << is not used in a case', keyFrom, keyTo, advice);
        } else if (keys.has(name)) {
          const message = `"${name}" is given twice`;
          this.#add('duplicate-key', message, keyFrom, keyTo, 'keep one of the two');
        } else {
          keys.add(name);
          entries.push([name, { key: [keyFrom, keyTo], node: value }]);
        }
      }
    }
    for (const [, entry] of entries) size += entry.node.size;
    const value = isSeq(node)
      ? entries.map(([, entry]) => entry.node.value)
      : Object.assign(Object.create(null), {});
    if (!isSeq(node)) for (const [key, entry] of entries) value[key] = entry.node.value;
    return { value, size, from, to, entries: new Map(entries) };
  }

  #follow(alias: Alias, from: number, to: number): Located {
    const anchored = this.#anchors.get(alias.source);
    if (anchored === undefined) {
      this.#add('unknown-anchor', `there is no anchor &${alias.source} above this`, from, to);
    } else if (anchored === 'open') {
      this.#add('endless-alias', `*${alias.source} stands for something that it is itself part of`, from, to);
    } else if (this.#written + anchored.size <= mostValues) {
      this.#written += anchored.size;
      return anchored;
    } else if (!this.#overfull) {
      // Said once: every alias after this one would say it again.
      this.#overfull = true;
      const message = `written out, the aliases up to *${alias.source} stand for more than ${mostValues} values`;
      this.#add('too-many-values', message, from, to, 'write out what is meant, without aliases');
    }
    return leaf(null, from, to);
  }

  #add(code: string, message: string, from: number, to: number, advice?: string): void {
    this.#problems.add(code, message, this.#source.place(from, to), advice);
  }
}

function leaf(value: unknown, from: number, to: number): Located {
  return { value, size: 1, from, to, entries: new Map() };
}
