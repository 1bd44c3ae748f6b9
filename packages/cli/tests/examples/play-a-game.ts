import { isNegotiated, priceReviews, solveSubgamePerfect } from '@usmca-sim/core';
import { chancesOf, GameToPlay, playReviews, strategyOf } from '@usmca-sim/core/strategies';
import { economy2024, lawOf } from '@usmca-sim/data';
import { readCase } from '@usmca-sim/scenarios';

const economy = economy2024();
const law = lawOf(economy);
const scenario = await readCase('review-as-it-went', { economy, law });
if (!isNegotiated(scenario)) throw new Error('nobody negotiates in this case');

const { year, values } = priceReviews(economy, law, scenario);
const solution = solveSubgamePerfect(year, values, year.table.reviews.length);
const game = new GameToPlay({ year, values, solution });
const players = ['boulware', 'tit-for-tat', 'conceder'] as const;
const played = playReviews(game, players.map(strategyOf), chancesOf('my seed', players, 0));

for (const { year, about, move } of played.log.slice(0, 4)) console.log(`${year} ${about}: ${move}`);
console.log(`ends ${played.regime}; payoffs ${played.scores.map((score) => score.toFixed(2)).join(', ')}`);
