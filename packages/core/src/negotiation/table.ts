import type { Place } from '../problems/problem.ts';
import type { Change } from '../tariffs/change.ts';

/** A figure for each government, by region code; 0 where absent. Percent of real income a year unless it says so. */
export type ByParty = Readonly<Record<string, number>>;

/** What is bargained over, what each side can do to the other outside the room, and what follows from it: data. */
export interface NegotiationTable {
  readonly id: string;
  readonly title: string;
  readonly sources: readonly string[];
  /** The government that offers, then the two that answer. Region codes. */
  readonly parties: readonly [proposer: string, one: string, other: string];
  readonly issues: readonly Issue[];
  readonly packages: readonly Package[];
  readonly escalations: readonly Escalation[];
  /** What each regime changes in the law, beyond the packages in force. Regimes without an entry change nothing. */
  readonly regimes: Readonly<Partial<Record<RegimeKind, readonly Change[]>>>;
  readonly news: readonly News[];
  /** Years of the reviews, ascending: 2026 to 2036. The last decides. */
  readonly reviews: readonly number[];
}

/** A question with answers of which a package picks one: `vehicle-content`, `dairy-access`. */
export interface Issue {
  readonly id: string;
  readonly title: string;
  readonly options: readonly Option[];
}

export interface Option {
  readonly id: string;
  readonly title: string;
  /** What it does to measures, trade costs and claims: the trade model prices it. */
  readonly effects: readonly Change[];
  /** What it is worth to each government beyond trade, percent of real income a year. */
  readonly worth: ByParty;
  /** How far each government would back down from what it has said in public, 0 to 1: what audience costs fall on. */
  readonly concession: ByParty;
  readonly because: string;
  readonly place?: Place;
}

/** An agreement that may be offered: an option of every issue that it is about. */
export interface Package {
  readonly id: string;
  readonly title: string;
  /** Option by issue; an issue left out stays as it is. */
  readonly picks: Readonly<Record<string, string>>;
  /** All three extend the agreement on these terms, or the proposer and one partner make a protocol of their own. */
  readonly with: 'both' | string;
  /** Escalations that stand at the start and end with it; those begun later between its parties always do. */
  readonly ends: readonly string[];
  readonly place?: Place;
}

/** A threat or an answer that a government may carry out on its own, and take back. */
export interface Escalation {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  readonly against: string;
  /** Whether it is in force when the game begins, in the law that the case starts from. */
  readonly standing: boolean;
  /** What it changes in that law once it is no longer as it was: imposed where it was not, lifted where it stood. */
  readonly effects: readonly Change[];
  /** Percent of real income a year that it costs the government that does it, beyond trade. */
  readonly cost: number;
  /** Part of its author's audience cost that every year of letting it lie costs: 0 where nobody has announced it. */
  readonly announced: number;
  /** Only while one of these stands: a retaliation answers something. Ids; always where empty. */
  readonly answers: readonly string[];
  readonly because: string;
  readonly place?: Place;
}

/** What may happen before a review, with its probability: one of the news, or none. */
export interface News {
  readonly id: string;
  readonly title: string;
  readonly probability: number;
  /** Added to what an extension at this review is worth, once, percent of real income. */
  readonly extension: ByParty;
  readonly because: string;
}

/** Regimes of the agreement, as its state machine names them, in the order in which pages have them. */
export const regimeKinds = [
  'in-force',
  'extended',
  'bilateral-one',
  'bilateral-other',
  'two-bilaterals',
  'without-proposer',
  'expired',
] as const;

export type RegimeKind = (typeof regimeKinds)[number];
