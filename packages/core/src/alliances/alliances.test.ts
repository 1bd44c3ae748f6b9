import { describe, expect, it } from 'vitest';
import { madeReview, madeStance, madeTable, madeTrade } from '../../tests/made-negotiation.ts';
import { madeLaw } from '../../tests/made-scenario.ts';
import { alikePartners, negotiatedCase, threeParties } from '../../tests/negotiation-on-made-economy.ts';
import { expecting, owenValue, shapleyValue } from '../coalitions/index.ts';
import { payoffParts, totalOf } from '../negotiation/payoff.ts';
import { partsAt, valueParts } from '../negotiation/value-parts.ts';
import { priceReviews } from '../simulation/price-reviews.ts';
import { bilateralTracks, incomeWeights, solveAlliances, solveWithAlliances } from './index.ts';

const precision = [20, 20, 20];
const alone = [1, 2, 4];
const front = [1, 6];

describe('alliances of a priced negotiation', () => {
  const priced = priceReviews(alikePartners, madeLaw, negotiatedCase());
  const weights = incomeWeights(alikePartners, priced.choices.table);
  const { partitions, game } = solveAlliances(priced, { weights, precision });
  const at = (partition: readonly number[]) =>
    partitions.find((one) => one.partition.join() === partition.join())!;

  it('solves all five partitions and adds up what members get, in money', () => {
    expect(partitions.map(({ partition }) => partition.join(' '))).toEqual([
      '7',
      '5 2',
      '3 4',
      '1 6',
      '1 2 4',
    ]);
    for (const { partition, value, years } of partitions) {
      for (const block of partition) {
        const sum = value.reduce(
          (total, parts, i) => total + ((block >> i) & 1 ? weights[i]! * totalOf(parts) : 0),
          0,
        );
        expect(game.worth(block, partition)).toBeCloseTo(sum, 9);
      }
      for (const { regimes } of years) {
        expect(regimes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
      }
    }
  });

  it('has parts that add up to the value of the solved game, and are those found backward', () => {
    for (const { partition, value } of partitions) {
      const { year, solution } = solveWithAlliances(
        priced.year,
        priced.values,
        priced.choices.table.reviews.length,
        partition,
        { weights, precision },
      );
      const node = year.tree.begins[year.start]!;
      const [byNode] = valueParts(year, solution, priced, priced.values.patience);
      value.forEach((parts, i) => {
        expect(totalOf(parts)).toBeCloseTo(solution.values[0]![3 * node + i]!, 9);
        const backward = partsAt(byNode!, node, i);
        for (const part of payoffParts) expect(parts[part]).toBeCloseTo(backward[part], 9);
      });
    }
  });

  it('treats partners alike who are alike, and exchanges them with their places', () => {
    const payoffs = (partition: readonly number[]) => at(partition).value.map(totalOf);
    for (const partition of [[7], front, alone]) {
      const [, one, other] = payoffs(partition);
      expect(one).toBeCloseTo(other!, 8);
    }
    const [proposer, ally, left] = payoffs([3, 4]);
    const mirrored = payoffs([5, 2]);
    expect(mirrored).toEqual([proposer, left, ally].map((value) => expect.closeTo(value!, 8)));
    const characteristic = expecting(game, 'alone');
    const shapley = shapleyValue(characteristic);
    expect(shapley[1]! / weights[1]!).toBeCloseTo(shapley[2]! / weights[2]!, 7);
    const total = game.worth(7, [7]);
    for (const division of [shapley, owenValue(characteristic, front)]) {
      expect(division.reduce((sum, share) => sum + share, 0)).toBeCloseTo(total, 7);
    }
  });

  it('counts a percent as a hundredth of value added', () => {
    const { table } = negotiatedCase().negotiation;
    const [own] = incomeWeights(threeParties, table);
    const at = threeParties.regions.findIndex(({ code }) => code === table.parties[0]);
    expect(100 * own!).toBeCloseTo(threeParties.valueAdded[at]!, 9);
  });
});

describe('a united front', () => {
  const stances = ['USA', 'CAN', 'MEX'].map((party) => madeStance(party));
  /** What it is worth to each party, present value, in a game of made-up trade. */
  const worth = (seed: number) => {
    const { year, values } = madeReview(madeTable(), stances, madeTrade(seed));
    const [united, apart] = [front, alone].map((partition) => {
      const solved = solveWithAlliances(year, values, 11, partition, { weights: [1, 1, 1] });
      const node = solved.year.tree.begins[solved.year.start]!;
      return [0, 1, 2].map((i) => solved.solution.values[0]![3 * node + i]!);
    });
    return united!.map((value, i) => value - apart![i]!);
  };

  it('is worth the standing that it brings where it changes nothing else', () => {
    // 0.02 a year of good standing, for ever at a patience of 0.9: 0.02 / (1 − 0.9). Made-up trade hangs a little on trust.
    expect(worth(3)).toEqual([0, 0.2, 0.2].map((value) => expect.closeTo(value, 4)));
  });

  it('costs what leaving it costs where a member signs alone all the same', () => {
    // The price of breaking a front, 0.1 once.
    expect(worth(10)).toEqual([0, -0.1, 0].map((value) => expect.closeTo(value, 4)));
  });

  it('can be worth more to its members than to each, at the price of one, and help whom it is turned against', () => {
    const [proposer, one, other] = worth(34);
    expect(one).toBeLessThan(-1);
    expect(one! + other!).toBeGreaterThan(0.5);
    expect(proposer).toBeGreaterThan(1);
  });

  it('can hurt its members taken together: the proposer answers it', () => {
    const [, one, other] = worth(37);
    expect(one! + other!).toBeLessThan(-0.5);
  });
});

describe('two bilateral tracks', () => {
  const stances = ['USA', 'CAN', 'MEX'].map((party) => madeStance(party));
  const reviews = 11;

  it.each([1, 2, 3, 4, 5, 6])('settle where neither bargain gains by other terms (%i)', (seed) => {
    const { year, values, parts } = madeReview(madeTable(), stances, madeTrade(seed));
    const tracks = bilateralTracks({ year, values, ...parts })!;
    expect(tracks.packages).toEqual([[2], [3]]);
    // Year by year, where a protocol with Canada, Mexico, both or none holds from the first review.
    const held = (canada: boolean, mexico: boolean) => {
      const regime = canada
        ? mexico
          ? 'two-bilaterals'
          : 'bilateral-one'
        : mexico
          ? 'bilateral-other'
          : 'in-force';
      const s = year.states.findIndex(
        (state) =>
          state.regime === regime &&
          state.escalations === 0 &&
          state.trust === (regime === 'in-force' ? 0 : -1),
      );
      return [0, 1, 2].map((i) => {
        // Backing down on “content”: audience cost 0.2 of 0.3 for Canada, of 0.4 for Mexico, nothing for the proposer.
        let sum = (i === 1 && canada ? -0.06 : 0) + (i === 2 && mexico ? -0.08 : 0);
        // A tenth of the proposer's 0.2 at every review while it lets lie what it announced against Canada.
        const letLie = i === 0 && !canada ? 0.02 : 0;
        for (let t = 0; t < reviews; t++) sum += 0.9 ** t * (values.yearly[3 * s + i]! - letLie);
        return sum + 0.9 ** reviews * values.last[3 * s + i]!;
      });
    };
    const agree = (partner: number, with_: number[], without: number[]) =>
      with_[0]! > without[0]! && with_[partner]! > without[partner]!;
    const stable = [
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ].filter(
      ([canada, mexico]) =>
        agree(1, held(true, mexico!), held(false, mexico!)) === canada &&
        agree(2, held(canada!, true), held(canada!, false)) === mexico,
    );
    const found = tracks.outcomes.map(({ terms }) => terms.map((own) => own !== undefined));
    expect(found.map(String).sort()).toEqual(stable.map(String).sort());
    for (const { terms, payoffs } of tracks.outcomes) {
      const expected = held(terms[0] !== undefined, terms[1] !== undefined);
      expect(payoffs).toEqual(expected.map((value) => expect.closeTo(value, 9)));
    }
  });

  it('are none where a partner has no protocol to sign, or a red line keeps it off the table', () => {
    const table = madeTable({ packages: madeTable().packages.filter(({ id }) => id !== 'side-can') });
    const partnerless = madeReview(table, stances, madeTrade(1));
    expect(bilateralTracks({ ...partnerless, ...partnerless.parts })).toBeUndefined();
    const refusing = madeStance('MEX', {
      redLines: [{ value: 'terms/content', origin: 'normalised', because: 'made up' }],
    });
    const kept = madeReview(madeTable(), [...stances.slice(0, 2), refusing], madeTrade(1));
    expect(bilateralTracks({ ...kept, ...kept.parts })).toBeUndefined();
  });
});
