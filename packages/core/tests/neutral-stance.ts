import type { Reasoned, Stance } from '../src/negotiation/stance.ts';

export const figure = (value: number): Reasoned => ({ value, origin: 'normalised', because: 'for a test' });

/** A government without politics, for which next year counts nine tenths. */
export function neutralStance(party: string, parts: Partial<Stance> = {}): Stance {
  return {
    id: `stance-of-${party}`,
    title: party,
    party,
    author: 'test',
    sources: [],
    objectives: [],
    redLines: [],
    sectorWeights: {},
    audienceCost: figure(0),
    domesticPressure: figure(1),
    patience: figure(0.9),
    uncertainty: figure(0),
    trust: {},
    breakingFront: figure(0),
    leaving: figure(0),
    revoking: figure(0),
    types: [],
    precision: figure(2),
    ...parts,
  };
}
