import { percent, table } from './markdown-table.js';
import { ReviewInPlay, reviewCase } from './review-in-play.js';

/**
 * @typedef {import('./review-in-play.js').World} World
 * @typedef {import('./review-in-play.js').Move} Move
 * @typedef {{ review: ReviewInPlay, lists: ReviewInPlay }} Games
 * @typedef {{ date: string, event: string, asked: string, chance?: (games: Games) => number }} Event
 */

const move = (/** @type {number} */ player, /** @type {string} */ name) => (/** @type {Move} */ one) =>
  one.player === player && one.name === name;
const measuresOf = (/** @type {number} */ player) => (/** @type {Move} */ one) =>
  one.player === player && one.about === 'measures';
const toCanada = (/** @type {Move} */ { about, name }) =>
  /^offer( to a common front)?$/.test(about) && / to CAN(,|$)/.test(name);

/** What the three did, and what of it the game can speak of. @type {readonly Event[]} */
const events = [
  {
    date: 'March 2025',
    event: 'Canada retaliates',
    asked: 'Canada puts its lists back while the fentanyl duty stands',
    chance: ({ lists }) =>
      lists.probability(move(1, 'impose canada-lists'), {
        state: lists.limboWith(['us-fentanyl-canada']),
        given: move(0, 'hold'),
        among: measuresOf(1),
      }),
  },
  {
    date: 'March 2025',
    event: 'Mexico does not',
    asked: 'Mexico leaves its measures as they are',
    chance: ({ lists }) => lists.probability(move(2, 'hold'), { among: measuresOf(2) }),
  },
  {
    date: 'June 2025',
    event: 'Canada drops its digital tax',
    asked: 'not on the table',
  },
  {
    date: 'September 2025',
    event: 'Canada lifts its lists',
    asked: 'Canada lifts them while the fentanyl duty stands',
    chance: ({ lists }) =>
      lists.probability(move(1, 'lift canada-lists'), { given: move(0, 'hold'), among: measuresOf(1) }),
  },
  {
    date: 'September 2025',
    event: 'The United States does not answer',
    asked: 'the fentanyl duty stays once the lists are gone',
    chance: ({ lists }) =>
      1 -
      lists.probability(move(0, 'lift us-fentanyl-canada'), {
        state: lists.limboWith(['us-fentanyl-canada']),
        among: measuresOf(0),
      }),
  },
  {
    date: '18 September 2025',
    event: 'Canada and Mexico agree an action plan',
    asked: 'they act as one at the first review',
    chance: ({ review }) => review.probability(({ name }) => name === 'join / join'),
  },
  {
    date: 'October 2025',
    event: 'The United States ends talks with Canada',
    asked: 'no protocol is offered to Canada in 2026',
    chance: ({ review }) => 1 - review.probability(toCanada),
  },
  {
    date: 'January 2026',
    event: 'Mexico raises duties on Asia',
    asked: 'in the law when the game begins',
  },
  {
    date: 'March to June 2026',
    event: 'The United States talks to Mexico alone',
    asked: 'of protocols offered, Mexico is asked alone or first',
    chance: ({ review }) => {
      const first =
        (/** @type {string} */ party) =>
        (/** @type {Move} */ { about, name }) =>
          /^offer( to a common front)?$/.test(about) && new RegExp(`^offer \\S+ to ${party}(,|$)`).test(name);
      const mexico = review.probability(first('MEX'));
      return mexico / (mexico + review.probability(first('CAN')));
    },
  },
  {
    date: '1 July 2026',
    event: 'Canada and Mexico would confirm',
    asked: 'both confirm an extension as it is, were it offered',
    chance: ({ review }) =>
      review.probability(
        ({ about, name }) => about === 'confirm clean-extension' && name === 'confirm / confirm',
        {
          among: ({ about }) => about === 'confirm clean-extension',
        },
      ),
  },
  {
    date: '1 July 2026',
    event: 'The United States does not',
    asked: 'no extension at the first review',
    chance: ({ review }) => 1 - review.chanceOf('extended', 0),
  },
  {
    date: '1 July 2026',
    event: 'The agreement stays in force, reviewed every year',
    asked: 'in force after the first review, and no protocol',
    chance: ({ review }) => review.chanceOf('in-force', 0),
  },
  {
    date: 'July and August 2026',
    event: 'The United States charges Canada under Section 338',
    asked: 'it does, of its measures where nothing has been agreed',
    chance: ({ review }) => review.probability(move(0, 'impose us-section-338'), { among: measuresOf(0) }),
  },
  {
    date: '21 August 2026',
    event: 'A US-Canada deal collapses',
    asked: 'Canada refuses metals for dairy rules, were it offered',
    chance: ({ review }) =>
      review.probability(({ about, name }) => about === 'answer to canada-sector-deal' && name === 'refuse', {
        among: ({ about }) => about === 'answer to canada-sector-deal',
      }),
  },
  {
    date: '8 September 2026',
    event: 'Canada retaliates',
    asked: 'it does, where Section 338 has been imposed',
    chance: ({ review }) =>
      review.probability(move(1, 'impose canada-counter-tariffs'), {
        given: move(0, 'impose us-section-338'),
        among: measuresOf(1),
      }),
  },
  {
    date: 'to October 2026',
    event: 'Nobody gives notice of withdrawal',
    asked: 'no notice in 2026',
    chance: ({ review }) => 1 - review.probability(move(0, 'give notice')),
  },
];

/** @param {World} world */
export async function calibrationTable(world) {
  const cases = [
    await reviewCase(world, 'review-as-it-went'),
    await reviewCase(world, 'lift-or-answer-in-kind'),
  ];
  const games = (/** @type {boolean} */ economistsView) => {
    const [review, lists] = cases.map(
      (scenario) =>
        new ReviewInPlay(world, { ...scenario, negotiation: { ...scenario.negotiation, economistsView } }),
    );
    return /** @type {Games} */ ({ review, lists });
  };
  const [calibrated, economists] = [games(false), games(true)];
  const rows = events.map(({ date, event, asked, chance }) => [
    date,
    event,
    asked,
    ...[calibrated, economists].map((one) => (chance ? percent(chance(one)) : '')),
  ]);
  return `## What happened, and how likely the game finds it

Probability of each event at the date at which the game can speak of it: in \`review-as-it-went\` from the law of 30 June
2026, and for 2025 in \`lift-or-answer-in-kind\` from the law of 31 August 2025. The game moves once a year and from July
2026 on, so that events of 2025 are read as moves of its first review. Beside the calibrated stances stands the
economist's view: real income alone, at the same precision.

${table(['date', 'event', 'what is asked of the game', 'calibrated', "economist's view"], rows, 3)}

Empty: the game cannot speak of it. The event that it misses is the collapse of August 2026: a deal for Canada that is
offered is taken, since a refusal leaves it in a limbo that costs it far more than the concession. Politics matter most
for what Mexico does, for the common front and for the confirmation by both partners, which real income alone makes
unlikely or leaves to chance.`;
}
