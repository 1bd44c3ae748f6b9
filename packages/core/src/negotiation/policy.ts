import type { Change } from '../tariffs/change.ts';
import type { NegotiationTable, RegimeKind } from './table.ts';

/** What the game has made of the law: prices of trade depend on this and nothing else. */
export interface Policy {
  readonly regime: RegimeKind;
  /** Indices into `NegotiationTable.packages` of what is agreed; empty in limbo. */
  readonly packages: readonly number[];
  /** Bit e is set while escalation e stands. */
  readonly escalations: number;
  /** Whether the agreement has ended while a protocol of two goes on: only then does the third lose its access. */
  readonly lapsed?: boolean;
}

/** A name for a policy: equal policies have equal names. */
export function policyKey({ regime, packages, escalations, lapsed = false }: Policy): string {
  return `${regime}|${packages.join(',')}|${escalations}${lapsed ? '|lapsed' : ''}`;
}

/**
 * What a policy changes in the law that the case starts from: the regime's own changes, the options agreed, and every
 * escalation that is not as it was at the start.
 */
export function changesOf(table: NegotiationTable, policy: Policy): Change[] {
  // A protocol of two takes nothing from the third as long as the agreement stands.
  const isProtocol = policy.regime === 'bilateral-one' || policy.regime === 'bilateral-other';
  const changes: Change[] = isProtocol && !policy.lapsed ? [] : [...(table.regimes[policy.regime] ?? [])];
  for (const index of policy.packages) {
    for (const [issue, option] of Object.entries(table.packages[index]!.picks)) {
      const found = table.issues.find(({ id }) => id === issue)?.options.find(({ id }) => id === option);
      if (found) changes.push(...found.effects);
    }
  }
  table.escalations.forEach(({ effects, standing }, e) => {
    if (isSet(policy.escalations, e) !== standing) changes.push(...effects);
  });
  return changes;
}

/** Whether escalation e stands in a set of them. */
export function isSet(escalations: number, e: number): boolean {
  return ((escalations >> e) & 1) === 1;
}
