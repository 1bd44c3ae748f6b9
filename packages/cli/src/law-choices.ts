import { adviseWord, type Economy, InputError, type Law, type Problem } from '@usmca-sim/core';

/** Words of the command line that stand for something of the data or the law. */
export interface LawChoices {
  readonly importer?: string;
  readonly exporter?: string;
  readonly sector?: string;
  readonly authority?: string;
  /** Ids of measures. */
  readonly measures?: readonly string[];
  /** Days, or names of situations, by the option that gives them. */
  readonly days?: Readonly<Record<string, string | undefined>>;
}

/**
 * Checks what options name against the data and the law on record.
 *
 * @returns the day that each option of `days` stands for, ISO date.
 * @throws InputError with every word that stands for nothing, and what it may have meant.
 */
export function checkLawChoices(choices: LawChoices, economy: Economy, law: Law): Record<string, string> {
  const { importer, exporter, sector, authority, measures = [], days = {} } = choices;
  const problems: Problem[] = [];
  const check = (code: string, word: string | undefined, known: readonly string[]) => {
    if (word === undefined || known.includes(word)) return;
    const message = `there is no ${code.replace('unknown-', '')} "${word}"`;
    const advice = adviseWord(word, known);
    problems.push({ code, message, ...(advice ? { advice } : {}) });
  };
  const codes = (all: readonly { readonly code: string }[]) => all.map(({ code }) => code);
  check('unknown-region', importer, codes(economy.regions));
  check('unknown-region', exporter, codes(economy.regions));
  check('unknown-sector', sector, codes(economy.sectors));
  check('unknown-authority', authority, [...new Set(law.measures.map((one) => one.authority))].sort());
  const ids = law.measures.map(({ id }) => id);
  for (const id of measures) {
    if (ids.includes(id)) continue;
    const advice = partsOfIds(id, ids) ?? adviseWord(id, ids) ?? 'usmca-sim measures lists them';
    problems.push({ code: 'unknown-measure', message: `there is no measure "${id}"`, advice });
  }
  const found: Record<string, string> = {};
  for (const [option, text] of Object.entries(days)) {
    if (text === undefined) continue;
    const day = law.situations.find(({ id }) => id === text)?.date ?? text;
    if (isDay(day)) found[option] = day;
    else
      problems.push({
        code: 'not-a-day',
        ...dayFault(text, law),
        message: `--${option}: "${text}" is not a day`,
      });
  }
  if (importer !== undefined && importer === exporter) {
    problems.push({ code: 'home-flow', message: `no duty falls on what ${importer} buys from itself` });
  }
  if (problems.length > 0) throw new InputError(problems);
  return found;
}

/** More ids than this are no suggestion. */
const mostSuggested = 6;

/** The ids that have all parts of a word in them: of `us-fentanyl`, those on each country. */
function partsOfIds(word: string, ids: readonly string[]): string | undefined {
  const parts = word
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '');
  const found = ids.filter((id) => parts.every((part) => id.split('-').some((own) => own.startsWith(part))));
  if (parts.length === 0 || found.length === 0) return undefined;
  const shown = found
    .sort((a, b) => a.length - b.length)
    .slice(0, mostSuggested)
    .map((id) => `"${id}"`);
  const more =
    found.length > mostSuggested
      ? `, or ${found.length - mostSuggested} more: usmca-sim measures lists them`
      : '?';
  return `did you mean ${shown.join(', ').replace(/, ([^,]*)$/, more === '?' ? ' or $1' : ', $1')}${more}`;
}

/**
 * Checks that the record knows the law of a day.
 *
 * @throws InputError with the days that it covers.
 */
export function checkCovered(day: string, { covered }: Law): void {
  if (covered.first <= day && day <= covered.last) return;
  const message = `the law of ${day} is not on record`;
  const later = day > covered.last ? '; what it becomes is that of a case: tariffs --case CASE' : '';
  const advice = `the record covers ${covered.first} to ${covered.last}${later}`;
  throw new InputError([{ code: 'day-not-covered', message, advice }]);
}

/** Whether an ISO date exists. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function dayFault(text: string, { situations }: Law): { readonly advice: string } {
  const near = adviseWord(
    text,
    situations.map(({ id }) => id),
  );
  const example = 'write year-month-day, as in 2025-09-19';
  return { advice: /^\d/.test(text) ? example : `${near ?? example}` };
}
