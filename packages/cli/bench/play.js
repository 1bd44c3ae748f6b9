import { priceReviews, solveQuantal } from '@usmca-sim/core';
import {
  debriefOf,
  goOn,
  loadGame,
  play,
  playable,
  readSavedGame,
  saveGame,
  startGame,
  stateOf,
  turnOf,
  viewOf,
} from '@usmca-sim/core/play';
import { economy2024, lawOf } from '@usmca-sim/data';
import { caseOfSize, defaultSize } from './negotiation-table.js';
import { milliseconds, spreadOf, timeOf } from './timing.js';

/**
 * @typedef {object} PlayFigures
 * @property {import('./timing.js').Spread} move from a person's move to its next turn, the view of it included
 * @property {import('./timing.js').Spread} debrief of a whole game
 * @property {import('./timing.js').Spread} resumed a whole game, saved and taken up again
 * @property {readonly import('./timing.js').Target[]} targets
 */

const games = 7;
const wanted = 200;

/**
 * Games of the default case with a person in the second seat who makes the last move of those possible.
 *
 * @returns {PlayFigures}
 */
export function benchPlay() {
  const economy = economy2024();
  const law = lawOf(economy);
  const scenario = caseOfSize(economy, defaultSize, 0);
  const priced = priceReviews(economy, law, scenario);
  const reviews = scenario.negotiation.table.reviews.length;
  const solution = solveQuantal(priced.year, priced.values, reviews, [20, 20, 20]);
  const negotiation = playable(scenario, priced, solution, { data: economy.hash, law: law.hash });
  /** @type {number[]} */
  const moves = [];
  /** @type {number[]} */
  const debriefs = [];
  /** @type {number[]} */
  const resumed = [];
  for (let seed = 0; seed < games; seed++) {
    let game = goOn(
      negotiation,
      startGame(negotiation, { seats: ['solution', 'person', 'boulware'], seed: `${seed}`, news: [] }),
    );
    while (turnOf(negotiation, game.setup, stateOf(game)).kind === 'people') {
      moves.push(
        timeOf(() => {
          const own = viewOf(negotiation, game.setup, stateOf(game), 1).moves.map(({ move }) => move);
          const move = own[own.length - 1];
          game = goOn(negotiation, play(negotiation, game, { type: 'move', party: 1, move }));
        }),
      );
    }
    debriefs.push(timeOf(() => debriefOf(negotiation, game)));
    resumed.push(
      timeOf(() => loadGame(negotiation, readSavedGame(saveGame(negotiation, game, '1'), 'game', '1'))),
    );
  }
  const move = spreadOf(moves);
  const slowest = Math.max(...moves);
  return {
    move,
    debrief: spreadOf(debriefs),
    resumed: spreadOf(resumed),
    targets: [
      {
        name: 'A move in a played negotiation, the slowest of those made',
        wanted: `at most ${wanted} ms`,
        found: milliseconds(slowest),
        reached: slowest <= wanted,
      },
    ],
  };
}
