import { BargainingError, weightsOf } from './bargaining-problem.ts';

/** The efficient frontier of two players: the most that the second can get if the first gets x. */
export interface Frontier {
  /** Decreasing and concave, from the least to the most that the first can get. */
  readonly second: (first: number) => number;
  readonly from: number;
  readonly to: number;
}

/** What each gets at each of the points. */
export interface FrontierPoints {
  readonly nash: readonly [number, number];
  readonly kalai: readonly [number, number];
  readonly kalaiSmorodinsky: readonly [number, number];
}

/**
 * The three bargaining points on a frontier given as a function, with free disposal: the Nash point by golden sections
 * (to about eight digits, as far as the flat top of a function can be told), the others by bisection.
 *
 * @param weights bargaining weights, positive; equal by default.
 * @throws BargainingError where nothing makes both better off than `disagreement`.
 *
 * @example
 *     onFrontier({ second: (x) => Math.sqrt(1 - x), from: 0, to: 1 }, [0, 0]).nash; // 2/3, √(1/3)
 */
export function onFrontier(
  frontier: Frontier,
  disagreement: readonly [number, number],
  weights?: readonly number[],
): FrontierPoints {
  const [w1, w2] = weightsOf(2, weights) as [number, number];
  const [d1, d2] = disagreement;
  const { second, to } = frontier;
  const low = Math.max(frontier.from, d1);
  if (!(low < to) || !(second(low) > d2)) {
    const players = [...(d1 >= to ? [0] : []), ...(second(frontier.from) <= d2 ? [1] : [])];
    const message = 'nothing on the frontier makes both better off than disagreement';
    throw new BargainingError('nothing-to-gain', message, players);
  }
  // The most for the first that leaves the second no worse off.
  const high = second(to) >= d2 ? to : lastWhere((x) => second(x) >= d2, low, to);
  const product = (x: number) => {
    const [one, other] = [x - d1, second(x) - d2];
    return one > 0 && other > 0 ? w1 * Math.log(one) + w2 * Math.log(other) : -Infinity;
  };
  const at = (x: number): [number, number] => [x, second(x)];
  // In proportion to (a, b): the last x at which the first does not have too much. Past the end of a frontier that does
  // not fall to d2, the first's most, with less for the second; before its start likewise.
  const inProportion = (a: number, b: number): [number, number] => {
    const tooLittle = (x: number) => (x - d1) * b <= (second(x) - d2) * a;
    if (tooLittle(high)) return [high, d2 + ((high - d1) * b) / a];
    if (!tooLittle(low)) return [d1 + ((second(low) - d2) * a) / b, second(low)];
    return at(lastWhere(tooLittle, low, high));
  };
  return {
    nash: at(goldenSection(product, low, high)),
    kalai: inProportion(w1, w2),
    kalaiSmorodinsky: inProportion(w1 * (high - d1), w2 * (second(low) - d2)),
  };
}

/** The end of the stretch from `low` on which a condition holds, by bisection. */
function lastWhere(holds: (x: number) => boolean, low: number, high: number): number {
  let [yes, no] = [low, high];
  for (let step = 0; step < 200; step++) {
    const middle = (yes + no) / 2;
    if (middle === yes || middle === no) break;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** Where a function with one peak is largest between two numbers. Kiefer (1953). */
function goldenSection(value: (x: number) => number, low: number, high: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  let [c, d] = [b - ratio * (b - a), a + ratio * (b - a)];
  let [atC, atD] = [value(c), value(d)];
  for (let step = 0; step < 90; step++) {
    if (atC >= atD) {
      [b, d, atD] = [d, c, atC];
      c = b - ratio * (b - a);
      atC = value(c);
    } else {
      [a, c, atC] = [c, d, atD];
      d = a + ratio * (b - a);
      atD = value(d);
    }
  }
  return (a + b) / 2;
}
