import fc from 'fast-check';
import { balanceEconomy, type Economy } from '../src/index.ts';

/** A deterministic stream of numbers in (0, 1), so that a failing economy can be rebuilt from its seed. */
function stream(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    // Marsaglia's xorshift with 32 bits.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return (state + 0.5) / 4294967296;
  };
}

export interface EconomySize {
  readonly regions: number;
  /** Traded sectors and, after them, sheltered ones. */
  readonly traded: number;
  readonly sheltered: number;
}

/**
 * A random economy whose accounts close: shares and duties are drawn at random, values follow by solving at the
 * economy's own duties. Elasticities lie between 1.5 and 9, duties between 0 and 30%.
 */
export function randomEconomy(seed: number, { regions: N, traded, sheltered }: EconomySize): Economy {
  const next = stream(seed * 2654435761 + 12345);
  for (let k = 0; k < 8; k++) next();
  const J = traded + sheltered;
  const size = Float64Array.from({ length: N }, () => 100 * 10 ** (2 * next()));
  const flow = new Float64Array(N * N * J);
  const duty = new Float64Array(N * N * J);
  const valueAddedShare = new Float64Array(N * J);
  const inputShare = new Float64Array(N * J * J);
  const finalShare = new Float64Array(N * J);
  for (let n = 0; n < N; n++) {
    let final = 0;
    for (let j = 0; j < J; j++) {
      finalShare[n * J + j] = 0.05 + next();
      final += finalShare[n * J + j]!;
      valueAddedShare[n * J + j] = 0.3 + 0.5 * next();
      const inputs = Array.from({ length: J }, () => next() ** 2);
      const total = inputs.reduce((sum, value) => sum + value, 0);
      for (let k = 0; k < J; k++) {
        inputShare[(n * J + k) * J + j] = ((1 - valueAddedShare[n * J + j]!) * inputs[k]!) / total;
      }
    }
    for (let j = 0; j < J; j++) finalShare[n * J + j]! /= final;
    for (let i = 0; i < N; i++) {
      for (let j = 0; j < J; j++) {
        const cell = (n * N + i) * J + j;
        if (j >= traded) {
          flow[cell] = i === n ? size[n]! * finalShare[n * J + j]! * 2 : 0;
          continue;
        }
        const weight = (i === n ? 3 * N : 1) * size[i]! * (0.1 + next());
        flow[cell] =
          (size[n]! * finalShare[n * J + j]! * weight) / size.reduce((sum, value) => sum + value, 0);
        if (i !== n && next() < 0.6) duty[cell] = 0.3 * next();
      }
    }
  }
  const elasticity = Float64Array.from({ length: J }, () => 1.5 + 7.5 * next());
  const shares = Float64Array.from({ length: N }, () => next() - 0.5);
  const mean = shares.reduce((sum, value) => sum + value, 0) / N;
  const smallest = Math.min(...size);
  const drawn: Economy = {
    id: `random-${seed}`,
    title: `Random economy ${seed}`,
    year: 2000,
    unit: 'million US$',
    regions: Array.from({ length: N }, (_, n) => ({
      code: `R${n}`,
      name: `Region ${n}`,
    })),
    sectors: Array.from({ length: J }, (_, j) => ({
      code: `S${j}`,
      name: `Sector ${j}`,
      kind: j < traded ? ('goods' as const) : ('services' as const),
    })),
    parties: [0, 1],
    flow,
    duty,
    valueAddedShare,
    inputShare,
    finalShare,
    valueAdded: size,
    deficit: shares.map((share) => 0.1 * smallest * (share - mean)),
    elasticities: new Map([['central', elasticity]]),
    defaultElasticities: 'central',
    sources: [{ id: 'drawn', kind: 'not stated', description: 'Drawn at random.' }],
    flowSource: new Uint16Array(flow.length),
    dutySource: new Uint16Array(flow.length),
    accounts: 'to-be-balanced',
    hash: `random-${seed}`,
  };
  return balanceEconomy(drawn, 'held');
}

/** Random economies of two to five regions, one to five traded sectors and up to three sheltered ones. */
export const economies: fc.Arbitrary<Economy> = fc
  .record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    regions: fc.integer({ min: 2, max: 5 }),
    traded: fc.integer({ min: 1, max: 5 }),
    sheltered: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ seed, ...size }) => randomEconomy(seed, size));
