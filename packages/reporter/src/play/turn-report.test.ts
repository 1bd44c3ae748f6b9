import { payoffParts } from '@usmca-sim/core';
import { goOn, play, startGame, stateOf, turnOf, viewOf } from '@usmca-sim/core/play';
import { expect, test } from 'vitest';
import { madePlayable } from '../../../core/tests/made-game.ts';
import type { PlayedCase } from './played-case.ts';
import { moveForYou, moveReport, turnReport } from './turn-report.ts';

const playable = madePlayable(3, { news: [] });
const played: PlayedCase = {
  playable,
  regions: [
    { code: 'USA', name: 'United States' },
    { code: 'CAN', name: 'Canada' },
    { code: 'MEX', name: 'Mexico' },
  ] as PlayedCase['regions'],
  sectors: [],
};
const cast = { table: playable.game.year.table, names: ['the United States', 'Canada', 'Mexico'] };
const money = { label: 'US$ billion', factor: 0.001 };

/** Every turn of a game in which the first person makes the last move that there is. */
function turns(party: number) {
  const seats = [0, 1, 2].map((k) => (k === party ? 'person' : 'conceder')) as [string, string, string];
  const setup = { seats, seed: '1', news: [] };
  const found = [];
  for (let game = goOn(playable, startGame(playable, setup)); ; ) {
    const turn = turnOf(playable, setup, stateOf(game));
    if (turn.kind !== 'people') return found;
    const view = viewOf(playable, setup, stateOf(game), party);
    found.push({ view, year: turn.year, about: turn.about, money });
    game = goOn(playable, play(playable, game, { type: 'move', party, move: view.moves.at(-1)!.move }));
  }
}

test('a turn has what the engine says of each move: income, trade, and stakes that add up by part', () => {
  for (const party of [0, 1, 2]) {
    const all = turns(party);
    expect(all.length).toBeGreaterThan(2);
    for (const shown of all) {
      const { view } = shown;
      const tables = turnReport(played, shown).sections.flatMap((section) => section.tables ?? []);
      const moves = tables.find(({ title }) => title.startsWith('Your moves'));
      moves?.rows.forEach(({ cells }, k) => {
        expect(cells.slice(-3)).toEqual(view.moves[k]!.leadsTo.realIncome);
      });
      const stakes = tables.find(({ title }) => title.startsWith('What is at stake'));
      const { yearly } = playable.priced;
      stakes?.rows.forEach(({ cells }, k) => {
        const { pays, leadsTo } = view.moves[k]!;
        const sum = (state: number) =>
          payoffParts.reduce((total, part) => total + yearly[state]![party]![part], 0);
        const once = Object.values(pays).reduce((total, paid) => total + paid, 0);
        const shownSum = cells.slice(1).reduce((total: number, cell) => total + Number(cell), 0);
        // Columns in which nothing reaches 0.0005 are left out.
        expect(shownSum).toBeCloseTo(once + sum(leadsTo.state) - sum(view.state), 2);
      });
    }
  }
});

test('a move in full has the flows of all six pairs', () => {
  const shown = turns(0)[0]!;
  const own = shown.view.moves.at(-1)!;
  const [section] = moveReport(played, shown, own).sections;
  expect(section!.tables![0]!.rows).toHaveLength(6);
  expect(section!.tables![0]!.rows[0]!.cells.slice(1)).toEqual([
    shown.view.today.flow[0]![1],
    own.leadsTo.trade.flow[0]![1],
    own.leadsTo.flow[0]![1],
  ]);
});

test('moves are in the second person, titles as they stand', () => {
  expect(moveForYou('measures', 'hold', cast)).toBe('Leave your measures as they are');
  expect(moveForYou('caucus', 'apart', cast)).toBe('Stay out of a common front');
});
