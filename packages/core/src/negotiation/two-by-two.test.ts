import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logitTwoByTwo, nashTwoByTwo, type TwoByTwo } from './two-by-two.ts';

const game = (a: readonly number[], b: readonly number[]): TwoByTwo => ({
  a: Float64Array.from(a),
  b: Float64Array.from(b),
});
const found = () => ({ p: 0, q: 0 });

// Ochs (1995), payoffs scaled as McKelvey and Palfrey (1995) have them.
const ochs = game([1.1141, 0, 0, 0.2785], [0, 1.1141, 1.1141, 0]);

describe('quantal response of two who choose at once', () => {
  it.each([
    [1, 0.586784, 0.451807],
    [2, 0.617522, 0.371982],
    [3, 0.616897, 0.314016],
  ])('in the game of Ochs at λ = %d', (lambda, p, q) => {
    const answer = found();
    expect(logitTwoByTwo(ochs, lambda, lambda, answer)).toBe(true);
    expect(answer.p).toBeCloseTo(p, 5);
    expect(answer.q).toBeCloseTo(q, 5);
  });

  it('is an equilibrium, on the branch from λ = 0, over random games', () => {
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    const four = fc.tuple(number, number, number, number);
    fc.assert(
      fc.property(four, four, fc.double({ min: 0, max: 12, noNaN: true }), (a, b, lambda) => {
        const drawn = game(a, b);
        const answer = found();
        expect(logitTwoByTwo(drawn, lambda, lambda, answer)).toBe(true);
        const { p, q } = answer;
        const gainA = q * (a[0] - a[2]) + (1 - q) * (a[1] - a[3]);
        const gainB = p * (b[0] - b[1]) + (1 - p) * (b[2] - b[3]);
        expect(p).toBeCloseTo(1 / (1 + Math.exp(-lambda * gainA)), 9);
        expect(q).toBeCloseTo(1 / (1 + Math.exp(-lambda * gainB)), 9);
      }),
      { numRuns: 20_000 },
    );
  });

  it('stays on the branch where another comes close: two who each hope that the other refuses', () => {
    // Payoffs of a vote at the table of the library: of three equilibria at λ = 20 the branch leads to the highest p.
    const hope = game(
      [0.6168780011601938, 0.920128670502943, 0.920128670502943, 0.920128670502943],
      [0.18426537282016264, 0.48801804164663365, 0.48801804164663365, 0.48801804164663365],
    );
    const answer = found();
    expect(logitTwoByTwo(hope, 20, 20, answer)).toBe(true);
    // p followed in 200,000 steps of λ from 0 to 20 by Newton's method, which never comes near the two others.
    expect(answer.p).toBeCloseTo(0.3087727870479926, 9);
    expect(answer.q).toBeCloseTo(0.1328707533653345, 9);
  });

  it('follows the branch past two others, over votes that both hope the other refuses', () => {
    const loss = fc.double({ min: 0.1, max: 1, noNaN: true });
    const apart = fc.double({ min: 1e-4, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(loss, apart, fc.double({ min: 1, max: 60, noNaN: true }), (less, by, lambda) => {
        const more = less * (1 + by);
        const answer = found();
        expect(logitTwoByTwo(game([-less, 0, 0, 0], [-more, 0, 0, 0]), lambda, lambda, answer)).toBe(true);
        // On the branch the one who loses less is always the likelier to confirm: were both ever alike, p would answer
        // two gains that differ. And past a half-hearted start it never turns back: the answer to its own answer falls.
        const { p, q } = answer;
        expect(p).toBeGreaterThan(q);
        expect(lambda * less * lambda * more * p * (1 - p) * q * (1 - q)).toBeLessThan(1);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps two in the same position alike, whichever way their moves are written', () => {
    const hope = game([-0.3, 0, 0, 0], [-0.3, 0, 0, 0]);
    const answer = found();
    expect(logitTwoByTwo(hope, 100, 100, answer)).toBe(true);
    expect(answer.q).toBeCloseTo(answer.p, 12);
    expect(answer.p).toBeCloseTo(1 / (1 + Math.exp(30 * answer.q)), 12);
    const turned = game([0, -0.3, 0, 0], [0, -0.3, 0, 0]);
    const other = found();
    expect(logitTwoByTwo(turned, 100, 100, other)).toBe(true);
    expect(other.p).toBeCloseTo(answer.p, 12);
    expect(other.q).toBeCloseTo(1 - answer.q, 12);
  });

  it('leads to the risk-dominant equilibrium of a coordination game (Harsanyi and Selten 1988)', () => {
    // Both at the first pays 4 each; the second is safe at 3: playing second is the better answer to a coin.
    const stag = game([4, 0, 3, 3], [4, 3, 0, 3]);
    const answer = found();
    expect(logitTwoByTwo(stag, 30, 30, answer)).toBe(true);
    expect(answer.p).toBeLessThan(0.01);
    expect(nashTwoByTwo(stag, answer)).toBe(2);
    expect(answer).toEqual({ p: 0, q: 0 });
  });
});

describe('the equilibrium of two who choose at once', () => {
  it('is mixed where interests cross: matching pennies', () => {
    const answer = found();
    expect(nashTwoByTwo(game([1, -1, -1, 1], [-1, 1, 1, -1]), answer)).toBe(0);
    expect(answer).toEqual({ p: 0.5, q: 0.5 });
  });

  it('drops a weakly dominated refusal under unanimity', () => {
    // Both gain if both confirm; nothing happens otherwise: mutual refusal is an equilibrium too.
    const answer = found();
    expect(nashTwoByTwo(game([1, 0, 0, 0], [1, 0, 0, 0]), answer)).toBe(2);
    expect(answer).toEqual({ p: 1, q: 1 });
  });

  it.each([
    [
      'the first has a weakly better move and the second does not care',
      [1, 0, 0, 0],
      [0, 0, 0, 0],
      1,
      0.5,
      3,
    ],
    ['the first has a strictly better move, which the second answers', [1, 1, 0, 0], [0, 1, 5, 0], 1, 0, 1],
    ['the second has a strictly better move, which the first answers', [0, 5, 1, 0], [1, 0, 1, 0], 0, 1, 1],
    ['both second moves are weakly better', [0, 0, 0, 1], [0, 0, 0, 1], 0, 0, 2],
    ['nobody cares', [2, 2, 2, 2], [3, 3, 3, 3], 0.5, 0.5, 4],
    ['the first does not care', [0, 0, 0, 0], [2, 1, 2, 1], 0.5, 1, 2],
    ['the second does not care and the first answers a coin', [3, 0, 0, 2], [0, 0, 0, 0], 1, 0.5, 2],
  ])('where %s', (_, a, b, p, q, pure) => {
    const answer = found();
    expect(nashTwoByTwo(game(a, b), answer)).toBe(pure);
    expect(answer).toEqual({ p, q });
  });

  it('leaves nobody better off alone, over random games', () => {
    const whole = fc.integer({ min: -4, max: 4 });
    const four = fc.tuple(whole, whole, whole, whole);
    fc.assert(
      fc.property(four, four, (a, b) => {
        const answer = found();
        nashTwoByTwo(game(a, b), answer);
        const { p, q } = answer;
        const first = q * a[0] + (1 - q) * a[1];
        const second = q * a[2] + (1 - q) * a[3];
        expect(Math.max(first, second) - (p * first + (1 - p) * second)).toBeLessThan(1e-9);
        const left = p * b[0] + (1 - p) * b[2];
        const right = p * b[1] + (1 - p) * b[3];
        expect(Math.max(left, right) - (q * left + (1 - q) * right)).toBeLessThan(1e-9);
      }),
      { numRuns: 3000 },
    );
  });
});
