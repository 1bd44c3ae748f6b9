import type { Column } from '../report.ts';
import { type BargainedCase, headingsOf } from './bargained-case.ts';

/** A column of payoffs for each party, under a name where one is given. */
export function payoffColumns(one: BargainedCase, key: string, group?: string): Column[] {
  return headingsOf(one).map((heading, i) => ({
    key: `${key}-${one.choices.table.parties[i]!}`,
    heading,
    ...(group === undefined ? {} : { group }),
    kind: 'points',
    unit: 'percent, present value',
    signed: true,
    decimals: 2,
  }));
}
