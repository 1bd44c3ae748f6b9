import { type GameEvent, play, startGame, stateOf, viewOf } from '@usmca-sim/core/play';
import { expect, test } from 'vitest';
import { madePlayable } from '../../../core/tests/made-game.ts';
import { markdownRenderer } from '../renderers/markdown.ts';
import type { Manifest, Report } from '../report.ts';
import { debriefReport } from './debrief-report.ts';
import type { PlayedCase } from './played-case.ts';
import { roleSheet } from './role-sheet.ts';

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
const manifest: Manifest = {
  command: 'usmca-sim play made',
  versions: ['1'],
  data: { id: 'd', title: 'Made', hash: 'h', lawHash: 'l', year: 2024 },
  options: [],
};
const move = (party: number, name: string): GameEvent => ({ type: 'move', party, move: name });
const events: readonly GameEvent[] = [
  move(1, 'apart'),
  move(2, 'apart'),
  { type: 'predict-move', party: 1, of: 0, chances: { 'no offer': 0.5, 'turn to both': 0.5 } },
  { type: 'predict-flow', party: 1, importer: 0, exporter: 1, change: 2 },
  move(0, 'turn to both'),
  move(0, 'offer clean'),
  move(1, 'confirm'),
  move(2, 'confirm'),
];
const game = events.reduce(
  (going, event) => play(playable, going, event),
  startGame(playable, { seats: ['person', 'person', 'person'], seed: '1', news: [] }),
);
const textOf = (report: Report) => [...markdownRenderer.render({ report }, {})].join('');

test('a debrief tells offers, answers, the end and what was predicted', () => {
  const text = textOf(debriefReport(played, game, manifest));
  expect(text).toContain('In the end the agreement is extended.');
  expect(text).toContain(
    '| 2026 | The United States offers “Clean” to both | Canada confirms “Clean”; Mexico confirms “Clean” | yes |',
  );
  // (1 − ½)² + ½²
  expect(text).toContain('Canada hit 1 of 1 move, with a mean Brier score of 0.50.');
  expect(text).toContain('imports of the United States from Canada | +2.0% |');
  expect(
    text.match(/^\| 2026 \| (?:Canada|Mexico|The United States) [a-z]/gm)!.length,
  ).toBeGreaterThanOrEqual(6);
});

test('its record has the payoff of each, as the game has it', () => {
  const { record } = debriefReport(played, game, manifest);
  const payoffs = record!.rows.filter(({ cells }) => cells[3] === 'payoff');
  expect(payoffs.map(({ cells }) => [cells[2], cells[5]])).toEqual(
    stateOf(game).scores.map((score, k) => [playable.game.year.table.parties[k], score]),
  );
});

test('a role sheet holds what the party has and no figure of another', () => {
  const text = textOf(roleSheet(played, 1));
  expect(text).toContain('# Confidential: you play Canada');
  expect(text).toContain('Your reservation value is ');
  expect(text).toContain('answer, against the United States | you may impose it');
  const { moves } = viewOf(playable, game.setup, game.start, 1);
  expect(moves.length).toBeGreaterThan(0);
  const own = roleSheet(played, 1).record!.rows;
  expect(own.every(({ cells }) => cells[1] === 'CAN')).toBe(true);
});
