import type { NegotiationTable } from '../negotiation/table.ts';
import { adviseWord } from '../problems/nearest-word.ts';
import type { Problem } from '../problems/problem.ts';
import type { PlannedNews } from './game-state.ts';

/** How a facilitator's plan says that a review has no news. */
export const noNews = 'none';

/** The longest that a facilitator may say at once, in characters. */
const longestWords = 2000;

/** What is wrong with an item of a plan, after those before it, and which of its keys; undefined where nothing is. */
export function newsProblem(
  { reviews, news: list }: NegotiationTable,
  { at, news, say }: PlannedNews,
  before: readonly PlannedNews[],
): (Problem & { readonly key: keyof PlannedNews }) | undefined {
  if (!reviews.includes(at)) {
    const advice = `reviews are held in ${reviews.join(', ')}`;
    return { key: 'at', code: 'no-review', message: `there is no review in ${at}`, advice };
  }
  if (before.some((one) => one.at === at)) {
    const message = `the review of ${at} has its news already`;
    return { key: 'at', code: 'duplicate-news', message, advice: 'leave one entry a review' };
  }
  if (news === undefined && say === undefined) {
    const message = `nothing is planned for the review of ${at}`;
    return { key: 'at', code: 'nothing-planned', message, advice: 'add "news:" or "say:"' };
  }
  if (say !== undefined && say.length > longestWords) {
    const message = `"say" has ${say.length} characters, more than ${longestWords}`;
    return { key: 'say', code: 'too-long', message, advice: 'say it in fewer words' };
  }
  if (news === undefined) return undefined;
  if (list.length === 0) {
    const message = 'this negotiation has no news';
    return { key: 'news', code: 'unknown-news', message, advice: 'leave "news" out, and use "say" alone' };
  }
  const mayBeNone = list.reduce((sum, { probability }) => sum + probability, 0) < 1 - 1e-12;
  const known = [...list.map(({ id }) => id), ...(mayBeNone ? [noNews] : [])];
  if (known.includes(news)) return undefined;
  const advice = adviseWord(news, known);
  return {
    key: 'news',
    code: 'unknown-news',
    message: `there is no news "${news}"`,
    ...(advice ? { advice } : {}),
  };
}
