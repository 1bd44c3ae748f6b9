import type { AgreementEvent, Party } from '../agreement/index.ts';
import type { PathStep } from './negotiation-result.ts';
import type { NegotiationTable } from './table.ts';

const parties: readonly Party[] = ['USA', 'CAN', 'MEX'];

/**
 * What a path of the game means under the agreement: its moves as events of Articles 34.6 and 34.7, in order, for
 * `advance` and `recordEvents`. A proposer's offer to all is its own confirmation, the answers are those of the
 * others; an accepted offer to one is a protocol; duties are no matter of the agreement.
 *
 * @returns undefined where the table is not about the three parties of the agreement.
 */
export function agreementEvents(
  table: NegotiationTable,
  path: readonly PathStep[],
): AgreementEvent[] | undefined {
  if (!table.parties.every((party) => (parties as readonly string[]).includes(party))) return undefined;
  const [proposer, one, other] = table.parties as readonly [Party, Party, Party];
  return path.flatMap((step): AgreementEvent[] => {
    const date = `${step.year}-07-01`;
    if (step.about.startsWith('confirm ')) {
      const answers = step.move.split(' / ');
      const said = (party: Party, answer: string | undefined) =>
        ({ type: answer === 'confirm' ? 'confirmation' : 'refusal', party, date }) as const;
      return [said(proposer, 'confirm'), said(one, answers[0]), said(other, answers[1])];
    }
    if (step.move === 'no offer') return [{ type: 'refusal', party: proposer, date }];
    if (step.about.startsWith('answer to ') && step.move === 'accept') {
      const partner = table.parties[step.players[0]!] as Party;
      return [{ type: 'protocol', parties: partner === 'CAN' ? ['USA', 'CAN'] : ['USA', 'MEX'], date }];
    }
    // With the last review the term has ended: there is nothing to give notice of.
    if (step.year === table.reviews.at(-1)) {
      if (step.move === 'give notice' || step.move === 'take the notice back') return [];
    }
    // A notice is given the day after a review, and can be taken back until it has effect six months later.
    if (step.move === 'give notice') return [{ type: 'notice', party: proposer, date: `${step.year}-07-02` }];
    if (step.move === 'take the notice back') {
      return [{ type: 'revocation', party: proposer, date: `${step.year}-12-31` }];
    }
    return [];
  });
}
