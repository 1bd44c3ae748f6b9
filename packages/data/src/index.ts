/** The world on record: the economy of 2024 or one’s own, the law, trade as observed, figures of published studies. */
export { economy2024, economyIn } from './economies.ts';
export { hashOf, readEconomyFolder } from './files.ts';
export { canadianDollarsPerUsDollar } from './law/canada-lists.ts';
export { lawOf } from './law/law.ts';
export { type ChapterFlow, observedTrade, observedTradeByChapter } from './observed.ts';
export { type PublishedFigure, publishedFigures } from './published-figures.ts';
