import { expect, it } from 'vitest';
import { dayNumber, dayPeriod, partInForce, yearPeriod } from './calendar.ts';

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

it('gives the part of a year that something is in force for', () => {
  const year = yearPeriod(2025);
  const first = dayNumber('2025-09-01');
  expect(partInForce(year, undefined, first)).toBe(243 / 365);
  expect(partInForce(year, first, undefined)).toBe(122 / 365);
  expect(partInForce(year, undefined, undefined)).toBe(1);
  expect(partInForce(year, dayNumber('2026-01-01'), undefined)).toBe(0);
  expect(partInForce(year, undefined, dayNumber('2025-01-01'))).toBe(0);
  expect(partInForce(year, dayNumber('2024-06-01'), dayNumber('2025-01-11'))).toBe(10 / 365);
});

it('is all or nothing for a single day', () => {
  const lastDay = dayPeriod('2025-08-31');
  expect(partInForce(lastDay, undefined, dayNumber('2025-09-01'))).toBe(1);
  expect(partInForce(lastDay, dayNumber('2025-09-01'), undefined)).toBe(0);
});
