import { policyKey } from '../src/negotiation/policy.ts';
import { solveQuantal } from '../src/negotiation/solve-reviews.ts';
import type { Stance } from '../src/negotiation/stance.ts';
import type { NegotiationTable } from '../src/negotiation/table.ts';
import { type GameSetup, type Playable, type PlayedGame, play, turnOf, viewOf } from '../src/play/index.ts';
import { branchOf, stateOf } from '../src/play/played-game.ts';
import type { PricedReviews } from '../src/simulation/price-reviews.ts';
import { GameToPlay } from '../src/strategies/game-to-play.ts';
import { madeReview, madeStance, madeTable, madeTrade } from './made-negotiation.ts';

const madeNews = [
  { id: 'calm', title: 'Calm', probability: 0.3, extension: { USA: 0.05 }, because: 'made up' },
  { id: 'storm', title: 'Storm', probability: 0.2, extension: { USA: -0.05 }, because: 'made up' },
];

/** A negotiation on made-up trade, ready to be played; flows are 1000 less what a state costs. */
export function madePlayable(
  trade = 3,
  more: Partial<NegotiationTable> = {},
  stances: readonly Stance[] = ['USA', 'CAN', 'MEX'].map((party) => madeStance(party)),
): Playable {
  const table = madeTable({ news: madeNews, reviews: [2026, 2027, 2028], ...more });
  const { year, values, parts } = madeReview(table, stances, madeTrade(trade));
  const solution = solveQuantal(year, values, table.reviews.length, [10, 10, 10]);
  const outcomes = year.states.map((state) => {
    const realIncome = madeTrade(trade)(state);
    return {
      policy: state,
      realIncome,
      flow: realIncome.map((own, n) =>
        realIncome.map((other, i) => (n === i ? 0 : 1000 + 100 * (own + 2 * other))),
      ),
    };
  });
  return {
    id: 'made',
    title: 'Made up',
    question: 'What if?',
    // What play reads of it.
    priced: {
      choices: { table, stances, concept: 'quantal', economistsView: false },
      year,
      values,
      ...parts,
      priced: { prices: [], outcomes, equilibria: 0 },
      policyOf: year.states.map((_, s) => s),
      expiredPolicyOf: year.states.map(() => undefined),
    } as unknown as PricedReviews,
    game: new GameToPlay({ year, values, solution }),
    madeOf: { data: 'd', law: 'l', case: 'c', table: policyKey(year.states[0]!), stances: `${trade}` },
  };
}

export const madeSetup: GameSetup = { seats: ['solution', 'person', 'boulware'], seed: '1', news: [] };

/** Plays on with people choosing by `pick`, the others as they are seated, for so many events or to the end. */
export function playOn(
  playable: Playable,
  game: PlayedGame,
  pick: (moves: readonly string[]) => number,
  events = Number.POSITIVE_INFINITY,
): PlayedGame {
  let going = game;
  for (let k = 0; k < events; k++) {
    const turn = turnOf(playable, going.setup, stateOf(going));
    if (turn.kind === 'over') break;
    if (turn.kind === 'others') {
      going = play(playable, going, { type: 'go-on' });
      continue;
    }
    const [party] = turn.parties;
    const moves = viewOf(playable, going.setup, stateOf(going), party!).moves.map(({ move }) => move);
    going = play(playable, going, { type: 'move', party: party!, move: moves[pick(moves)]! });
  }
  return going;
}

export const textOf = (game: PlayedGame) => JSON.stringify(branchOf(game).state);
