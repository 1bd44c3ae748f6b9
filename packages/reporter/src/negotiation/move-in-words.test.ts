import { describe, expect, it } from 'vitest';
import { madeNegotiation } from '../../tests/made-negotiation.ts';
import { contentOfOffer, isTurning, moveAsInfinitive, moveInWords } from './move-in-words.ts';

const cast = { table: madeNegotiation().choices.table, names: ['the United States', 'Canada', 'Mexico'] };

describe('moveInWords', () => {
  it.each([
    [[0], 'offer', 'no offer', 'the United States makes no offer'],
    [[0], 'offer', 'offer clean', 'the United States offers “Clean extension” to both'],
    [
      [0],
      'offer',
      'offer with-mexico to MEX, then clean to CAN',
      'the United States offers “Protocol with Mexico” to Mexico, and if refused “Clean extension” to Canada',
    ],
    [[0], 'offer', 'turn to both', 'the United States turns to both'],
    [[0], 'offer', 'turn to MEX', 'the United States turns to Mexico'],
    [[0], 'offer', 'turn to one after the other', 'the United States turns to one after the other'],
    [[2], 'answer to with-mexico', 'accept', 'Mexico accepts “Protocol with Mexico”'],
    [[1, 2], 'caucus', 'join / join', 'Canada and Mexico act as one'],
    [[1, 2], 'caucus', 'apart / join', 'no common front: Mexico would join one, Canada would not'],
    [[1, 2], 'confirm clean', 'confirm / confirm', 'Canada and Mexico confirm “Clean extension”'],
    [[1, 2], 'confirm clean', 'refuse / confirm', 'Canada refuses and Mexico confirms “Clean extension”'],
    [[0], 'measures', 'impose cars', 'the United States imposes “50% on cars”'],
    [[0], 'measures', 'give notice', 'the United States gives notice of withdrawal'],
    [[0], 'notice of withdrawal', 'leave', 'the United States lets its notice run out and leaves'],
    [[], 'news', 'no news', 'no news before the review'],
  ])('%j %s: %s', (players, about, move, words) => {
    expect(moveInWords({ players, about, move }, cast)).toBe(words);
  });

  it('says of an offer what it holds, after whom it turns to', () => {
    expect(['turn to CAN', 'offer clean', 'no offer'].map(isTurning)).toEqual([true, false, false]);
    expect(contentOfOffer('offer clean', cast)).toBe('with “Clean extension”');
    expect(contentOfOffer('offer with-mexico to MEX', cast)).toBe('with “Protocol with Mexico”');
    expect(contentOfOffer('offer with-mexico to MEX, then clean to CAN', cast)).toBe(
      'with “Protocol with Mexico” to Mexico and, if refused, “Clean extension” to Canada',
    );
  });

  it('says what would be done instead', () => {
    expect(moveAsInfinitive('offer', 'turn to CAN', cast)).toBe('to turn to Canada');
    expect(moveAsInfinitive('offer', 'offer clean', cast)).toBe('to offer “Clean extension” to both');
    expect(moveAsInfinitive('answer to clean', 'refuse', cast)).toBe('to refuse');
    expect(moveAsInfinitive('notice of withdrawal', 'leave', cast)).toBe(
      'to let its notice run out and leave',
    );
  });
});
