import { isSamePair, type Party } from './parties.ts';
import type { AgreementState, Regime } from './state.ts';

/**
 * The regime that follows from who is inside and which protocols are in force. While the agreement binds all three it
 * is the agreement's own; otherwise it is told by the terms that the United States has with each partner, under the
 * agreement or under a protocol. A protocol beside an agreement that binds both changes no regime.
 */
export function regimeOf({
  inside,
  extended,
  protocols,
}: Pick<AgreementState, 'inside' | 'extended' | 'protocols'>): Regime {
  if (inside.length === 3) return extended ? 'extended' : 'in-force';
  const haveTerms = (one: Party, other: Party) =>
    (inside.includes(one) && inside.includes(other)) ||
    protocols.some((protocol) => isSamePair([one, other], protocol.parties));
  const withCanada = haveTerms('USA', 'CAN');
  const withMexico = haveTerms('USA', 'MEX');
  if (withCanada && withMexico) return 'two-bilaterals';
  if (withCanada) return 'bilateral-us-can';
  if (withMexico) return 'bilateral-us-mex';
  return inside.length > 0 ? 'without-usa' : 'expired';
}
