import { expect, it } from 'vitest';
import { dayNumber, dayPeriod, yearPeriod } from './calendar.ts';

const days = ({ from, until }: { from: number; until: number }) => until - from;

it('counts days since 1970', () => {
  expect(dayNumber('1970-01-01')).toBe(0);
  expect(dayNumber('2000-03-01') - dayNumber('2000-02-28')).toBe(2);
  expect(dayNumber('2025-09-01') - dayNumber('2025-01-01')).toBe(243);
});

it('knows leap years', () => {
  expect(days(yearPeriod(2025))).toBe(365);
  expect(days(yearPeriod(2028))).toBe(366);
  expect(days(dayPeriod('2028-02-29'))).toBe(1);
});
