import type { RegimeKind } from '@usmca-sim/core';

/** A regime as the label of a row: `protocol with Canada alone`. Names of parties in the table's order. */
export function regimeLabel(regime: RegimeKind, [proposer, one, other]: readonly string[]): string {
  switch (regime) {
    case 'in-force':
      return 'In force, not extended';
    case 'extended':
      return 'Extended';
    case 'bilateral-one':
      return `Protocol with ${one} alone`;
    case 'bilateral-other':
      return `Protocol with ${other} alone`;
    case 'two-bilaterals':
      return 'Two protocols';
    case 'without-proposer':
      return `Without ${proposer}`;
    case 'expired':
      return 'Expired';
  }
}

/** What a regime is, as a clause. Names of parties as they stand in a sentence. */
export function regimeInWords(regime: RegimeKind, [proposer, one, other]: readonly string[]): string {
  switch (regime) {
    case 'in-force':
      return 'the agreement is in force, not extended, and reviewed every year';
    case 'extended':
      return 'the agreement is extended';
    case 'bilateral-one':
      return `${proposer} and ${one} have a protocol of their own, ${other} has none`;
    case 'bilateral-other':
      return `${proposer} and ${other} have a protocol of their own, ${one} has none`;
    case 'two-bilaterals':
      return `${proposer} has a protocol with each of ${one} and ${other}`;
    case 'without-proposer':
      return `${proposer} has left, ${one} and ${other} remain`;
    case 'expired':
      return 'the agreement has expired';
  }
}

/** One letter a regime, for bars: that of the partner where a protocol is with one alone, if nothing else has it. */
export function regimeLetters([, one = '', other = '']: readonly string[]): Record<RegimeKind, string> {
  const taken = ['F', 'E', 'T', 'W', 'X'];
  const [a, b] = [one.charAt(0).toUpperCase(), other.charAt(0).toUpperCase()];
  const clear = a !== b && [a, b].every((letter) => /^[A-Z]$/.test(letter) && !taken.includes(letter));
  return {
    'in-force': 'F',
    extended: 'E',
    'bilateral-one': clear ? a : 'A',
    'bilateral-other': clear ? b : 'B',
    'two-bilaterals': 'T',
    'without-proposer': 'W',
    expired: 'X',
  };
}
