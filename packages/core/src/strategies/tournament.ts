import seedrandom from 'seedrandom';
import { type RegimeKind, regimeKinds } from '../negotiation/table.ts';
import { strategyOf } from './catalogue.ts';
import type { GameToPlay } from './game-to-play.ts';
import { efficientDeals, isEfficient, leftOnTheTable } from './left-on-the-table.ts';
import { type Chances, type Playthrough, playReviews } from './play-reviews.ts';

/** Ids of strategies in the table's order of parties. */
export type Assignment = readonly [string, string, string];

/** A part of a tournament: games of one assignment in a row. */
export interface TournamentPart {
  readonly assignment: Assignment;
  readonly firstGame: number;
  readonly games: number;
  readonly seed: string;
}

/** How a tournament's games have ended, of one assignment. */
export interface AssignmentRecord {
  readonly assignment: Assignment;
  readonly games: number;
  /** Present value by party, percent of real income: mean over games and standard deviation. */
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  /** Games in which there is an extension or a protocol, and reviews until the first; absent where none is reached. */
  readonly agreements: number;
  readonly reviewsToAgreement?: number;
  /** Games in which no deal of the first review would have been better for somebody and worse for nobody. */
  readonly efficient: number;
  /** What every party could have had more in a deal of the first review, all by the same amount: mean, percent. */
  readonly leftOnTheTable: number;
  /** Games by regime in the end; regimes that no game has come to are left out. */
  readonly regimes: readonly { readonly regime: RegimeKind; readonly games: number }[];
}

/** Regimes in which a game can end. */
export const endRegimes: readonly RegimeKind[] = regimeKinds.filter((regime) => regime !== 'in-force');

/** Every way of giving each party one of its strategies; the last party's change first. */
export function assignmentsOf(choices: readonly (readonly string[])[]): Assignment[] {
  const [first, second, third] = choices as [readonly string[], readonly string[], readonly string[]];
  return first.flatMap((one) => second.flatMap((two) => third.map((three): Assignment => [one, two, three])));
}

/** Games are played in parts of at most this many, whoever plays them. */
const gamesInPart = 50;

/** The parts of a tournament, in the order in which `tournamentRecords` wants them back. */
export function tournamentParts(
  assignments: readonly Assignment[],
  games: number,
  seed: string,
): TournamentPart[] {
  return assignments.flatMap((assignment) =>
    Array.from({ length: Math.ceil(games / gamesInPart) }, (_, part) => ({
      assignment,
      firstGame: part * gamesInPart,
      games: Math.min(gamesInPart, games - part * gamesInPart),
      seed,
    })),
  );
}

/** The streams of a game, named after seed, assignment and game: whoever plays it, and when, draws the same. */
export function chancesOf(seed: string, assignment: Assignment, game: number): Chances {
  const name = `${seed}/${assignment.join(',')}/${game}`;
  // Most games draw from few of them.
  const stream = (of: string) => {
    let random: (() => number) | undefined;
    return () => {
      random ??= seedrandom(`${name}/${of}`);
      return random();
    };
  };
  return { news: stream('news'), parties: ['0', '1', '2'].map(stream) };
}

/**
 * What `playPart` tells of a game: three scores, reviews until agreed (0: never), place of the regime in `endRegimes`,
 * whether it is efficient (1 or 0), what is left on the table.
 */
const figuresOfGame = 7;

/** Plays a part: seven figures a game, for `tournamentRecords`. */
export function playPart(
  game: GameToPlay,
  { assignment, firstGame, games, seed }: TournamentPart,
): Float64Array {
  const strategies = assignment.map(strategyOf);
  const deals = efficientDeals(game);
  const figures = new Float64Array(figuresOfGame * games);
  for (let k = 0; k < games; k++) {
    const played = playReviews(game, strategies, chancesOf(seed, assignment, firstGame + k));
    figures.set(
      [...figuresOf(played), isEfficient(played.scores, deals) ? 1 : 0, leftOnTheTable(played.scores, deals)],
      figuresOfGame * k,
    );
  }
  return figures;
}

