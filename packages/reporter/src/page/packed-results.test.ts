import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packed, unpacked } from './packed-results.ts';

const back = (value: unknown) => unpacked(packed(value));

describe('results as bytes', () => {
  it('keep ten digits of every figure', () => {
    const figures = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }));
    fc.assert(
      fc.property(figures, (values) => {
        const { kept } = back({ kept: Float64Array.from(values) }) as { kept: Float64Array };
        for (const [at, value] of values.entries()) {
          const size = Math.abs(value);
          expect(Math.abs(kept[at]! - value)).toBeLessThanOrEqual(5.1e-10 * size + 1e-120);
        }
      }),
    );
  });

  it('keep what people write exactly', () => {
    const written = Float64Array.of(0, 0.1, -0.25, 1, 0.9975, 1234.5, 99_999.99999, 1e9, 3e12, 1e-9);
    expect(back(written)).toEqual(written);
  });

  it('keep ten digits of figures that stand alone', () => {
    expect(back({ one: 2 / 3, whole: 1_234_567_890, year: 2026 })).toEqual({
      one: 0.6666666667,
      whole: 1_234_567_890,
      year: 2026,
    });
  });

  it('keep what is no number, no bound and a map', () => {
    const value = {
      share: Number.NaN,
      rate: Number.POSITIVE_INFINITY,
      figures: Float64Array.of(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
      questions: new Map([['a', 'b']]),
    };
    expect(back(value)).toEqual(value);
  });

  it('keep an array that stands in several places once', () => {
    const base = Float64Array.from({ length: 1000 }, (_, at) => at / 7);
    const twice = packed([base, base.slice()]);
    expect(twice.length).toBeLessThan(packed([base]).length + 100);
    expect((back([base, base]) as Float64Array[])[1]).toEqual((back([base]) as Float64Array[])[0]);
  });
});
