import { adviseWord, InputError, ProblemList } from '@usmca-sim/core';
import type { GameSetup } from '@usmca-sim/core/play';
import { strategies } from '@usmca-sim/core/strategies';

export type Concept = 'quantal' | 'subgame-perfect';

const concepts: readonly string[] = ['quantal', 'subgame-perfect'] satisfies Concept[];

/**
 * Seats from `--as CAN,MEX` and `--others boulware` or `--others USA=quantal`. Who plays `quantal` or `subgame-perfect`
 * plays the solution: `conceptFor` sees to it that it is that one.
 *
 * @throws InputError with everything that is wrong.
 */
export function seatsOf(
  as: string,
  others: readonly string[],
  parties: readonly string[],
): GameSetup['seats'] {
  const problems = new ProblemList();
  const people = new Set(listOf(as).map((word) => partyOf(word, parties, problems)));
  if (people.size === 0) problems.add('as', '--as names nobody', undefined, `such as --as ${parties[1]}`);
  const known = ['solution', ...concepts, ...strategies.map(({ id }) => id).filter((id) => id !== 'quantal')];
  const seatOf = new Map<number, string>();
  let forAll = 'solution';
  for (const word of others.flatMap(listOf)) {
    const [before, after] = word.split(/=(.*)/s);
    const id = (after ?? before!).trim().toLowerCase();
    if (!known.includes(id))
      problems.add('seat', `nobody called "${id}" can play`, undefined, adviseWord(id, known));
    if (after === undefined) {
      forAll = id;
      continue;
    }
    const party = partyOf(before!, parties, problems);
    if (people.has(party)) {
      const message = `${parties[party]} is played by a person, and cannot be played by ${id} as well`;
      problems.add('seat', message, undefined, 'leave it out of --as or of --others');
    }
    seatOf.set(party, id);
  }
  const chosen = parties.map((_, party) => (people.has(party) ? 'person' : (seatOf.get(party) ?? forAll)));
  problems.throwIfAny();
  return chosen.map((seat) => (concepts.includes(seat) ? 'solution' : seat)) as unknown as GameSetup['seats'];
}

/**
 * The concept by which the game has to be solved for those at the table.
 *
 * @throws InputError where one is to be played and another asked for, or two are.
 */
export function conceptFor<C extends string>(
  asked: C | undefined,
  others: readonly string[],
): C | Concept | undefined {
  const played = others.flatMap(listOf).map((word) => word.replace(/^.*=/s, '').trim().toLowerCase());
  const wanted = [
    ...new Set([...(asked === undefined ? [] : [asked]), ...played.filter((id) => concepts.includes(id))]),
  ];
  if (wanted.length < 2) return wanted[0] as C | Concept | undefined;
  const message = `one game cannot be solved as ${wanted.join(' and as ')}`;
  const advice = 'let --concept and --others name the same, or leave one out';
  throw new InputError([{ code: 'concept', message, advice }]);
}

function listOf(words: string): string[] {
  return words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function partyOf(word: string, parties: readonly string[], problems: ProblemList): number {
  const party = parties.indexOf(word.trim().toUpperCase());
  if (party < 0) {
    problems.add(
      'party',
      `"${word.trim()}" is no party of this negotiation`,
      undefined,
      adviseWord(word, parties),
    );
  }
  return party;
}
