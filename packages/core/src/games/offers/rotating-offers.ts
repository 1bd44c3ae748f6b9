import { factor, solveFactored } from '../lu.ts';
import { SolutionError } from '../solution.ts';

export interface OfferRules {
  /** What a pie of 1 next round is worth now, by player: at least 0, at most 1. Players propose in this order. */
  readonly discounts: readonly number[];
  /** Rounds before the pie is gone; Infinity for no end. */
  readonly rounds: number;
  /** Who proposes first. */
  readonly first?: number;
}

export interface OfferSolution {
  /** What each gets, agreed upon in the first round; they add up to 1. */
  readonly shares: readonly number[];
  /**
   * What each would get if play came to a round: `[round][player]`, of a pie of 1 in that round. Without an end, one
   * entry for each proposer, over and over.
   */
  readonly byRound: readonly (readonly number[])[];
}

/**
 * Division of a pie by offers in turn, which everyone must accept, by backward induction: a responder accepts what
 * waiting is worth to it, and the proposer keeps the rest. With two players Rubinstein (1982), or Ståhl (1972) where
 * rounds are finite; with more, the subgame-perfect equilibrium in stationary strategies where there is no end (under
 * unanimity there are others).
 *
 * @throws RangeError for discounts outside 0 to 1, SolutionError `not-determined` where nobody is in a hurry and there
 *   is no end.
 *
 * @example
 *     rotatingOffers({ discounts: [0.9, 0.9, 0.9], rounds: Infinity }).shares; // .369004, .332103, .298893
 */
export function rotatingOffers({ discounts, rounds, first = 0 }: OfferRules): OfferSolution {
  const players = discounts.length;
  if (players < 2 || !discounts.every((discount) => discount >= 0 && discount <= 1)) {
    throw new RangeError(`discounts are two or more numbers from 0 to 1, not ${discounts.join(', ')}`);
  }
  if (!(rounds === Infinity || (Number.isInteger(rounds) && rounds >= 1 && rounds <= 1e6))) {
    throw new RangeError(`rounds are a whole number up to a million, or Infinity, not ${rounds}`);
  }
  if (!(Number.isInteger(first) && first >= 0 && first < players)) {
    throw new RangeError(`there is no player ${first} to propose first`);
  }
  const byRound = rounds === Infinity ? stationary(discounts, first) : backwards(discounts, rounds, first);
  return { shares: byRound[0]!, byRound };
}

/** Two players offering in turn: `rotatingOffers` with `discounts` of two. */
export function alternatingOffers(
  rules: OfferRules & { readonly discounts: readonly [number, number] },
): OfferSolution {
  return rotatingOffers(rules);
}

function backwards(discounts: readonly number[], rounds: number, first: number): number[][] {
  const byRound: number[][] = [];
  let waiting = discounts.map(() => 0);
  for (let round = rounds - 1; round >= 0; round--) {
    const proposer = (first + round) % discounts.length;
    const shares = discounts.map((discount, i) => discount * waiting[i]!);
    shares[proposer] = 1 - shares.reduce((sum, share, i) => (i === proposer ? sum : sum + share), 0);
    byRound.push(shares);
    waiting = shares;
  }
  return byRound.reverse();
}

/**
 * Player j, who waits d rounds for its turn, is content with δ_j^d of what it keeps as proposer, a_j: for every
 * proposer p, Σ_j δ_j^d(p,j) a_j = 1.
 */
function stationary(discounts: readonly number[], first: number): number[][] {
  const n = discounts.length;
  const matrix = new Float64Array(n * n);
  for (let p = 0; p < n; p++) {
    for (let j = 0; j < n; j++) matrix[p * n + j] = discounts[j]! ** ((j - p + n) % n);
  }
  const terms = matrix.slice();
  const rows = new Int32Array(n);
  const kept = new Float64Array(n);
  if (!factor(matrix, rows, n)) {
    const message = 'when nobody minds waiting and there is no end, any division is possible';
    throw new SolutionError('not-determined', message);
  }
  solveFactored(matrix, rows, n, new Float64Array(n).fill(1), kept);
  return Array.from({ length: n }, (_, round) => {
    const p = (first + round) % n;
    return discounts.map((_, j) => terms[p * n + j]! * kept[j]!);
  });
}
