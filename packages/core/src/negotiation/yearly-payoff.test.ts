import { describe, expect, it } from 'vitest';
import { madeOption, madeStance, madeTable } from '../../tests/made-negotiation.ts';
import { changesOf } from './policy.ts';
import type { ReviewState } from './review-states.ts';
import { yearlyPayoff } from './yearly-payoff.ts';

const reasoned = (value: number) => ({ value, origin: 'normalised' as const, because: 'made up' });
const trust = (of: Record<string, number>) =>
  Object.fromEntries(Object.entries(of).map(([party, value]) => [party, reasoned(value)]));
const stances = [
  madeStance('USA', { uncertainty: reasoned(0.01), trust: trust({ CAN: 0.1, MEX: 0.2 }) }),
  madeStance('CAN', { uncertainty: reasoned(0.02), trust: trust({ USA: 0.3, MEX: 0.4 }) }),
  madeStance('MEX', { uncertainty: reasoned(0.03), trust: trust({ USA: 0.5, CAN: 0.6 }) }),
];
const duty = { verb: 'lift', measures: [], on: '2026-07-01' } as never;
const made = madeTable({
  issues: [{ id: 'terms', title: 'Terms', options: [madeOption('clean', {}, { USA: 0.7, MEX: -0.2 })] }],
  packages: [{ id: 'clean', title: 'Clean', picks: { terms: 'clean' }, with: 'CAN', ends: [] }],
  regimes: { 'bilateral-one': [duty] },
});
const state = (more: Partial<ReviewState>): ReviewState => ({
  regime: 'in-force',
  packages: [],
  escalations: 0,
  trust: 0,
  ...more,
});
const price = { realIncome: [1, 2, 3], sectors: [0.1, 0.2, 0.3] };
const part = (name: 'action' | 'uncertainty' | 'relationship', of: ReviewState, table = made) =>
  yearlyPayoff(table, stances, [], of, price).map((parts) => expect.closeTo(parts[name], 12));

describe('a year in a state', () => {
  it('has the prices of trade, and nothing that is paid once', () => {
    const parts = yearlyPayoff(made, stances, [], state({}), price);
    expect(parts.map(({ realIncome, sectors, audience }) => [realIncome, sectors, audience])).toEqual([
      [1, 0.1, 0],
      [2, 0.2, 0],
      [3, 0.3, 0],
    ]);
  });

  it('costs the limbo of those whose access is neither extended nor replaced', () => {
    expect(part('uncertainty', state({}))).toEqual([-0.01, -0.02, -0.03]);
    // With a protocol with one partner half of the proposer's access is settled.
    expect(part('uncertainty', state({ regime: 'bilateral-one' }))).toEqual([-0.005, 0, -0.03]);
    expect(part('uncertainty', state({ regime: 'bilateral-other' }))).toEqual([-0.005, -0.02, 0]);
    for (const regime of ['extended', 'two-bilaterals', 'without-proposer', 'expired'] as const)
      expect(part('uncertainty', state({ regime }))).toEqual([0, 0, 0]);
  });

  it('costs a type more limbo by what it adds', () => {
    const type = {
      id: 'x',
      title: 'X',
      probability: 1,
      audienceCost: 1,
      uncertainty: 0.5,
      because: 'made up',
    };
    const [usa] = yearlyPayoff(made, stances, [type], state({}), price);
    expect(usa!.uncertainty).toBeCloseTo(-0.51, 12);
  });

  it('costs the author of a measure, and pays what the options agreed are worth', () => {
    const of = state({ regime: 'bilateral-one', packages: [0], escalations: 1 });
    expect(part('action', of)).toEqual([0.69, 0, -0.2]);
  });

  it('has good standing with whom one has an agreement, and bad with whom one has begun a measure since', () => {
    expect(part('relationship', state({ regime: 'extended', trust: 1 }))).toEqual([0.3, 0.7, 1.1]);
    expect(part('relationship', state({ regime: 'bilateral-one', trust: -1 }))).toEqual([0.1, -0.1, -0.6]);
    expect(part('relationship', state({ regime: 'without-proposer' }))).toEqual([-0.3, -0.3, -0.5]);
    expect(part('relationship', state({ escalations: 1 }))).toEqual([-0.1, -0.3, 0]);
    const old = { ...made, escalations: made.escalations.map((one) => ({ ...one, standing: true })) };
    expect(part('relationship', state({ escalations: 3 }), old)).toEqual([0, 0, 0]);
  });
});

describe('what a policy changes', () => {
  it('takes the access of the third in a protocol of two only once the agreement has ended', () => {
    const protocol = { regime: 'bilateral-one', packages: [], escalations: 0 } as const;
    expect(changesOf(made, protocol)).toEqual([]);
    expect(changesOf(made, { ...protocol, lapsed: true })).toEqual([duty]);
  });

  it('is a measure that is not as it was: begun, or lifted where it stood', () => {
    const effects = (k: number) => [{ verb: 'enact', measures: [], on: `2026-07-0${k}` }] as never;
    const table = {
      ...made,
      escalations: made.escalations.map((one, k) => ({ ...one, standing: k === 1, effects: effects(k) })),
    };
    const policy = { regime: 'in-force', packages: [] } as const;
    expect(changesOf(table, { ...policy, escalations: 2 })).toEqual([]);
    expect(changesOf(table, { ...policy, escalations: 3 })).toEqual(effects(0));
    expect(changesOf(table, { ...policy, escalations: 0 })).toEqual(effects(1));
  });
});
