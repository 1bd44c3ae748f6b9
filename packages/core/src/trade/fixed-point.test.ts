import { describe, expect, it } from 'vitest';
import { randomEconomy } from '../../tests/random-economy.ts';
import { createWorkspace, solveFixedPoint } from './fixed-point.ts';
import { linearResponse } from './linear-response.ts';
import { reduceEconomy } from './reduced-model.ts';

/** One step from the base of an economy whose borders nearly shut: a hundredth of each foreign share is left. */
function oneStep(careful: boolean) {
  const economy = randomEconomy(7, { regions: 4, traded: 3, sheltered: 1 });
  const model = reduceEconomy(economy, economy.elasticities.get('central')!);
  const work = createWorkspace(model, linearResponse(model));
  const { N, T } = model;
  const { state } = work;
  state.deficit.set(economy.deficit);
  state.expenditure.set(model.expenditure);
  for (let cell = 0; cell < T * N * N; cell++) {
    const home = Math.floor(cell / N) % N === cell % N;
    state.weight[cell] = model.share[cell]! * (home ? 1 : 0.01);
    state.keptWeight[cell] = model.keptShare[cell]! * (home ? 1 : 0.01);
  }
  const { converged } = solveFixedPoint(model, work, 1e-10, 1, careful);
  expect(converged).toBe(false);
  const moved = work.unknown.map((value, x) => value - work.lastUnknown[x]!);
  // Wages and prices move in logs; expenditures, which follow them, in relation to what they were.
  const reach = work.lastUnknown.map((value, x) => (x < N + N * T ? 1 : value + 1e-3));
  return { moved, largest: Math.max(...moved.map((change, x) => Math.abs(change) / reach[x]!)) };
}

describe('a careful step', () => {
  it('goes where a full step goes, but moves nothing by more than a quarter', () => {
    const full = oneStep(false);
    const careful = oneStep(true);
    expect(full.largest).toBeGreaterThan(0.4);
    expect(careful.largest).toBeCloseTo(0.25, 10);
    const part = 0.25 / full.largest;
    careful.moved.forEach((change, x) => {
      expect(change).toBeCloseTo(part * full.moved[x]!, 12);
    });
  });
});
