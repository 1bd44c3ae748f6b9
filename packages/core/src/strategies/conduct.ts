import type { NegotiationTable } from '../negotiation/table.ts';

/** How a move treats each party, in the table's order: 1 friendly, 0 neither, −1 hostile. */
export type Conduct = readonly [number, number, number];

/** Reads how a move of a party treats the others, from its name and what it is about. */
export type ReadConduct = (player: number, about: string, move: string) => Conduct;

const neither: Conduct = [0, 0, 0];

/**
 * How the moves of a review treat the others. Friendly: to make an offer (to those that it is made to), to accept or
 * confirm, to join a front, to lift a measure, to take a notice back. Hostile: to refuse an offer (to the proposer), to
 * make a protocol alone (to the third), to impose, to give notice, to leave. To hold, to make no offer and to stay out
 * of a front are neither.
 */
export function conductAtReviews({ parties, escalations }: NegotiationTable): ReadConduct {
  const towards = (tone: number, met: (party: number) => boolean): Conduct => [
    met(0) ? tone : 0,
    met(1) ? tone : 0,
    met(2) ? tone : 0,
  ];
  return (player, about, move) => {
    const others = (tone: number) => towards(tone, (party) => party !== player);
    const measure = /^(impose|lift) (\S+)$/.exec(move);
    if (measure) {
      const against = parties.indexOf(escalations.find(({ id }) => id === measure[2])?.against ?? '');
      return towards(measure[1] === 'lift' ? 1 : -1, (party) => party === against);
    }
    if (/^(?:turn to|offer) /.test(move)) {
      const whom = /^turn to (\S+)$/.exec(move) ?? /^offer \S+ to (\S+)$/.exec(move);
      const partner = parties.indexOf(whom?.[1] ?? '');
      return partner < 0 ? others(1) : towards(1, (party) => party === partner);
    }
    switch (move) {
      case 'accept':
        return [1, player === 1 ? 0 : -1, player === 2 ? 0 : -1];
      case 'confirm':
        return others(1);
      case 'refuse':
        return towards(-1, (party) => party === 0);
      case 'join':
        return about === 'caucus' ? towards(1, (party) => party === 3 - player) : neither;
      case 'give notice':
      case 'leave':
        return others(-1);
      case 'take the notice back':
        return others(1);
      default:
        return neither;
    }
  };
}
