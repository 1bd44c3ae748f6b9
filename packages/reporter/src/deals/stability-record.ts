import { type Route, stabilityOf } from '@usmca-sim/core/stability';
import { labelColumn } from '../label-column.ts';
import type { Cell, Row, Table } from '../report.ts';
import { type ConflictCase, concepts, stateLabel, unitOf } from './conflict-case.ts';
import { changesFor } from './inverse-section.ts';

const keys = ['case', 'figure', 'state', 'concept', 'party', 'to', 'way', 'text', 'value', 'unit'] as const;
type Fact = Partial<Record<(typeof keys)[number], Cell>>;

/** Everything as tidy rows, one figure a row, at full precision. */
export function stabilityRecord(one: ConflictCase): Table {
  const facts = [...stateFacts(one), ...moveFacts(one), ...stabilityFacts(one), ...changeFacts(one)];
  return {
    title: 'Stability',
    columns: keys.map((key) =>
      key === 'value' ? { key, heading: key, kind: 'number', unit: '' } : labelColumn(key, key),
    ),
    rows: facts.map(
      (fact): Row => ({ cells: keys.map((key) => (key === 'case' ? one.id : (fact[key] ?? ''))) }),
    ),
  };
}

function stateFacts(one: ConflictCase): Fact[] {
  const { conflict, choices, stable, likeliest } = one;
  return conflict.states.flatMap(({ id }, state): Fact[] => [
    ...choices.table.parties.map((party, i) => ({
      figure: 'worth',
      state: id,
      party,
      text: stateLabel(one, state),
      value: conflict.model.preference[i]![state]!,
      unit: unitOf(one),
    })),
    ...concepts.map((concept) => ({
      figure: 'stable-for-all',
      state: id,
      concept,
      ...yes(stable[concept].includes(state)),
    })),
    ...(state === likeliest ? [{ figure: 'likeliest-after-first-review', state: id, ...yes(true) }] : []),
  ]);
}

function moveFacts(one: ConflictCase): Fact[] {
  const { states, moves, model } = one.conflict;
  const { table } = one.choices;
  return moves.map(({ player, from, to, move }) => ({
    figure: 'move',
    state: states[from]!.id,
    party: table.parties[player]!,
    to: states[to]!.id,
    text: move,
    value: model.preference[player]![to]! - model.preference[player]![from]!,
    unit: unitOf(one),
  }));
}

/** Who stays, and for each move that tempts the answer that deters it. */
function stabilityFacts(one: ConflictCase): Fact[] {
  const { states, model } = one.conflict;
  const { table } = one.choices;
  const deterred = (player: number, state: number, { steps, to }: Route): Fact => ({
    figure: 'sanction',
    text: steps.map((step) => `${table.parties[step.player]} to ${states[step.to]!.id}`).join(', '),
    value: model.preference[player]![to]! - model.preference[player]![state]!,
    unit: unitOf(one),
  });
  return states.flatMap(({ id }, state) =>
    concepts.flatMap((concept) =>
      table.parties.flatMap((party, player): Fact[] => {
        const { stable, temptations } = stabilityOf(model, state, player, concept);
        return [
          { figure: 'stays', state: id, concept, party, ...yes(stable) },
          ...temptations.flatMap(({ to, sanction }) =>
            sanction
              ? [{ state: id, concept, party, to: states[to]!.id, ...deterred(player, state, sanction) }]
              : [],
          ),
        ];
      }),
    ),
  );
}

function changeFacts(one: ConflictCase): Fact[] {
  const { states } = one.conflict;
  return changesFor(one, one.asked).flatMap((ways) =>
    ways.flatMap(({ concept, player, move, lower }, way) =>
      lower.map(({ state, by }) => ({
        figure: 'would-have-to-prefer',
        state: states[one.asked]!.id,
        concept,
        party: one.choices.table.parties[player]!,
        to: states[move]!.id,
        way: way + 1,
        text: states[state]!.id,
        value: by,
        unit: unitOf(one),
      })),
    ),
  );
}

function yes(value: boolean): Fact {
  return { value: value ? 1 : 0, unit: 'yes 1, no 0' };
}
