import { describe, expect, it } from 'vitest';
import { randomEconomy } from '../../tests/random-economy.ts';
import { createWorkspace, solveFixedPoint } from './fixed-point.ts';
import { linearResponse } from './linear-response.ts';
import { reduceEconomy } from './reduced-model.ts';

/** How far the first step has to go. */
interface Distance {
  /** What is left of each foreign share. */
  readonly open: number;
  /** Expenditures at the start, in relation to the base. */
  readonly spent: number;
}

/** One step from the base, or from expenditures that are far from it. */
function oneStep({ open, spent }: Distance, careful: boolean) {
  const economy = randomEconomy(7, { regions: 4, traded: 3, sheltered: 1 });
  const model = reduceEconomy(economy, economy.elasticities.get('central')!);
  const work = createWorkspace(model, linearResponse(model));
  const { N, T } = model;
  const { state } = work;
  state.deficit.set(economy.deficit);
  state.expenditure.set(model.expenditure.map((value) => spent * value));
  for (let cell = 0; cell < T * N * N; cell++) {
    const home = Math.floor(cell / N) % N === cell % N;
    state.weight[cell] = model.share[cell]! * (home ? 1 : open);
    state.keptWeight[cell] = model.keptShare[cell]! * (home ? 1 : open);
  }
  const { converged } = solveFixedPoint(model, work, 1e-10, 1, careful);
  expect(converged).toBe(false);
  const moved = work.unknown.map((value, x) => value - work.lastUnknown[x]!);
  // Wages and prices move in logs; expenditures, which follow them, in relation to what they were.
  const reach = work.lastUnknown.map((value, x) => (x < N + N * T ? 1 : value + 1e-3));
  const relative = moved.map((change, x) => Math.abs(change) / reach[x]!);
  const logs = Math.max(...relative.slice(0, N + N * T));
  return { moved, logs, expenditures: Math.max(...relative.slice(N + N * T)) };
}

describe('a careful step', () => {
  it.each([
    { far: 'logs', open: 0.01, spent: 1 },
    { far: 'expenditures', open: 1, spent: 0.2 },
  ] as const)(
    'goes where a full step goes, but moves $far by no more than a quarter',
    ({ far, ...distance }) => {
      const full = oneStep(distance, false);
      const careful = oneStep(distance, true);
      expect(full[far]).toBeGreaterThan(0.4);
      expect(full[far]).toBe(Math.max(full.logs, full.expenditures));
      expect(careful[far]).toBeCloseTo(0.25, 10);
      const part = 0.25 / full[far];
      careful.moved.forEach((change, x) => {
        expect(change).toBeCloseTo(part * full.moved[x]!, 12);
      });
    },
  );
});
