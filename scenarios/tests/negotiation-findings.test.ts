import { readFileSync } from 'node:fs';
import { economy2024, lawOf } from '@usmca-sim/data';
import { describe, expect, test } from 'vitest';
import { negotiationFindings } from '../negotiation-findings.js';
import { ReviewInPlay, reviewCase, withFigures } from '../review-in-play.js';
import { caseLibrary } from '../src/index.ts';

const economy = economy2024();
const world = { economy, law: lawOf(economy), library: caseLibrary() };
const review = await reviewCase(world, 'review-as-it-went');
const alone = await reviewCase(world, 'united-front');
const lists = await reviewCase(world, 'lift-or-answer-in-kind');
const play = (scenario: typeof review) => new ReviewInPlay(world, scenario);
const asItWent = play(review);

// What is found depends on the stances of the library; figures in comments are those of the page.
test('the page on findings is what the cases give now', async () => {
  const page = readFileSync(new URL('../../docs/negotiation-findings.md', import.meta.url), 'utf8');
  expect(page, 'run: pnpm run generate').toBe(await negotiationFindings(world));
}, 120_000);

test('moves asked about are those that the outcome is made of', () => {
  const regimes = ['extended', 'two-bilaterals', 'bilateral-one', 'bilateral-other'] as const;
  const settled = regimes.reduce((sum, regime) => sum + asItWent.chanceOf(regime), 0);
  const packages = asItWent.packagesAtTheEnd();
  expect(packages.reduce((sum, [, probability]) => sum + probability, 0)).toBeCloseTo(1, 10);
  const none = packages.find(([name]) => name === 'none')?.[1] ?? 0;
  expect(1 - none).toBeCloseTo(settled, 8);
  const confirmed = asItWent.probability(({ name }) => name === 'confirm / confirm');
  expect(confirmed).toBeCloseTo(asItWent.chanceOf('extended', 0), 10);
});

describe('under the present policy', () => {
  test('limbo leads after the first review, as it did, and no protocol is as likely', () => {
    // Found: .64 against .23, .07 and .06.
    const limbo = asItWent.chanceOf('in-force', 0);
    for (const regime of ['extended', 'bilateral-one', 'bilateral-other'] as const) {
      expect(limbo).toBeGreaterThan(2 * asItWent.chanceOf(regime, 0));
    }
  });

  test('a pragmatic government extends, sooner and in the end', async () => {
    // Found: .58 against .23 in 2026, .97 against .73 in 2036.
    const pragmatic = play(await reviewCase(world, 'pragmatic-washington'));
    for (const at of [0, -1]) {
      expect(pragmatic.chanceOf('extended', at)).toBeGreaterThan(asItWent.chanceOf('extended', at) + 0.1);
    }
  });
});

test('more US audience cost makes an extension less likely', () => {
  const chances = [0, 0.1, 0.2, 0.3, 0.4, 0.6].map((audienceCost) =>
    play(withFigures(review, 'USA', { audienceCost })).chanceOf('extended'),
  );
  // Found: .93 .89 .79 .73 .64 .19.
  for (const [at, chance] of chances.slice(1).entries()) expect(chance).toBeLessThan(chances[at]! - 0.02);
});

test('a higher US price of limbo makes it likelier at the first review, with deals for two and without', () => {
  for (const scenario of [review, alone]) {
    const games = [0, 0.01, 0.03, 0.05, 0.1].map((uncertainty) =>
      play(withFigures(scenario, 'USA', { uncertainty })),
    );
    const chances = games.map((game) => game.chanceOf('extended', 0));
    // Found: .23 .30 .47 .60 .78, and .27 .38 .55 .68 .82.
    for (const [at, chance] of chances.slice(1).entries()) expect(chance).toBeGreaterThan(chances[at]!);
    // With deals for two also at the last, .73 to .96, where protocols give way to it: .27 to .04.
    if (scenario !== review) continue;
    expect(games.at(-1)!.chanceOf('extended')).toBeGreaterThan(games[0]!.chanceOf('extended') + 0.1);
    for (const regime of ['two-bilaterals', 'bilateral-one', 'bilateral-other'] as const)
      expect(games.at(-1)!.chanceOf(regime)).toBeLessThan(games[0]!.chanceOf(regime));
  }
});

