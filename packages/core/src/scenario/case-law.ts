import { amendedBy } from '../tariffs/amended-law.ts';
import type { Change } from '../tariffs/change.ts';
import type { GoodsTables } from '../tariffs/goods.ts';
import type { Law } from '../tariffs/law.ts';
import { isInForce, type TariffMeasure } from '../tariffs/measure.ts';
import { standingLaw } from '../tariffs/standing-law.ts';

export type RateChange = Extract<Change, { verb: 'raise' | 'lower' }>;

/**
 * The law that a case speaks of while its changes are read: the law standing on its first day, with each change that
 * was read. Days are ISO dates.
 */
export class CaseLaw {
  /** Measures on record, then the case's own. */
  readonly record: TariffMeasure[];
  readonly goods: GoodsTables;
  /** Rates set so far, in the order of the case. */
  readonly rateChanges: RateChange[] = [];
  #asOf: string | undefined;
  #standing: TariffMeasure[];
  readonly #doubtful = new Set<string>();

  constructor(law: Pick<Law, 'measures' | 'goods'>, asOf: string | undefined) {
    this.record = [...law.measures];
    this.goods = law.goods;
    this.#asOf = asOf;
    this.#standing = asOf === undefined ? [] : standingLaw(law.measures, asOf);
  }

  /** The day that the case starts from, or undefined where it does not name a usable one. */
  get asOf(): string | undefined {
    return this.#asOf;
  }

  /** Measures that are law at some time, as the case has left them so far. */
  get standing(): readonly TariffMeasure[] {
    return this.#standing;
  }

  /** The measure as the case has left it, or undefined where it is no law of the case. */
  find(id: string): TariffMeasure | undefined {
    return this.#standing.find((measure) => measure.id === id);
  }

  inForce(date: string): TariffMeasure[] {
    return this.#standing.filter((measure) => isInForce(measure, date));
  }

  /** The law as it is read so far, to go on from in another direction. */
  copy(): CaseLaw {
    const copy = new CaseLaw({ measures: this.record, goods: this.goods }, undefined);
    copy.#asOf = this.#asOf;
    copy.#standing = this.#standing;
    copy.rateChanges.push(...this.rateChanges);
    for (const word of this.#doubtful) copy.#doubtful.add(word);
    return copy;
  }

  /** Adds a measure of the case's own to those that it may name. */
  bring(measure: TariffMeasure): void {
    this.record.push(measure);
  }

  apply(change: Change): void {
    this.#standing = amendedBy(this.#standing, change);
    if (change.verb === 'raise' || change.verb === 'lower') this.rateChanges.push(change);
  }

  /** What a faulty change was about: nobody knows when it is in force from here on. */
  doubt(words: readonly string[]): void {
    for (const word of words) this.#doubtful.add(word);
  }

  isDoubtful(id: string): boolean {
    return this.#doubtful.has(id);
  }
}

/** When a measure is in force: `from 2025-03-04 until 2025-09-01, from 2026-01-01`. */
export function daysInForce({ charges }: TariffMeasure): string {
  const periods: { from: string; until: string | undefined }[] = [];
  for (const { from, until } of charges.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const open = periods.at(-1);
    if (!open || (open.until !== undefined && open.until < from)) periods.push({ from, until });
    else if (open.until !== undefined && (until === undefined || until > open.until)) open.until = until;
  }
  return periods
    .map(({ from, until }) => (until === undefined ? `from ${from}` : `from ${from} until ${until}`))
    .join(', ');
}