function figuresOf({ scores, agreedAt = 0, regime }: Playthrough): number[] {
  return [...scores, agreedAt, endRegimes.indexOf(regime)];
}

/** Puts the parts together, an assignment each, in the order of the parts: the same whoever has played them. */
export function tournamentRecords(
  parts: readonly TournamentPart[],
  figures: readonly Float64Array[],
): AssignmentRecord[] {
  const records: AssignmentRecord[] = [];
  for (let p = 0; p < parts.length; ) {
    const { assignment } = parts[p]!;
    const rows: Float64Array[] = [];
    do rows.push(figures[p++]!);
    while (p < parts.length && parts[p]!.assignment === assignment);
    records.push(recordOf(assignment, rows));
  }
  return records;
}

function recordOf(assignment: Assignment, parts: readonly Float64Array[]): AssignmentRecord {
  const games = parts.flatMap((part) =>
    Array.from({ length: part.length / figuresOfGame }, (_, k) =>
      part.subarray(figuresOfGame * k, figuresOfGame * (k + 1)),
    ),
  );
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const scores = [0, 1, 2].map((i) => games.map((figures) => figures[i]!));
  const mean = scores.map(meanOf);
  const agreedAt = games.map((figures) => figures[3]!).filter((review) => review > 0);
  return {
    assignment,
    games: games.length,
    mean,
    // Of the games as they are played, not an estimate from a sample: 0 where all are alike.
    deviation: scores.map((values, i) => Math.sqrt(meanOf(values.map((value) => (value - mean[i]!) ** 2)))),
    agreements: agreedAt.length,
    ...(agreedAt.length === 0 ? {} : { reviewsToAgreement: meanOf(agreedAt) }),
    efficient: games.filter((figures) => figures[5] === 1).length,
    leftOnTheTable: meanOf(games.map((figures) => figures[6]!)),
    regimes: endRegimes.flatMap((regime, at) => {
      const count = games.filter((figures) => figures[4] === at).length;
      return count === 0 ? [] : [{ regime, games: count }];
    }),
  };
}

/** How a strategy has done in the hands of one party, over all that the others have played. */
export interface Standing {
  readonly party: number;
  readonly strategy: string;
  readonly games: number;
  /** Present value to each party, mean; percent of real income. */
  readonly mean: readonly number[];
  readonly agreements: number;
  readonly reviewsToAgreement?: number;
  readonly efficient: number;
  readonly leftOnTheTable: number;
}

/** Standings of each party's strategies, by party in the table's order and the best for it first. */
export function standingsOf(records: readonly AssignmentRecord[]): Standing[] {
  return [0, 1, 2].flatMap((party) =>
    [...new Set(records.map(({ assignment }) => assignment[party]!))]
      .map((strategy) => standingOf(party, strategy, records))
      .sort((a, b) => b.mean[party]! - a.mean[party]!),
  );
}

function standingOf(party: number, strategy: string, records: readonly AssignmentRecord[]): Standing {
  const own = records.filter(({ assignment }) => assignment[party] === strategy);
  const sum = (read: (record: AssignmentRecord) => number) =>
    own.reduce((total, record) => total + read(record), 0);
  const games = sum((record) => record.games);
  const agreements = sum((record) => record.agreements);
  return {
    party,
    strategy,
    games,
    mean: [0, 1, 2].map((i) => sum((record) => record.mean[i]! * record.games) / games),
    agreements,
    efficient: sum((record) => record.efficient),
    leftOnTheTable: sum((record) => record.leftOnTheTable * record.games) / games,
    ...(agreements === 0
      ? {}
      : {
          reviewsToAgreement:
            sum((record) => (record.reviewsToAgreement ?? 0) * record.agreements) / agreements,
        }),
  };
}
