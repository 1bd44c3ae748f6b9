import { InputError, type Place, type Problem } from './problem.ts';

/** Nobody reads further, and a file of garbage could hold hundreds of thousands. */
const most = 100;

/** Gathers what is wrong with an input until all of it has been looked at. */
export class ProblemList {
  readonly #problems: Problem[] = [];
  #left = 0;

  get length(): number {
    return this.#problems.length;
  }

  add(code: string, message: string, place?: Place, advice?: string): void {
    this.addAll([{ code, message, ...(advice ? { advice } : {}), ...(place ? { place } : {}) }]);
  }

  addAll(problems: readonly Problem[]): void {
    for (const problem of problems) {
      if (this.#problems.length < most) this.#problems.push(problem);
      else this.#left++;
    }
  }

  /** @throws InputError with everything gathered, in the order of the files; nothing when there is nothing. */
  throwIfAny(): void {
    if (this.#problems.length === 0) return;
    // Files keep the order in which they were met; within one, problems follow its lines.
    const files = [...new Set(this.#problems.map((problem) => problem.place?.file))];
    const sorted = this.#problems.toSorted(
      (a, b) =>
        files.indexOf(a.place?.file) - files.indexOf(b.place?.file) ||
        (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
        (a.place?.column ?? 0) - (b.place?.column ?? 0),
    );
    if (this.#left > 0) {
      const last = sorted.at(-1)?.place;
      const message = `${this.#left} more problems are not shown`;
      sorted.push({ code: 'more-problems', message, ...(last ? { place: last } : {}) });
    }
    throw new InputError(sorted);
  }
}
