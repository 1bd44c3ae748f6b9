import { describe, expect, it } from 'vitest';
import { madeReview, madeStance, madeTable, madeTrade } from '../../tests/made-negotiation.ts';
import { advance, agreementAtEntry, type Regime } from '../agreement/index.ts';
import { agreementEvents } from './agreement-path.ts';
import { likelyPath } from './likely-path.ts';
import { solveSubgamePerfect } from './solve-reviews.ts';
import type { RegimeKind } from './table.ts';
import { valueParts } from './value-parts.ts';

const stances = [madeStance('USA'), madeStance('CAN'), madeStance('MEX')];

/** Where the agreement stands in August 2036 after a path has ended in a regime of the game. */
const inTheEnd: Record<RegimeKind, Regime> = {
  'in-force': 'expired',
  extended: 'extended',
  'bilateral-one': 'bilateral-us-can',
  'bilateral-other': 'bilateral-us-mex',
  'two-bilaterals': 'two-bilaterals',
  // The two who remained go on until the term of the agreement runs out for them as well.
  'without-proposer': 'expired',
  expired: 'expired',
};

describe('a path of the game', () => {
  const seen = new Set<RegimeKind>();

  it.each(Array.from({ length: 60 }, (_, seed) => seed))('is legal under the agreement (%i)', (seed) => {
    const made = madeReview(madeTable(), stances, madeTrade(seed));
    const solution = solveSubgamePerfect(made.year, made.values, 11);
    const parts = valueParts(made.year, solution, made.parts, made.patience);
    const path = likelyPath(made.year, solution, parts);
    let state = agreementAtEntry();
    for (const event of agreementEvents(made.year.table, path)!) state = advance(state, event).state;
    const { regime } = path.at(-1)!;
    seen.add(regime);
    expect(advance(state, { type: 'time', date: '2036-08-01' }).state.regime).toBe(inTheEnd[regime]);
  });

  it('takes several ways over random payoffs', () => {
    expect(seen.size).toBeGreaterThanOrEqual(3);
  });

  it('has no meaning there between other parties', () => {
    const parties = ['USA', 'CAN', 'CHN'] as const;
    expect(agreementEvents({ ...madeTable(), parties }, [])).toBeUndefined();
  });
});
