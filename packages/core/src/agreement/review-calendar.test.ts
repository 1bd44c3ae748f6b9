import { expect, test } from 'vitest';
import { addMonths, addYears, reviewAfter, reviewCalendar, termFrom } from './review-calendar.ts';

test('the first term has eleven reviews, 2026 to 2036', () => {
  expect(reviewCalendar('2026-07-01', '2036-07-01')).toEqual([
    '2026-07-01',
    '2027-07-01',
    '2028-07-01',
    '2029-07-01',
    '2030-07-01',
    '2031-07-01',
    '2032-07-01',
    '2033-07-01',
    '2034-07-01',
    '2035-07-01',
    '2036-07-01',
  ]);
  expect(reviewAfter('2026-07-01', '2026-07-01', '2036-07-01')).toBe('2027-07-01');
  expect(reviewAfter('2036-07-01', '2026-07-01', '2036-07-01')).toBeNull();
});

test('a month later is the same day, or the last of the month', () => {
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  expect(addMonths('2027-08-30', 6)).toBe('2028-02-29');
  expect(addMonths('2026-07-01', -1)).toBe('2026-06-01');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  expect(addYears('2028-02-29', 16)).toBe('2044-02-29');
  expect(addYears('2028-02-29', 6)).toBe('2034-02-28');
});

test('an extension from the six-year review keeps its cycle', () => {
  expect(termFrom('2026-07-01', '2026-07-01')).toEqual({
    termEnd: '2042-07-01',
    sixYearReview: '2032-07-01',
  });
  expect(termFrom('2026-07-01', '2032-07-01')).toEqual({
    termEnd: '2042-07-01',
    sixYearReview: '2038-07-01',
  });
  expect(termFrom('2029-03-10', '2029-03-10')).toEqual({
    termEnd: '2045-03-10',
    sixYearReview: '2035-03-10',
  });
});
