import { type GraphModel, graphModel } from './graph-model.ts';

// Published conflicts, each a few lines. Their answers, and where those come from, are in the tests.

/**
 * Elmira, Ontario, 1991: a chemical plant has polluted the ground water. The ministry may modify its control order (and
 * cannot take that back), the plant may delay, accept or abandon (the latter two for good), the local government may
 * insist on the original order. Hipel, Fang, Kilgour and Haight (1993); Fang, Hipel and Kilgour (1993), Interactive
 * Decision Making, section 3.4: nine states, numbered from 1 there and from 0 here. Preferences are ordinal, nine for
 * the most preferred.
 */
export function elmira(): GraphModel {
  const states = [
    'delay',
    'delay, modified',
    'accept',
    'accept, modified',
    'delay, insist',
    'delay, modified, insist',
    'accept, insist',
    'accept, modified, insist',
    'abandon',
  ];
  const modify = [pair(1, 2), pair(3, 4), pair(5, 6), pair(7, 8)];
  const accept = [pair(1, 3), pair(2, 4), pair(5, 7), pair(6, 8)];
  const abandon = [1, 2, 3, 4, 5, 6, 7, 8].map((state) => pair(state, 9));
  const insist = [pair(1, 5), pair(2, 6), pair(3, 7), pair(4, 8)];
  return graphModel({
    title: 'Elmira',
    players: ['Ministry', 'Plant', 'Local government'],
    states,
    moves: [
      modify,
      [...accept, ...abandon],
      [...insist, ...insist.map(([from, to]): [number, number] => [to, from])],
    ],
    preference: [
      ranked(7, 3, 4, 8, 5, 1, 2, 6, 9),
      ranked(1, 4, 8, 5, 9, 3, 7, 2, 6),
      ranked(7, 3, 5, 1, 8, 6, 4, 2, 9),
    ],
  });
}

/** The prisoner's dilemma: both can change their own choice, back and forth. States CC, CD, DC, DD. */
export function prisonersDilemma(): GraphModel {
  const both = (a: number, b: number): [number, number][] => [
    [a, b],
    [b, a],
  ];
  return graphModel({
    title: "Prisoner's dilemma",
    players: ['Row', 'Column'],
    states: ['CC', 'CD', 'DC', 'DD'],
    moves: [
      [...both(0, 2), ...both(1, 3)],
      [...both(0, 1), ...both(2, 3)],
    ],
    preference: [
      [3, 1, 4, 2],
      [3, 4, 1, 2],
    ],
  });
}

/** From states numbered from 1. */
function pair(from: number, to: number): [number, number] {
  return [from - 1, to - 1];
}

/** From states numbered from 1, the most preferred first. */
function ranked(...order: readonly number[]): number[] {
  return order.map((_, state) => order.length - order.indexOf(state + 1));
}
