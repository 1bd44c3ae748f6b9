import { describe, expect, it } from 'vitest';
import { madePlayable, madeSetup } from '../../tests/made-game.ts';
import { InputError } from '../problems/problem.ts';
import { renderProblem } from '../problems/render-problem.ts';
import { goOn, parseNews, startGame, stateOf, viewOf } from './index.ts';

const playable = madePlayable(3);
const { table } = playable.game.year;

const problemsOf = (text: string) => {
  try {
    parseNews(text, 'plan.yaml', table);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
};

describe('a plan of news', () => {
  it('is put in order of review, and takes the place of chance', () => {
    const news = parseNews(
      `news:
  - at: 2027
    news: storm
    say: "<b>A storm</b> is coming."
  - at: 2026
    news: none
`,
      'plan.yaml',
      table,
    );
    expect(news).toEqual([
      { at: 2026, news: 'none' },
      { at: 2027, news: 'storm', say: '<b>A storm</b> is coming.' },
    ]);
    for (const seed of ['1', '2', '3', '4', '5']) {
      const game = goOn(
        playable,
        startGame(playable, { seats: ['boulware', 'boulware', 'boulware'], seed, news }),
      );
      const told = stateOf(game).moves.filter(({ about }) => about === 'news');
      expect(told.slice(0, 2).map(({ move }) => move)).toEqual(['no news', 'storm'].slice(0, told.length));
    }
  });

  it('may speak without changing anything', () => {
    const setup = { ...madeSetup, news: [{ at: 2026, say: 'Good morning.' }] };
    const spoken = startGame(playable, setup);
    expect(viewOf(playable, setup, stateOf(spoken), 1).said).toBe('Good morning.');
    expect(stateOf(goOn(playable, spoken))).toEqual(stateOf(goOn(playable, startGame(playable, madeSetup))));
  });

  it('is refused with every problem at its place', () => {
    const text = `news:
  - at: 2026
    news: strom
  - at: 2025
    news: calm
  - at: 2027
    news: calm
  - at: 2027
    say: again
  - at: 2028
`;
    expect(problemsOf(text).map(({ code, place }) => [code, place?.line, place?.column])).toEqual([
      ['unknown-news', 3, 11],
      ['no-review', 4, 9],
      ['duplicate-news', 8, 9],
      ['nothing-planned', 10, 9],
    ]);
    expect(renderProblem(problemsOf(text)[0]!)).toContain('did you mean "storm"?');
  });

  it('is refused where it has not the shape of one', () => {
    const codes = (text: string) => problemsOf(text).map(({ code }) => code);
    expect(codes('')).toEqual(['empty-file']);
    expect(codes('nwes: []')).toEqual(['unknown-key', 'missing-key']);
    expect(codes('news: 3')).toEqual(['wrong-value']);
    expect(codes('news:\n  - storm\n  - at: soon\n    sya: x\n  - news: calm\n')).toEqual([
      'wrong-value',
      'wrong-value',
      'unknown-key',
      'missing-key',
    ]);
    expect(codes('news:\n  - at: 2026\n    news: 3\n')).toEqual(['wrong-value']);
    expect(codes(`news:\n  - {at: 2026, say: "${'x'.repeat(2001)}"}\n`)).toEqual(['too-long']);
  });

  it('has nothing to name where the table has no news, and no quiet where news are certain', () => {
    const start = (news: typeof table.news, id: string) => {
      const other = madePlayable(3, { news });
      return () => startGame(other, { ...madeSetup, news: [{ at: 2026, news: id }] });
    };
    expect(start([], 'calm')).toThrow('this negotiation has no news');
    const [calm] = table.news;
    expect(start([{ ...calm!, probability: 1 }], 'none')).toThrow('there is no news "none"');
    expect(start([{ ...calm!, probability: 1 }], 'calm')).not.toThrow();
  });
});

describe('a setup', () => {
  it('is refused where a seat has nobody that there is', () => {
    expect(() => startGame(playable, { ...madeSetup, seats: ['persn', 'solution', 'person'] })).toThrow(
      'nobody called "persn" can play USA',
    );
  });
});
