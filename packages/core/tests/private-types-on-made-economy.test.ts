import { describe, expect, it } from 'vitest';
import {
  type NegotiationResult,
  negotiate,
  priceReviews,
  type Stance,
  type StanceType,
  totalOf,
} from '../src/index.ts';
import { madeLaw } from './made-scenario.ts';
import { negotiatedCase, politicalStances, threeParties } from './negotiation-on-made-economy.ts';

const [proposer, one, other] = politicalStances() as [Stance, Stance, Stance];

const typeOf = (id: string, probability: number, audienceCost: number, uncertainty: number): StanceType => ({
  id,
  title: id,
  probability,
  audienceCost,
  uncertainty,
  because: 'for a test',
});
const flexible = (probability: number) => typeOf('flexible', probability, 0.4, 0.15);
const tough = (probability: number) => typeOf('tough', probability, 2.5, -0.05);

/** A government of one type that is no secret: the type's figures written into the stance. */
function known(stance: Stance, { audienceCost, uncertainty }: StanceType): Stance {
  return {
    ...stance,
    audienceCost: { ...stance.audienceCost, value: stance.audienceCost.value * audienceCost },
    uncertainty: { ...stance.uncertainty, value: stance.uncertainty.value + uncertainty },
  };
}

const solved = (of: Stance, concept: 'quantal' | 'private-types') =>
  negotiate(threeParties, madeLaw, negotiatedCase({}, { concept, stances: [of, one, other] }));
const secret = (...types: StanceType[]) => solved({ ...proposer, types }, 'private-types');
const open = (type: StanceType) => solved(known(proposer, type), 'quantal');

const regimes = ({ years }: NegotiationResult) =>
  years.flatMap((year) => year.regimes.map(({ probability }) => probability));
const worth = ({ value }: NegotiationResult) => value.map(totalOf);

function expectSame(found: readonly number[], expected: readonly number[], digits: number): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, k) => {
    expect(value).toBeCloseTo(expected[k]!, digits);
  });
}

describe('a government whose type is its secret', () => {
  it('is worth in each of its types what it is with the figures of that type for its own', () => {
    const priced = priceReviews(
      threeParties,
      madeLaw,
      negotiatedCase({}, { stances: [{ ...proposer, types: [flexible(0.5), tough(0.5)] }, one, other] }),
    );
    for (const type of [flexible(0.5), tough(0.5)]) {
      const { year, values } = priced.withTypes([type, undefined, undefined]);
      const stances = [known(proposer, type), one, other];
      const expected = priceReviews(threeParties, madeLaw, negotiatedCase({}, { stances }));
      expectSame([...values.yearly], [...expected.values.yearly], 12);
      expectSame([...values.last], [...expected.values.last], 12);
      expectSame([...year.tree.once], [...expected.year.tree.once], 12);
    }
  });

  it.each([
    ['the first', [flexible(1 - 1e-9), tough(1e-9)], flexible(1)],
    ['the second', [flexible(1e-9), tough(1 - 1e-9)], tough(1)],
  ] as const)('acts as if it were known where it is as good as certain to be of %s', (_, types, type) => {
    expectSame(regimes(secret(...types)), regimes(open(type)), 6);
  });

  it('gives nothing away where its types are alike', () => {
    const alike = secret({ ...tough(0.3), id: 'a' }, { ...tough(0.7), id: 'b' });
    expectSame(regimes(alike), regimes(open(tough(1))), 9);
    expectSame(worth(alike), worth(open(tough(1))), 9);
    for (const { mean, ifFirst, ifSecond } of alike.beliefs!.path) {
      expectSame([mean, ifFirst, ifSecond], [0.7, 0.7, 0.7], 9);
    }
  });

  it('is found out little by little where they are not: what is believed is right on average', () => {
    const { beliefs } = secret(flexible(0.4), tough(0.6));
    expect(beliefs).toMatchObject({ party: 0, types: ['flexible', 'tough'] });
    const { path } = beliefs!;
    expect(path[0]).toEqual({ mean: 0.6, ifFirst: 0.6, ifSecond: 0.6 });
    for (const { mean, ifFirst, ifSecond } of path) {
      // Bayes' rule is a martingale: beliefs average to the prior over both types.
      expect(mean).toBeCloseTo(0.6, 9);
      expect(0.4 * ifFirst + 0.6 * ifSecond).toBeCloseTo(0.6, 9);
    }
    expect(path.at(-1)!.ifSecond - path.at(-1)!.ifFirst).toBeGreaterThan(0.001);
  });
});