describe('a united front', () => {
  const front = (breakingFront: number) =>
    play(withFigures(withFigures(review, 'CAN', { breakingFront }), 'MEX', { breakingFront }));
  const [loose, dear] = [front(0), front(0.3)];
  const kept = play(alone);
  const confirmed = (game: ReviewInPlay) =>
    game.probability(({ about, name }) => about === 'confirm small-package' && name === 'confirm / confirm', {
      among: ({ about }) => about === 'confirm small-package',
    });

  test('that is dear to break hurts both, who break it at times', () => {
    // Found: Canada −.703 to −.719, Mexico .180 to .168.
    for (const party of [1, 2]) expect(dear.value(party)).toBeLessThan(loose.value(party));
  });

  test('that is whole helps both, Mexico more', () => {
    // Found: Canada −.490, Mexico .524.
    const [canada, mexico] = [1, 2].map((party) => kept.value(party) - loose.value(party)) as [
      number,
      number,
    ];
    expect(canada).toBeGreaterThan(0.1);
    expect(mexico).toBeGreaterThan(canada);
  });

  test('that is whole can refuse the small package, and ends with concessions on all sides', () => {
    // Found: confirmed with .07 against .58; at the end .90 with concessions against .27, behind .41 of small ones.
    expect(confirmed(kept)).toBeLessThan(confirmed(loose) / 2);
    expect(kept.packagesAtTheEnd()[0]![0]).toBe('extension-with-concessions');
    expect(loose.packagesAtTheEnd()[0]![0]).toBe('small-package');
  });
});

test('after a US-Canada side deal Mexico trusts Canada less and a common front is less likely', () => {
  const { year, yearly } = asItWent.game;
  const together = (state: number) =>
    asItWent.probability(({ name }) => name === 'join / join', { state, review: 1 });
  const after = year.states.flatMap(({ regime }, state) => (regime === 'bilateral-one' ? [state] : []));
  expect(after.length).toBeGreaterThan(0);
  for (const state of after) {
    expect(year.states[state]!.trust).toBe(-1);
    expect(yearly[state]![2]!.relationship).toBeLessThan(yearly[year.start]![2]!.relationship);
    // Found after metals for dairy rules: .19 against .63.
    expect(together(state)).toBeLessThan(together(year.start));
  }
});

describe("Canada's lists of 2025", () => {
  const game = play(lists);
  const { start } = game.game.year;
  const lifted = game.limboWith(['us-fentanyl-canada']);
  const second = game.limboWith(['us-fentanyl-canada', 'canada-lists', 'canada-second-list']);
  const usLifts = (state: number) =>
    game.probability(({ player, name }) => player === 0 && name === 'lift us-fentanyl-canada', { state });

  test('stand when the game begins', () => {
    expect(game.limboWith(['us-fentanyl-canada', 'canada-lists'])).toBe(start);
    expect(Math.min(lifted, second)).toBeGreaterThan(0);
  });

  test('lifted, they help Canada and the United States in trade, and hurt Mexico', () => {
    // Percent of real income a year. Found: +.0056, +.0145, −.0025.
    const [usa, canada, mexico] = game.tradeIn(lifted).realIncome as [number, number, number];
    expect(usa).toBeGreaterThan(0);
    expect(canada).toBeGreaterThan(usa);
    expect(mexico).toBeLessThan(0);
    const imports = (state: number) => game.tradeIn(state).flow[1]![0]!;
    expect(imports(lifted)).toBeGreaterThan(imports(start));
  });

  test('lifted, they bring no return worth the name; answered in kind they bring a little, at a cost in trade', () => {
    expect(Math.abs(usLifts(lifted) - usLifts(start))).toBeLessThan(0.05);
    expect(usLifts(second)).toBeGreaterThan(usLifts(start));
    const { realIncome } = game.tradeIn(second);
    for (const party of [0, 1]) expect(realIncome[party]).toBeLessThan(-0.01);
  });
});
