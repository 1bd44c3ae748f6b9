import { adviseWord } from '../problems/nearest-word.ts';
import type { Place } from '../problems/problem.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import { literalNumber, quantityNameFault, readFormula } from './formula.ts';

/** A number as written, with where it stands. */
export interface WrittenNumber {
  readonly written: number | string;
  readonly place: Place;
}

const longestChain = 50;

/** A number with a name, and where the name stands. */
export interface NamedNumber extends WrittenNumber {
  readonly namedAt: Place;
}

/** The named numbers of a case, each computed once. */
export class Quantities {
  readonly #written: ReadonlyMap<string, NamedNumber>;
  readonly #problems: ProblemList;
  readonly #known = new Map<string, Promise<number | undefined>>();

  constructor(written: ReadonlyMap<string, NamedNumber>, problems: ProblemList) {
    this.#written = written;
    this.#problems = problems;
  }

  /** Computes every quantity, so that a fault in one that nothing uses is found as well. */
  async check(): Promise<void> {
    for (const [name, { namedAt }] of this.#written) {
      const fault = quantityNameFault(name);
      if (fault) this.#problems.add('quantity-name', fault.message, namedAt, fault.advice);
      else await this.#named(name, []);
    }
  }

  /** The value of a number, percentage or formula; undefined after adding what is wrong with it. */
  value(number: WrittenNumber): Promise<number | undefined> {
    return this.#compute(number, []);
  }

  #named(name: string, within: readonly string[]): Promise<number | undefined> {
    if (within.includes(name)) {
      const circle = [...within.slice(within.indexOf(name)), name].join(' → ');
      const { place } = this.#written.get(name)!;
      this.#problems.add('circular-quantity', `this quantity depends on itself: ${circle}`, place);
      return Promise.resolve(undefined);
    }
    if (within.length > longestChain) {
      const { place } = this.#written.get(name)!;
      const message = `more than ${longestChain} quantities depend on one another in a row`;
      this.#problems.add('circular-quantity', message, place);
      return Promise.resolve(undefined);
    }
    let value = this.#known.get(name);
    if (!value) {
      value = this.#compute(this.#written.get(name)!, [...within, name]);
      this.#known.set(name, value);
    }
    return value;
  }

  async #compute({ written, place }: WrittenNumber, within: readonly string[]): Promise<number | undefined> {
    const literal = typeof written === 'number' ? written : literalNumber(written);
    if (literal !== undefined) return this.#finite(literal, written, place);
    const text = String(written).trim();
    // A name, with or without a minus, does without the formulas: they take longer to load than all else together.
    const name = text.replace(/^-\s*/, '');
    if (this.#written.has(name)) {
      const value = await this.#named(name, within);
      return value === undefined || name === text ? value : 0 - value;
    }

    const formula = await readFormula(text);
    if ('message' in formula) {
      this.#problems.add('formula', formula.message, place, formula.advice);
      return undefined;
    }
    const values: Record<string, number> = {};
    for (const name of formula.names) {
      if (!this.#written.has(name)) {
        const known = [...this.#written.keys()];
        const advice = adviseWord(name, known) ?? 'name it under "quantities"';
        this.#problems.add('unknown-quantity', `there is no quantity "${name}"`, place, advice);
        return undefined;
      }
      const value = await this.#named(name, within);
      if (value === undefined) return undefined;
      values[name] = value;
    }
    // What is left of binary arithmetic in the last digits would be shown to readers: 10% + 5% is 15%.
    return this.#finite(Number(formula.evaluate(values).toPrecision(14)), text, place);
  }

  #finite(value: number, written: number | string, place: Place): number | undefined {
    if (Number.isFinite(value)) return value;
    this.#problems.add('not-a-number', `"${written}" does not give a finite number`, place);
    return undefined;
  }
}
