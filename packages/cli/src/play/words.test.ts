import { InputError } from '@usmca-sim/core';
import { describe, expect, it } from 'vitest';
import { chancesIn, choiceIn, flowIn, wordIn } from './words.ts';

const choices = [
  { move: 'accept', shown: 'Accept' },
  { move: 'offer clean to CAN', shown: 'Offer “Clean” to Canada' },
];
const adviceOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.problems[0]!.advice;
    throw error;
  }
  return undefined;
};

describe('what is typed', () => {
  it.each(['2', ' 2 ', 'offer clean to can', 'Offer "Clean" to Canada'])(
    '%j is the second choice',
    (line) => {
      expect(choiceIn(line, choices)).toBe(1);
    },
  );

  it.each(['0', '3', '1.5', '-1', '9'.repeat(400)])('%j is no number of a choice', (line) => {
    expect(adviceOf(() => choiceIn(line, choices))).toBe('type a number from 1 to 2');
  });

  it('is a word with what follows it, by any of its names', () => {
    expect(wordIn('What-If  Canada refuses ')).toEqual({ word: 'what-if', rest: 'Canada refuses' });
    expect(wordIn('?')).toEqual({ word: 'help', rest: '' });
    expect(wordIn('accept')).toBeUndefined();
    expect(wordIn('constructor')).toBeUndefined();
  });

  it('is a probability by move, or certainty', () => {
    expect(chancesIn('accept', choices)).toEqual({ accept: 1 });
    expect(chancesIn('1=25, 2:75%', choices)).toEqual({ accept: 0.25, 'offer clean to CAN': 0.75 });
    expect(adviceOf(() => chancesIn('1=25 2=', choices))).toBe('such as 1=70 2=30, in percent');
  });

  it('is a flow, importer first', () => {
    const parties = ['USA', 'CAN', 'MEX'];
    const flow = { importer: 0, exporter: 1, change: -3.5 };
    for (const minus of ['-', '−']) expect(flowIn(`usa from CAN ${minus}3.5%`, parties)).toEqual(flow);
    expect(adviceOf(() => flowIn('USA to CAN 3', parties))).toBe('such as predict USA from CAN -3.5');
  });
});
