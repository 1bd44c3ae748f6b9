import { isSet, type NegotiationResult, type ReviewState } from '@usmca-sim/core';
import { labelColumn } from '../label-column.ts';
import { capitalised } from '../names.ts';
import type { Section, Table } from '../report.ts';
import { castOf } from './most-likely-path.ts';
import { type Cast, moveInWords } from './move-in-words.ts';
import { type NegotiatedCase, partyNames } from './negotiated-case.ts';
import { regimeLabel } from './regime-in-words.ts';
import { shownPercent } from './regimes-by-year.ts';

/** Rarer states and moves are not listed. */
const leastShown = 0.01;

/** Everything that governments may do, state by state: what `--all` adds. */
export function policySection(one: NegotiatedCase): Section {
  return {
    heading: 'What each would do, state by state',
    sentences: [
      `Moves with their probability in each state at each review. “There” is the probability that a review begins in that state. A move is what follows the likeliest ones before it: an offer is two moves, whom to turn to and then with what. States and moves of less than ${100 * leastShown}% are left out; the CSV has all.`,
    ],
    tables: [policyTable(one), policiesTable(one)],
  };
}

function policyTable(one: NegotiatedCase): Table {
  const { policyTable: rows } = one.negotiation;
  const cast = castOf(one);
  return {
    title: 'Moves by review and state, percent',
    columns: [
      labelColumn('Review', 'year'),
      labelColumn('State', 'state'),
      labelColumn('Move', 'move'),
      { key: 'there', heading: 'there', kind: 'points', unit: 'percent', decimals: 0 },
      { key: 'move-probability', heading: 'move', kind: 'points', unit: 'percent', decimals: 0 },
    ],
    rows: rows
      .filter(({ probability }) => probability >= leastShown)
      .flatMap(({ year, state, probability, moves }) =>
        moves
          .filter((move) => move.probability >= leastShown)
          .map((move) => ({
            cells: [
              `${year}`,
              stateLabel(one, state, cast),
              capitalised(moveInWords(move, cast)),
              shownPercent(probability),
              shownPercent(move.probability),
            ],
          })),
      ),
  };
}

function policiesTable(one: NegotiatedCase): Table {
  const { policies } = one.negotiation;
  const cast = castOf(one);
  return {
    title: 'Real income under each policy that the game can come to, against the law at the start, percent',
    columns: [
      labelColumn('Policy', 'policy'),
      ...partyNames(one).map((heading, i) => ({
        key: cast.table.parties[i]!,
        heading,
        kind: 'percent' as const,
        unit: 'percent',
        signed: true,
        decimals: 3,
      })),
    ],
    rows: policies.map(({ policy, realIncome }) => ({
      cells: [policyLabel(policy, cast, partyNames(one)), ...realIncome],
    })),
  };
}

/** A state in a few words: regime, what is agreed, measures that stand, how the two partners stand. */
function stateLabel(one: NegotiatedCase, state: number, cast: Cast): string {
  const at = one.negotiation.states[state]!;
  const trust = trustInWords(at, partyNames(one));
  return [policyLabel(at, cast, partyNames(one)), ...(trust ? [trust] : [])].join('; ');
}

function policyLabel(
  { regime, packages, escalations }: NegotiationResult['policies'][number]['policy'],
  { table }: Cast,
  names: readonly string[],
): string {
  const agreed = packages.map((index) => table.packages[index]!.title);
  const standing = table.escalations.filter((_, e) => isSet(escalations, e)).map(({ title }) => title);
  return [
    regimeLabel(regime, names),
    ...agreed,
    standing.length === 0 ? 'no measure standing' : `standing: ${standing.join(', ')}`,
  ].join('; ');
}

function trustInWords({ trust }: ReviewState, [, one, other]: readonly string[]): string | undefined {
  if (trust === 0) return undefined;
  return trust > 0 ? `${one} and ${other} after a common front` : `${one} and ${other} after one went alone`;
}
