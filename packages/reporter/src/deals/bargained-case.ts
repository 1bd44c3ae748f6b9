import type { BargainingSolution } from '@usmca-sim/core/bargaining';
import type {
  BargainingFrom,
  BargainingPoint,
  ComparedOutcome,
  DealOutcome,
  DisagreementId,
  Efficiency,
  PackageTerms,
} from '@usmca-sim/core/deals';
import { joined } from '../names.ts';
import { partiesInSentences } from '../negotiation/most-likely-path.ts';
import { formatNumber } from '../number-style.ts';
import type { CaseOfReview } from './case-of-review.ts';

/** What is bargained over in a case, and where bargaining would lie. */
export interface BargainedCase extends CaseOfReview {
  /** By party, as asked for; absent where they are equal. */
  readonly weights?: readonly number[];
  readonly deals: readonly DealOutcome[];
  readonly efficiency: Efficiency;
  readonly from: readonly BargainingFrom[];
  readonly terms: readonly PackageTerms[];
  readonly compared: readonly ComparedOutcome[];
}

type Named = Pick<BargainedCase, 'choices' | 'regions'>;

/** Names of the parties, in the table's order: `United States`; and as they stand in a sentence. */
export function headingsOf({ choices, regions }: Named): string[] {
  return choices.table.parties.map((code) => regions.find((one) => one.code === code)?.name ?? code);
}

export function namesOf({ choices, regions }: Named): string[] {
  return partiesInSentences(choices.table, regions);
}

/** A figure for each party: `Canada +0.11, Mexico −0.02`. */
export function figuresInWords(one: Named, values: readonly number[]): string {
  return joined(namesOf(one).map((name, i) => `${name} ${formatNumber(values[i]!, 2, true)}`));
}

/** The title of a deal, in quotation marks: “Clean extension”, or of two protocols “one” and “other”. */
export function titleOfDeal({ packages }: DealOutcome, { choices }: Named): string {
  return joined(packages.map((index) => `“${choices.table.packages[index]!.title}”`));
}

/** What carries a point: a deal, or deals with their probabilities. */
export function carriersInWords({ carriedBy }: BargainingPoint, one: BargainedCase): string {
  const title = (deal: number) => titleOfDeal(one.deals[deal]!, one);
  if (carriedBy.length === 1) return title(carriedBy[0]!.package);
  const shares = carriedBy.map(({ package: deal, probability }) => `${percent(probability)}% ${title(deal)}`);
  return joined(shares);
}

function percent(probability: number): string {
  const whole = Math.round(100 * probability);
  return whole === 0 || whole === 100 ? (100 * probability).toFixed(1) : `${whole}`;
}

/** A disagreement point inside a sentence, and what it is. */
export const disagreementNames: Readonly<Record<DisagreementId, string>> = {
  limbo: 'limbo',
  mfn: 'MFN duties',
  'tariff-war': 'the tariff war',
};

export const disagreementClauses: Readonly<Record<DisagreementId, string>> = {
  limbo:
    'Limbo: the agreement is in force and reviewed every year, nothing is agreed, and it ends with the last review',
  mfn: 'MFN duties: the agreement ends at the first review; what measures stand go on',
  'tariff-war':
    'Tariff war: the agreement ends at the first review, and each government charges the duties that answer those of the others best',
};

export const solutionLabels: Readonly<Record<BargainingSolution, string>> = {
  nash: 'Nash',
  kalai: 'Kalai',
  'kalai-smorodinsky': 'Kalai-Smorodinsky',
};
