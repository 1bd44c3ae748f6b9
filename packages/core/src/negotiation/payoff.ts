/**
 * What a year under some policy is worth to a government, in percent of real income, in six parts that add up. Laid
 * out by party in the table's order.
 */
export interface PayoffParts {
  /** 100 Δln W against the law that the case starts from; the trade model's. */
  readonly realIncome: number;
  /** 100 Σ_s (λ_s − 1) ω_s Δln(VA_s / P): political weights on sectors. */
  readonly sectors: number;
  /** Backing down from what was said in public. */
  readonly audience: number;
  /** What acting costs, and what the options agreed are worth beyond trade. */
  readonly action: number;
  /** The premium while the agreement is neither extended nor replaced. */
  readonly uncertainty: number;
  /** Standing with the other parties. */
  readonly relationship: number;
}

/** The parts of a payoff, in the order in which pages show them. */
export const payoffParts = [
  'realIncome',
  'sectors',
  'audience',
  'action',
  'uncertainty',
  'relationship',
] as const satisfies readonly (keyof PayoffParts)[];

/** Adds up the parts of a payoff; percent of real income. */
export function totalOf(parts: PayoffParts): number {
  return payoffParts.reduce((sum, part) => sum + parts[part], 0);
}

/** What decides: the part that makes most of a difference between two payoffs, by part in the order of `payoffParts`. */
export function decidingPart(difference: readonly number[]): keyof PayoffParts {
  const sign = difference.reduce((sum, part) => sum + part, 0) < 0 ? -1 : 1;
  const most = Math.max(...difference.map((part) => sign * part));
  return payoffParts[difference.findIndex((part) => sign * part === most)]!;
}

/** What a policy does to trade, against the law that the case starts from: what the trade model gives a government. */
export interface PolicyPrice {
  /** 100 Δln W, long run, by party in the table's order. */
  readonly realIncome: readonly number[];
  /** 100 Σ_s (λ_s − 1) ω_s Δln(VA_s / P), by party. */
  readonly sectors: readonly number[];
}
