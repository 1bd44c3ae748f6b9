import { isSet, type Policy } from './policy.ts';
import type { NegotiationTable, RegimeKind } from './table.ts';

/** Where the agreement and the three stand between two reviews. */
export interface ReviewState extends Policy {
  /** How the two partners stand with each other: −1 after one has gone alone, 1 after a common front. */
  readonly trust: -1 | 0 | 1;
}

/** Regimes in which there is nothing left to review. */
export function isFinal(regime: RegimeKind): boolean {
  return (
    regime === 'extended' ||
    regime === 'two-bilaterals' ||
    regime === 'without-proposer' ||
    regime === 'expired'
  );
}

/** The escalations that stand when the game begins, one bit each. */
export function standingAtStart({ escalations }: NegotiationTable): number {
  return escalations.reduce((bits, { standing }, e) => bits | (standing ? 1 << e : 0), 0);
}

/**
 * The state after a package is agreed: escalations that it names end, and so do those between its parties that have
 * begun since the start.
 */
export function agreed(table: NegotiationTable, state: ReviewState, index: number): ReviewState {
  const { with: partner, ends } = table.packages[index]!;
  const [proposer, one] = table.parties;
  const atStart = standingAtStart(table);
  let escalations = state.escalations;
  table.escalations.forEach(({ id, by, against }, e) => {
    const between =
      partner === 'both' || [by, against].every((party) => party === proposer || party === partner);
    if (ends.includes(id) || (between && !isSet(atStart, e))) escalations &= ~(1 << e);
  });
  escalations = withoutAnswered(table, escalations);
  if (partner === 'both') return { regime: 'extended', packages: [index], escalations, trust: state.trust };
  const packages = [...state.packages, index].sort((a, b) => a - b);
  if (state.regime !== 'in-force')
    return { regime: 'two-bilaterals', packages, escalations, trust: state.trust };
  const regime = partner === one ? 'bilateral-one' : 'bilateral-other';
  return { regime, packages, escalations, trust: -1 };
}

/** Answers end with what they answer, unless they stood at the start. */
export function withoutAnswered(table: NegotiationTable, escalations: number): number {
  const atStart = standingAtStart(table);
  let left = escalations;
  table.escalations.forEach(({ answers }, e) => {
    if (answers.length === 0 || isSet(atStart, e)) return;
    const answered = table.escalations.some(({ id }, other) => answers.includes(id) && isSet(left, other));
    if (!answered) left &= ~(1 << e);
  });
  return left;
}

export function stateKey(state: ReviewState): string {
  return `${state.regime}|${state.packages.join(',')}|${state.escalations}|${state.trust}`;
}
