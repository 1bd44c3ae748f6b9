import type { ReviewYear } from '../negotiation/build-review.ts';
import { leaf, withoutNews } from '../negotiation/review-tree.ts';
import type { ReviewSolution, ReviewValues } from '../negotiation/solve-reviews.ts';
import { conductAtReviews, type ReadConduct } from './conduct.ts';
import { type Deal, dealsUnder, type Offer } from './deals.ts';

/** A game of reviews with what its states are worth and a solution to refer to: plain data, fit for any thread. */
export interface SolvedReviews {
  readonly year: ReviewYear;
  readonly values: ReviewValues;
  readonly solution: ReviewSolution;
}

/** What a review can bring a party that agrees, and what it has where nobody agrees. Present value of that review. */
export interface Range {
  readonly best: number;
  readonly reservation: number;
}

/** A game as strategies read it; what is worked out is remembered. */
export class GameToPlay implements SolvedReviews {
  readonly year: ReviewYear;
  readonly values: ReviewValues;
  readonly solution: ReviewSolution;
  readonly #conduct: ReadConduct;
  readonly #conducts = new Map<string, ReturnType<ReadConduct>>();
  readonly #ranges = new Map<number, readonly Range[]>();
  readonly #offers = new Map<number, readonly Offer[]>();

  /** @param conduct how moves treat the others; as at reviews unless told. */
  constructor({ year, values, solution }: SolvedReviews, conduct = conductAtReviews(year.table)) {
    this.year = year;
    this.values = values;
    this.solution = solution;
    this.#conduct = conduct;
  }

  get reviews(): number {
    return this.solution.values.length;
  }

  conduct(player: number, about: string, move: string) {
    const key = `${player}|${about}|${move}`;
    const known = this.#conducts.get(key) ?? this.#conduct(player, about, move);
    this.#conducts.set(key, known);
    return known;
  }

  /** Of a child, counted along `ReviewTree.children`: its value to a party with what the move pays. */
  worth(review: number, child: number, party: number): number {
    const { children, once } = this.year.tree;
    return this.solution.values[review]![3 * children[child]! + party]! + once[3 * child + party]!;
  }

  /** The offers that a move makes or takes up; none where it is about something else. */
  offers(review: number, child: number, about: string, move: string): readonly Offer[] {
    const key = child * this.reviews + review;
    const known = this.#offers.get(key) ?? dealsUnder(this, review, child, about, move);
    this.#offers.set(key, known);
    return known;
  }

  /** The deals that may be signed in the review that begins in a state, while there is no news. */
  deals(review: number, state: number): readonly Deal[] {
    return this.#dealsFrom(review, withoutNews(this.year.tree, this.year.tree.begins[state]!));
  }

  /** By party, of the review that begins in a state. */
  ranges(review: number, state: number): readonly Range[] {
    const key = state * this.reviews + review;
    const known = this.#ranges.get(key) ?? this.#rangesOf(review, state);
    this.#ranges.set(key, known);
    return known;
  }

  #rangesOf(review: number, state: number): Range[] {
    const nobody = this.#withoutAgreement(this.year.tree.begins[state]!);
    const deals = this.deals(review, state);
    return [0, 1, 2].map((party) => {
      const reservation = this.solution.values[review]![3 * nobody + party]!;
      const own = deals.flatMap(({ worth, signers }) => (signers.includes(party) ? [worth[party]!] : []));
      // Who would rather have no agreement than any on the table aspires to just that.
      return { reservation, best: own.reduce((most, worth) => Math.max(most, worth), reservation) };
    });
  }

  /** Where a review stands once there is no news, no front and no offer. */
  #withoutAgreement(begin: number): number {
    const { firstChild, children, moves } = this.year.tree;
    let node = withoutNews(this.year.tree, begin);
    for (;;) {
      let quiet = -1;
      for (let k = firstChild[node]!; k < firstChild[node + 1]!; k++) {
        if (moves[k] === 'apart / apart' || moves[k] === 'no offer') quiet = k;
      }
      if (quiet < 0) return node;
      node = children[quiet]!;
    }
  }

  #dealsFrom(review: number, begin: number): Deal[] {
    const { kind, firstChild, children, moves, about } = this.year.tree;
    const seen = new Set([begin]);
    const deals: Deal[] = [];
    for (const node of seen) {
      if (kind[node] === leaf) continue;
      for (let k = firstChild[node]!; k < firstChild[node + 1]!; k++) {
        const move = moves[k] === 'confirm / confirm' ? 'confirm' : moves[k]!;
        if (move === 'accept' || move === 'confirm') {
          deals.push(...this.offers(review, k, about[node]!, move).flat());
        }
        seen.add(children[k]!);
      }
    }
    return deals;
  }
}
