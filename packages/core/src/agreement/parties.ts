/** The parties to the agreement, by the codes of their regions. */
export const parties = ['USA', 'CAN', 'MEX'] as const;

export type Party = (typeof parties)[number];

/** Two parties, in the order of `parties`. */
export type PartyPair = readonly [Party, Party];

/** Every two of the three parties. */
export const partyPairs: readonly PartyPair[] = [
  ['USA', 'CAN'],
  ['USA', 'MEX'],
  ['CAN', 'MEX'],
];

const names: Record<Party, string> = { USA: 'the United States', CAN: 'Canada', MEX: 'Mexico' };

/** As in a sentence: `the United States`. */
export function partyName(party: Party): string {
  return names[party];
}

/** `Canada`, `Canada and Mexico`, `the United States, Canada and Mexico`. */
export function partyNames(several: readonly Party[]): string {
  const last = several.at(-1);
  if (last === undefined) return 'nobody';
  if (several.length === 1) return names[last];
  const others = several.slice(0, -1).map((party) => names[party]);
  return `${others.join(', ')} and ${names[last]}`;
}

/** The pair of two parties, whichever is named first. */
export function pairOf(one: Party, other: Party): PartyPair {
  return parties.indexOf(one) < parties.indexOf(other) ? [one, other] : [other, one];
}

export function isSamePair([a, b]: PartyPair, pair: PartyPair): boolean {
  const [c, d] = pairOf(...pair);
  const [first, second] = pairOf(a, b);
  return first === c && second === d;
}
