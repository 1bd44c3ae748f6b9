import { CoalitionError } from './coalition.ts';

/** One of the bargains that go on at once: two players and the terms that they may settle on. */
export interface Track {
  readonly parties: readonly [number, number];
  /** How many terms there are to choose from; terms are numbered from 0. */
  readonly terms: number;
  /** Bargaining weights of the two; equal by default. */
  readonly weights?: readonly [number, number];
}

export interface NashInNashOptions {
  /** Terms to start from, by track; no deal anywhere by default. */
  readonly start?: readonly (number | undefined)[];
  /** Rounds before it gives up; default 1000. */
  readonly rounds?: number;
}

/** A settlement of every track that none of the bargains would change, the others as they are. */
export interface NashInNash {
  /** Terms by track; `undefined` is no deal. */
  readonly terms: readonly (number | undefined)[];
  /** By player. */
  readonly payoffs: readonly number[];
  /** By track, what each of its two gains by it, the other tracks as they are; 0 and 0 where there is no deal. */
  readonly gains: readonly (readonly [number, number])[];
  readonly rounds: number;
}

type Terms = readonly (number | undefined)[];
type PayoffsOf = (terms: Terms) => readonly number[];

/**
 * Bargains two by two at the same time: each track settles where the product of its two parties' gains is largest,
 * taking the others' terms as given, against no deal on this track alone. Horn and Wolinsky (1988); for tariffs Bagwell,
 * Staiger and Yurukoglu (2021), Econometrica 89(4). Found by settling one track after the other until none moves.
 *
 * Parties pay nobody outside: what the tracks do to each other, and to third players, is not bargained over. Nothing says
 * that there is a fixed point among finitely many terms, or only one: see `nashInNashOutcomes` for all.
 *
 * @param payoffsOf what each player gets for terms by track; `undefined` stands for no deal.
 * @throws CoalitionError `not-converged` where settling goes round in circles, naming the track that last moved.
 */
export function nashInNash(
  tracks: readonly Track[],
  payoffsOf: PayoffsOf,
  { start, rounds = 1000 }: NashInNashOptions = {},
): NashInNash {
  checkTracks(tracks);
  const pays = remembered(payoffsOf);
  const terms = tracks.map((_, k) => start?.[k]);
  const seen = new Set<string>();
  for (let round = 1; round <= rounds; round++) {
    let moved = -1;
    for (const [k, track] of tracks.entries()) {
      const settled = settle(track, k, terms, pays);
      if (settled === terms[k]) continue;
      terms[k] = settled;
      moved = k;
    }
    if (moved < 0) return outcomeOf(tracks, terms, pays, round);
    const key = keyOf(terms);
    if (seen.has(key)) {
      const message = `bargains two by two go round in circles: each time round, track ${moved} is settled anew`;
      throw new CoalitionError('not-converged', message);
    }
    seen.add(key);
  }
  throw new CoalitionError('not-converged', `bargains two by two are not settled after ${rounds} rounds`);
}

/**
 * Every settlement that none of the bargains would change, by looking at all combinations of terms and no deal; empty
 * where there is none.
 *
 * @throws CoalitionError `too-large` for more than a million combinations.
 */
export function nashInNashOutcomes(tracks: readonly Track[], payoffsOf: PayoffsOf): NashInNash[] {
  checkTracks(tracks);
  const combinations = tracks.reduce((product, track) => product * (track.terms + 1), 1);
  if (combinations > 1e6) {
    throw new CoalitionError('too-large', `${combinations} combinations of terms are too many to look at`);
  }
  const pays = remembered(payoffsOf);
  const outcomes: NashInNash[] = [];
  for (let number = 0; number < combinations; number++) {
    let rest = number;
    const terms = tracks.map((track) => {
      const choice = rest % (track.terms + 1);
      rest = Math.floor(rest / (track.terms + 1));
      return choice === track.terms ? undefined : choice;
    });
    if (tracks.every((track, k) => settle(track, k, terms, pays) === terms[k])) {
      outcomes.push(outcomeOf(tracks, terms, pays, 0));
    }
  }
  return outcomes;
}

/** The terms that the two settle on with the others' as given: the present ones where no others do better. */
function settle(track: Track, k: number, terms: Terms, pays: PayoffsOf): number | undefined {
  const value = (own: number | undefined) => product(track, gainsAt(track, k, terms, own, pays));
  let best = terms[k];
  let most = best === undefined ? 0 : value(best);
  if (most <= 0) {
    best = undefined;
    most = 0;
  }
  for (let own = 0; own < track.terms; own++) {
    const here = value(own);
    // Rounding must not make two terms that are worth the same take turns.
    if (here > most * (1 + 1e-12) && here > 1e-300) {
      best = own;
      most = here;
    }
  }
  return best;
}

function gainsAt(
  { parties }: Track,
  k: number,
  terms: Terms,
  own: number | undefined,
  pays: PayoffsOf,
): [number, number] {
  const at = (choice: number | undefined) => pays(terms.map((each, l) => (l === k ? choice : each)));
  const [deal, none] = [at(own), at(undefined)];
  return [deal[parties[0]]! - none[parties[0]]!, deal[parties[1]]! - none[parties[1]]!];
}

function product({ weights = [1, 1] }: Track, [one, other]: readonly [number, number]): number {
  if (!(one > 0 && other > 0)) return 0;
  const sum = weights[0] + weights[1];
  return one ** (weights[0] / sum) * other ** (weights[1] / sum);
}

function outcomeOf(tracks: readonly Track[], terms: Terms, pays: PayoffsOf, rounds: number): NashInNash {
  const gains = tracks.map((track, k) => gainsAt(track, k, terms, terms[k], pays));
  return { terms: [...terms], payoffs: pays(terms), gains, rounds };
}

function remembered(payoffsOf: PayoffsOf): PayoffsOf {
  const known = new Map<string, readonly number[]>();
  return (terms) => {
    const key = keyOf(terms);
    const before = known.get(key);
    if (before) return before;
    const payoffs = payoffsOf(terms);
    if (!payoffs.every(Number.isFinite)) {
      throw new CoalitionError('not-a-number', `terms ${key} pay ${payoffs.join(', ')}`);
    }
    known.set(key, payoffs);
    return payoffs;
  };
}

function keyOf(terms: Terms): string {
  return terms.map((own) => own ?? 'none').join();
}

function checkTracks(tracks: readonly Track[]): void {
  for (const [k, { parties, terms, weights = [1, 1] }] of tracks.entries()) {
    const sound = terms >= 1 && Number.isInteger(terms) && parties[0] !== parties[1];
    if (!sound || !weights.every((weight) => weight > 0 && weight < Infinity)) {
      const message = `track ${k} takes two different players, at least one term and positive weights`;
      throw new CoalitionError('wrong-shape', message);
    }
  }
}
