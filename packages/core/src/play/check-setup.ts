import { adviseWord } from '../problems/nearest-word.ts';
import { ProblemList } from '../problems/problem-list.ts';
import { strategies } from '../strategies/catalogue.ts';
import type { GameSetup } from './game-state.ts';
import { newsProblem } from './planned-news.ts';
import type { Playable } from './playable.ts';

/** Everything that is wrong with a setup for a negotiation. @throws InputError */
export function checkSetup({ game }: Playable, { seats, news }: GameSetup): void {
  const { table } = game.year;
  const problems = new ProblemList();
  const known = ['person', 'solution', ...strategies.map(({ id }) => id)];
  table.parties.forEach((code, party) => {
    const seat = seats[party];
    if (seat !== undefined && known.includes(seat)) return;
    const advice = adviseWord(seat ?? '', known);
    problems.add('seat', `nobody called "${seat}" can play ${code}`, undefined, advice);
  });
  news.forEach((item, k) => {
    const problem = newsProblem(table, item, news.slice(0, k));
    if (problem) problems.addAll([problem]);
  });
  problems.throwIfAny();
}
