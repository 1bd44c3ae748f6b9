import { adviseWord } from '../problems/nearest-word.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import type { CsvTable } from './csv-table.ts';
import type { Source } from './economy.ts';

/** Which source each flow names; a flow that names none has the source `not-stated`. */
export class Provenance {
  readonly sources: Source[];
  readonly #codes: Map<string, number>;
  readonly #table: CsvTable | undefined;
  readonly #rowOf: Int32Array | undefined;
  readonly #problems: ProblemList;

  constructor(
    sources: readonly Source[],
    table: CsvTable | undefined,
    rowOf: Int32Array | undefined,
    problems: ProblemList,
  ) {
    this.sources = [...sources];
    this.#codes = new Map(sources.map(({ id }, index) => [id, index]));
    this.#table = table;
    this.#rowOf = rowOf;
    this.#problems = problems;
  }

  of(name: string, cells: number): Uint16Array {
    const table = this.#table;
    const column = table?.column(name) ?? -1;
    const indices = new Uint16Array(cells);
    for (let cell = 0; cell < cells; cell++) {
      const row = this.#rowOf?.[cell] ?? -1;
      const id = column < 0 || row < 0 ? '' : table!.rows[row]![column]!;
      let index = this.#codes.get(id);
      if (index === undefined && id !== '') {
        const advice = adviseWord(id, [...this.#codes.keys()]);
        this.#problems.add('unknown-source', `there is no source "${id}"`, table!.place(row, column), advice);
      }
      if (index === undefined) {
        index = this.#codes.get('not-stated') ?? this.sources.length;
        if (index === this.sources.length) {
          this.#codes.set('not-stated', index);
          this.sources.push({ id: 'not-stated', kind: 'not stated', description: 'No source is stated.' });
        }
      }
      indices[cell] = index;
    }
    return indices;
  }
}
