/** Why a text is not a usable date, with advice; undefined when it is an ISO date that exists, 1994 to 2060. */
export function dateFault(text: string): { message: string; advice?: string } | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) {
    const loose = /^\s*(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})\s*$/.exec(text);
    const iso = loose && `${loose[1]}-${loose[2]!.padStart(2, '0')}-${loose[3]!.padStart(2, '0')}`;
    const advice = iso && !dateFault(iso) ? `did you mean ${iso}?` : 'write year-month-day, as in 2025-09-01';
    return { message: `"${text}" is not a date`, advice };
  }
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12) {
    return {
      message: `there is no month ${match[2]}: ${text}`,
      advice: 'dates are year-month-day',
    };
  }
  const days = daysIn(year, month);
  if (day < 1 || day > days) {
    const last = `${match[1]}-${match[2]}-${days}`;
    return {
      message: `${text} does not exist`,
      advice:
        day < 1 ? `the first day of that month is ${match[1]}-${match[2]}-01` : `that month ends on ${last}`,
    };
  }
  if (year < 1994 || year > 2060) return { message: `${text} lies outside 1994-01-01 to 2060-12-31` };
  return undefined;
}

export function looksLikeDate(text: string): boolean {
  return /^\s*\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}\s*$/.test(text);
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
