import type { Economy } from '../economy/economy.ts';
import { adviseWord, nearestWord } from '../problems/nearest-word.ts';
import type { Place } from '../problems/problem.ts';
import type { ProblemList } from '../problems/problem-list.ts';

/** A word or list of words as written, with the place of each. */
export interface WrittenWords {
  readonly words: readonly { readonly word: string; readonly place: Place }[];
}

interface Coded {
  readonly code: string;
  readonly name: string;
}

/** Advice on a code that does not exist: the nearest one, or the one whose name has the word in it. */
export function adviseCode(
  word: string,
  coded: readonly Coded[],
  others: readonly string[] = [],
): string | undefined {
  const stem = word.toLowerCase().replace(/s$/, '');
  const meant = stem.length < 3 ? undefined : coded.find(({ name }) => name.toLowerCase().includes(stem));
  const near = nearestWord(word, [...coded.map(({ code }) => code), ...others]);
  if (near === undefined && meant) return `did you mean ${meant.code} (${meant.name})?`;
  return adviseWord(word, [...coded.map(({ code }) => code), ...others]);
}

/** The codes of the regions that were named, in the economy's order, each once; undefined after a problem. */
export function regionsNamed(
  written: WrittenWords,
  economy: Economy,
  problems: ProblemList,
): readonly string[] | undefined {
  const codes = economy.regions.map((region) => region.code);
  const groups = {
    all: codes,
    parties: economy.parties.map((index) => codes[index]!),
  };
  return named('region', written, economy.regions, groups, problems);
}

/** The codes of the sectors that were named, in the economy's order, each once; undefined after a problem. */
export function sectorsNamed(
  written: WrittenWords,
  economy: Economy,
  problems: ProblemList,
): readonly string[] | undefined {
  const codes = economy.sectors.map((sector) => sector.code);
  const ofKind = (kind: string) =>
    economy.sectors.filter((sector) => sector.kind === kind).map((sector) => sector.code);
  const groups = {
    all: codes,
    goods: ofKind('goods'),
    services: ofKind('services'),
  };
  return named('sector', written, economy.sectors, groups, problems);
}

function named(
  kind: 'region' | 'sector',
  written: WrittenWords,
  coded: readonly Coded[],
  groups: Readonly<Record<string, readonly string[]>>,
  problems: ProblemList,
): readonly string[] | undefined {
  const codes = coded.map(({ code }) => code);
  const chosen = new Set<string>();
  let sound = true;
  for (const { word, place } of written.words) {
    if (codes.includes(word)) {
      chosen.add(word);
    } else if (Object.hasOwn(groups, word)) {
      for (const code of groups[word]!) chosen.add(code);
    } else {
      const advice = adviseCode(word, coded, Object.keys(groups));
      problems.add(`unknown-${kind}`, `there is no ${kind} "${word}"`, place, advice);
      sound = false;
    }
  }
  return sound ? codes.filter((code) => chosen.has(code)) : undefined;
}
