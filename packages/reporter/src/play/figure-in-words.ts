/** What a figure of a stance is about, for who plays the party: `audience-cost`, `trust CAN`. */
export function figureInWords(name: string, nameOf: (code: string) => string): string {
  const [key, code] = name.split(' ') as [string, string?];
  const words = figures[key];
  return words === undefined ? name : words(code === undefined ? '' : nameOf(code));
}

const figures: Readonly<Record<string, (of: string) => string>> = {
  'sector-weights': (of) => `Weight of ${of} beside other sectors (1 is neutral)`,
  'audience-cost': () => 'Backing down altogether from what you have said in public, once, percent',
  'domestic-pressure': () => 'How much criticism at home multiplies that (1 is neutral)',
  patience: () => 'What a payoff of next year counts this year',
  uncertainty: () => 'A year in which the agreement is neither extended nor replaced, percent',
  trust: (of) => `A year of good standing with ${of}, percent`,
  'breaking-front': () => 'Breaking a common front that you have joined, once, percent',
  leaving: () => 'Leaving the agreement, once, beyond trade, percent',
  revoking: () => 'Taking a notice of withdrawal back, once, percent',
  precision: () => 'How closely the solved game has you follow your payoffs (0 is by chance)',
};
