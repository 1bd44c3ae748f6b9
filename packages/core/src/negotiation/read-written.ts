import type { Place } from '../problems/problem.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import type { Path } from '../scenario/case-document.ts';
import type { CaseLayer } from '../scenario/case-layers.ts';

/** A file with those that it extends, read as one: of each key the last file that has it counts. */
export class Written {
  readonly layers: readonly CaseLayer[];

  /** @param layers the root first, at least one. */
  constructor(layers: readonly CaseLayer[]) {
    this.layers = layers;
  }

  /** The file whose word counts on a path; the one asked for where none has it. */
  owner(path: Path): CaseLayer {
    return this.layers.findLast((layer) => layer.has(path)) ?? this.layers.at(-1)!;
  }

  has(path: Path): boolean {
    return this.layers.some((layer) => layer.has(path));
  }

  place(path: Path, at: 'key' | 'value' = 'value'): Place {
    return this.owner(path).place(path, at);
  }

  text(path: Path): string | undefined {
    return this.owner(path).text(path);
  }

  texts(path: Path): readonly string[] {
    return this.owner(path).texts(path);
  }

  /** Texts of every file, each once. */
  joined(path: Path): readonly string[] {
    return [...new Set(this.layers.flatMap((layer) => layer.texts(path)))];
  }

  number(path: Path): number | undefined {
    return this.owner(path).number(path)?.written as number | undefined;
  }

  isTrue(path: Path): boolean {
    return this.owner(path).isTrue(path);
  }

  /** Keys of a mapping in every file, in the order in which they first appear. */
  keys(path: Path): readonly string[] {
    return [...new Set(this.layers.flatMap((layer) => layer.keys(path)))];
  }

  /** Adds a problem for each key that no file has. */
  need(
    base: Path,
    keys: readonly string[],
    examples: Readonly<Record<string, string>>,
    problems: ProblemList,
  ) {
    for (const key of keys) {
      if (this.has([...base, key])) continue;
      const place = base.length === 0 ? this.place([key]) : this.place(base, 'key');
      const of = base.length === 0 ? '' : ` of ${base.at(-1)}`;
      problems.add('missing-key', `"${key}"${of} is missing`, place, `add a line such as "${examples[key]}"`);
    }
  }
}
