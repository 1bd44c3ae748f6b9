import { type Alternative, type StabilityConcept, wouldHaveToPrefer } from '@usmca-sim/core/stability';
import { labelColumn } from '../label-column.ts';
import type { Row, Section } from '../report.ts';
import { headingsOf } from './bargained-case.ts';
import {
  type ConflictCase,
  conceptLabels,
  concepts,
  stateInWords,
  unitOf,
  wordingOf,
} from './conflict-case.ts';

/** Ways to take one temptation away that a page shows; programs get all. */
export const waysShown = 3;

/** One way in which a move would no longer tempt a party away from a state. */
export interface Change {
  readonly concept: StabilityConcept;
  readonly player: number;
  /** The state that tempts. */
  readonly move: number;
  /** States that it would have to like no better, with how much better it likes each. */
  readonly lower: readonly { readonly state: number; readonly by: number }[];
}

/** What would have to change for a state to hold, by concept and temptation: of each list, any one is enough. */
export function changesFor({ conflict: { model } }: ConflictCase, state: number): Change[][] {
  return concepts.flatMap((concept) =>
    model.players.flatMap((_, player) =>
      wouldHaveToPrefer(model, state, player, concept).map(({ move, alternatives }) => {
        const own = model.preference[player]!;
        const lowered = ({ noBetterThanHere }: Alternative) =>
          noBetterThanHere.map((at) => ({ state: at, by: own[at]! - own[state]! }));
        // Several answers may ask for the same.
        const different = new Map(alternatives.map((each) => [each.noBetterThanHere.join(), lowered(each)]));
        return [...different.values()]
          .map((lower): Change => ({ concept, player, move, lower }))
          .sort((a, b) => a.lower.length - b.lower.length || totalOf(a) - totalOf(b));
      }),
    ),
  );
}

function totalOf({ lower }: Change): number {
  return lower.reduce((sum, { by }) => sum + by, 0);
}

/** The inverse question: what would a government have to prefer for a state to hold? */
export function inverseSection(one: ConflictCase): Section {
  const { asked } = one;
  const where = stateInWords(one, asked);
  const changes = changesFor(one, asked);
  const heading = `What it would take for ${one.conflict.states[asked]!.id} to hold`;
  if (changes.length === 0) {
    return { heading, sentences: [`Nothing: everyone stays at ${where} under every concept.`] };
  }
  const more = changes.some((ways) => ways.length > waysShown);
  return {
    heading,
    sentences: [
      `For ${where} to be stable under a concept, each move that tempts somebody away from it, undeterred, has to lose its attraction in one of the ways listed for it: the states named would have to be worth no more to that government than this one, all else as it is. They are where the move itself leads, or where others could take it from there: what is liked no better is a sanction.`,
    ],
    tables: [
      {
        title: `What would have to be liked no better than ${one.conflict.states[asked]!.id}, and by how much it is liked better now, ${unitOf(one)}`,
        columns: [
          labelColumn('Concept', 'concept'),
          labelColumn('Government', 'party'),
          labelColumn('Could', 'move'),
          labelColumn('Would have to like no better', 'states'),
          { key: 'by', heading: 'Now by', kind: 'points', unit: unitOf(one), signed: true, decimals: 2 },
        ],
        rows: changes.flatMap((ways) => ways.slice(0, waysShown).map((change) => rowOf(one, change))),
        notes: [
          'Where several states are named, all of them would; the figure is for all together.',
          ...(more ? [`The ${waysShown} ways with the fewest changes; CSV has all.`] : []),
        ],
      },
    ],
  };
}

function rowOf(one: ConflictCase, change: Change): Row {
  const { concept, player, move, lower } = change;
  const { state, move: deed } = wordingOf(one);
  return {
    cells: [
      conceptLabels[concept],
      headingsOf(one)[player]!,
      deed({ player, from: one.asked, to: move }),
      lower.map((each) => state(each.state)).join(' and '),
      totalOf(change),
    ],
  };
}
