import { describe, expect, it } from 'vitest';
import { madeReview, madeStance, madeTable, madeTrade } from '../../tests/made-negotiation.ts';
import { solveQuantal } from '../negotiation/solve-reviews.ts';
import { GameToPlay, type SolvedReviews } from './game-to-play.ts';
import { efficientDeals, isEfficient, leftOnTheTable } from './left-on-the-table.ts';
import { assignmentsOf, playPart, standingsOf, tournamentParts, tournamentRecords } from './tournament.ts';

function solved(): SolvedReviews {
  const table = madeTable({ reviews: [2026, 2027, 2028] });
  const { year, values } = madeReview(
    table,
    table.parties.map((party) => madeStance(party)),
    madeTrade(6),
  );
  return { year, values, solution: solveQuantal(year, values, 3, [10, 10, 10]) };
}

const assignments = assignmentsOf([
  ['random', 'boulware'],
  ['quantal', 'grim'],
  ['random', 'conceder', 'tit-for-tat'],
]);
const parts = tournamentParts(assignments, 120, 'seed');

describe('a tournament', () => {
  it('has every assignment once, and all of its games', () => {
    expect(new Set(assignments.map(String)).size).toBe(12);
    expect(parts.reduce((sum, { games }) => sum + games, 0)).toBe(12 * 120);
    expect(parts.slice(0, 3).map(({ firstGame, games }) => [firstGame, games])).toEqual([
      [0, 50],
      [50, 50],
      [100, 20],
    ]);
  });

  it('has the same result whoever plays its parts, and in which order', () => {
    const alone = new GameToPlay(solved());
    const one = parts.map((part) => playPart(alone, part));
    // Three who share nothing, each with a copy of the game as a thread gets it, the last parts first.
    const copies = [0, 1, 2].map(() => new GameToPlay(structuredClone(solved())));
    const three: Float64Array[] = [];
    for (let p = parts.length - 1; p >= 0; p--) three[p] = playPart(copies[p % 3]!, parts[p]!);
    expect(tournamentRecords(parts, three)).toEqual(tournamentRecords(parts, one));
  });

  it('counts games: regimes and agreements add up, means are those of the games', () => {
    const game = new GameToPlay(solved());
    const figures = parts.map((part) => playPart(game, part));
    const records = tournamentRecords(parts, figures);
    expect(records.map(({ assignment }) => assignment)).toEqual(assignments);
    for (const { games, regimes, agreements, reviewsToAgreement } of records) {
      expect(games).toBe(120);
      expect(regimes.reduce((sum, regime) => sum + regime.games, 0)).toBe(120);
      if (agreements > 0) expect(reviewsToAgreement).toBeGreaterThanOrEqual(1);
      if (agreements > 0) expect(reviewsToAgreement).toBeLessThanOrEqual(3);
    }
    const first = figures.slice(0, 3).flatMap((part) => [...part].filter((_, k) => k % 7 === 1));
    expect(records[0]!.mean[1]).toBeCloseTo(first.reduce((a, b) => a + b, 0) / 120, 12);
    const shared = standingsOf(records).filter(({ party }) => party === 2);
    expect(shared.map(({ games }) => games)).toEqual([480, 480, 480]);
    const scores = shared.map(({ mean }) => mean[2]!);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const all = records.reduce((sum, { mean }) => sum + mean[2]!, 0) / records.length;
    expect(scores.reduce((a, b) => a + b, 0) / 3).toBeCloseTo(all, 12);
  });

  it('leaves nothing on the table where an efficient deal is signed at once, and says what is left elsewhere', () => {
    const deals = [
      [1, 0, 2],
      [0, 3, 1],
    ];
    expect([leftOnTheTable([1, 0, 2], deals), isEfficient([1, 0, 2], deals)]).toEqual([0, true]);
    // The first deal has 0.5, 0.25 and 1 more; the second less for the first party.
    expect(leftOnTheTable([0.5, -0.25, 1], deals)).toBe(0.25);
    expect(isEfficient([0.5, -0.25, 1], deals)).toBe(false);
    // As good for one, better for another: dominated, though not all could have had more.
    expect([leftOnTheTable([1, -1, 2], deals), isEfficient([1, -1, 2], deals)]).toEqual([0, false]);
    const game = new GameToPlay(solved());
    const efficient = efficientDeals(game);
    expect(efficient.length).toBeGreaterThan(0);
    for (const deal of efficient) expect(isEfficient(deal, efficient)).toBe(true);
  });

  it('is the same in every game where nothing is left to chance', () => {
    const game = new GameToPlay(solved());
    const steady = tournamentParts([['boulware', 'grim', 'conceder']], 10, 'seed');
    const [record] = tournamentRecords(
      steady,
      steady.map((part) => playPart(game, part)),
    );
    expect(record!.deviation.every((value) => value < 1e-12)).toBe(true);
    expect(record!.regimes).toHaveLength(1);
  });
});
