import type { PayoffParts, PolicyPrice } from './payoff.ts';
import { isSet } from './policy.ts';
import { type ReviewState, standingAtStart } from './review-states.ts';
import type { Stance, StanceType } from './stance.ts';
import type { NegotiationTable } from './table.ts';

/**
 * What a year in a state is worth to each party, by part; audience costs are paid once, not by the year.
 *
 * @param stances in the table's order of parties; @param price what the state's policy does to trade.
 */
export function yearlyPayoff(
  table: NegotiationTable,
  stances: readonly Stance[],
  types: readonly (StanceType | undefined)[],
  state: ReviewState,
  price: PolicyPrice,
): PayoffParts[] {
  return table.parties.map((party, i) => {
    const stance = stances[i]!;
    return {
      realIncome: price.realIncome[i]!,
      sectors: price.sectors[i]!,
      audience: 0,
      action: worthOf(table, state, party) - costOf(table, state, party),
      uncertainty: 0 - unsettled(state, i) * (stance.uncertainty.value + (types[i]?.uncertainty ?? 0)),
      relationship: table.parties.reduce(
        (sum, other, j) =>
          j === i ? sum : sum + (stance.trust[other]?.value ?? 0) * standing(table, state, i, j),
        0,
      ),
    };
  });
}

function worthOf(table: NegotiationTable, { packages }: ReviewState, party: string): number {
  let worth = 0;
  for (const index of packages) {
    for (const [issue, option] of Object.entries(table.packages[index]!.picks)) {
      const found = table.issues.find(({ id }) => id === issue)?.options.find(({ id }) => id === option);
      worth += found?.worth[party] ?? 0;
    }
  }
  return worth;
}

function costOf({ escalations }: NegotiationTable, state: ReviewState, party: string): number {
  return escalations.reduce(
    (sum, { by, cost }, e) => (by === party && isSet(state.escalations, e) ? sum + cost : sum),
    0,
  );
}

/** How much of a party's access is neither extended nor replaced: of the proposer's, half with one protocol of two. */
function unsettled({ regime }: ReviewState, party: number): number {
  if (regime === 'in-force') return 1;
  if (regime !== 'bilateral-one' && regime !== 'bilateral-other') return 0;
  if (party === 0) return 0.5;
  return (party === 2) === (regime === 'bilateral-one') ? 1 : 0;
}

/** How two parties stand with each other, −1 to 1. */
function standing(table: NegotiationTable, state: ReviewState, i: number, j: number): number {
  if (i > 0 && j > 0) return state.trust;
  const partner = i === 0 ? j : i;
  const between = [table.parties[0], table.parties[partner]];
  const atStart = standingAtStart(table);
  const fresh = table.escalations.some(
    ({ by, against }, e) =>
      isSet(state.escalations, e) && !isSet(atStart, e) && between.includes(by) && between.includes(against),
  );
  if (fresh || state.regime === 'without-proposer') return -1;
  const agreed =
    state.regime === 'extended' ||
    state.regime === 'two-bilaterals' ||
    state.regime === (partner === 1 ? 'bilateral-one' : 'bilateral-other');
  return agreed ? 1 : 0;
}
