import { describe, expect, it } from 'vitest';
import { transitionYear } from './transition.ts';

const open = Float64Array.of(0);
const one = (value: number) => Float64Array.of(value);

describe('a year of transition', () => {
  it('closes the gap in logs by 1 − φ a year: ln x_t = ln x* + (1 − φ)^t (ln x_0 − ln x*)', () => {
    const start = 200;
    const target = 50;
    let flow: Float64Array = one(start);
    for (let year = 1; year <= 12; year++) {
      flow = transitionYear(flow, one(target), open, open, 0.36);
      expect(Math.log(flow[0]! / target)).toBeCloseTo(0.64 ** year * Math.log(start / target), 12);
    }
  });

  // Boehm, Levchenko and Pandalai-Nayar (2023): 0.76 after a year, about 2 in the long run, a ratio near 0.38.
  it('gives a first-year elasticity of 0.36 of the long run, and 0.98 of it after nine years', () => {
    const longRun = 1.1 ** -4;
    let flow: Float64Array = one(1);
    const elasticity = () => -Math.log(flow[0]!) / Math.log(1.1);
    flow = transitionYear(flow, one(longRun), open, open, 0.36);
    expect(elasticity()).toBeCloseTo(0.36 * 4, 12);
    for (let year = 2; year <= 9; year++) flow = transitionYear(flow, one(longRun), open, open, 0.36);
    expect(elasticity() / 4).toBeCloseTo(1 - 0.64 ** 9, 12);
    expect(elasticity() / 4).toBeGreaterThan(0.98);
  });

  it('is the long run at once where φ is 1', () => {
    const flow = transitionYear(
      Float64Array.of(3, 80, 0.1),
      Float64Array.of(7, 2, 9),
      new Float64Array(3),
      new Float64Array(3),
      1,
    );
    expect([...flow]).toEqual([7, 2, 9]);
  });

  it('stays where it is when the long run is where it is', () => {
    expect(transitionYear(one(42), one(42), open, open, 0.36)[0]).toBeCloseTo(42, 12);
  });

  it('stops a banned flow at once, and the banned part of one', () => {
    expect([...transitionYear(one(100), one(0), one(1), open, 0.36)]).toEqual([0]);
    // A fifth is banned: 80 remain at once, and move by φ in logs towards 90.
    const [after] = transitionYear(one(100), one(90), one(0.2), open, 0.36);
    expect(after).toBeCloseTo(80 ** 0.64 * 90 ** 0.36, 12);
    // The year after, nothing more is banned.
    const [later] = transitionYear(one(after!), one(90), one(0.2), one(0.2), 0.36);
    expect(later).toBeCloseTo(after! ** 0.64 * 90 ** 0.36, 12);
  });

  it('begins a flow that was shut or empty at its long run: it has no past', () => {
    expect([...transitionYear(one(0), one(30), open, one(1), 0.36)]).toEqual([30]);
    expect([...transitionYear(one(0), one(30), open, open, 0.36)]).toEqual([30]);
  });
});
