import { type NegotiationResult, type OutcomeYear, type RegimeKind, regimeKinds } from '@usmca-sim/core';
import { labelColumn } from '../label-column.ts';
import type { Column, Section, Table } from '../report.ts';
import { type NegotiatedCase, partyNames } from './negotiated-case.ts';
import { regimeLabel, regimeLetters } from './regime-in-words.ts';
import { roundedParts } from './rounded-parts.ts';

/** Letters of a bar; each stands for this part of all. */
const barLength = 50;

/** Less than this, in every year, is no row. */
const leastProbability = 5e-5;

/** The probability of each regime in the year after each review: bars of letters, and the figures. */
export function regimesSection(one: NegotiatedCase): Section {
  const names = partyNames(one);
  const letters = regimeLetters(names);
  const shown = regimesShown(one.negotiation);
  const legend = shown.map((regime) => `${letters[regime]} ${regimeLabel(regime, names).toLowerCase()}`);
  return {
    heading: 'How likely each regime is',
    code: one.negotiation.years.map((year) => `${year.year} ${barOf(year, letters)}`),
    sentences: [
      `Each letter stands for ${100 / barLength}% of probability, in the year after the review: ${withNames(legend, names).join(', ')}.`,
    ],
    tables: [regimesTable(one)],
  };
}

/** Lower case but for names. */
function withNames(texts: readonly string[], names: readonly string[]): string[] {
  return texts.map((text) => names.reduce((so, name) => so.replace(name.toLowerCase(), name), text));
}

/** Probability of each regime, a row each, by year. */
export function regimesTable(one: NegotiatedCase): Table {
  const names = partyNames(one);
  const { years } = one.negotiation;
  return {
    title: 'Probability of each regime in the year after the review, percent',
    columns: [labelColumn('Regime', 'regime'), ...yearColumns(years.map(({ year }) => year))],
    rows: regimesShown(one.negotiation).map((regime) => ({
      cells: [regimeLabel(regime, names), ...years.map((year) => shownPercent(probabilityOf(year, regime)))],
    })),
  };
}

/** A column of probabilities in percent for each year. */
export function yearColumns(years: readonly number[]): Column[] {
  return years.map((year) => ({
    key: `${year}`,
    heading: `${year}`,
    kind: 'points',
    unit: 'percent',
    decimals: 0,
  }));
}

/** A probability in percent for a table: whole, to a tenth next to 0 and 100; less says nothing about governments. */
export function shownPercent(probability: number): number {
  const value = 100 * probability;
  return value > 0.5 && value < 99.5 ? Math.round(value) : Math.round(10 * value) / 10;
}

export function probabilityOf({ regimes }: OutcomeYear, regime: RegimeKind): number {
  return regimes.find((one) => one.regime === regime)?.probability ?? 0;
}

/** Regimes that some year has, in the order of tables. */
export function regimesShown({ years }: Pick<NegotiationResult, 'years'>): RegimeKind[] {
  return regimeKinds.filter((regime) =>
    years.some((year) => probabilityOf(year, regime) >= leastProbability),
  );
}

function barOf(year: OutcomeYear, letters: Readonly<Record<RegimeKind, string>>): string {
  const shares = roundedParts(
    regimeKinds.map((regime) => barLength * probabilityOf(year, regime)),
    0,
  );
  return regimeKinds.map((regime, at) => letters[regime].repeat(Math.max(0, shares[at]!))).join('');
}
