import { explainStability, stabilityConcepts, stabilityOf } from '@usmca-sim/core/stability';
import { labelColumn } from '../label-column.ts';
import { capitalised, counted } from '../names.ts';
import type { Section, Table } from '../report.ts';
import { headingsOf } from './bargained-case.ts';
import {
  type ConflictCase,
  conceptLabels,
  concepts,
  conceptsInWords,
  gainColumns,
  gainsIn,
  modelInWords,
  reasonOf,
  stableUnder,
  stateLabel,
  unitOf,
  wordingOf,
} from './conflict-case.ts';
import { changesFor, waysShown } from './inverse-section.ts';

/** The state in which the year begins: who stays in it under which concept, and why. */
export function statusQuoSection(one: ConflictCase): Section {
  const { model } = one.conflict;
  return {
    heading: 'How things stand',
    points: headingsOf(one).flatMap((_, player) => sentencesOf(one, 0, player)),
    tables: [
      {
        title: 'Who stays where the year begins (s0), by concept',
        columns: [
          labelColumn('Government', 'party'),
          ...concepts.map((concept) => labelColumn(conceptLabels[concept], concept)),
        ],
        rows: headingsOf(one).map((name, player) => {
          const stays = concepts.map((concept) => stabilityOf(model, 0, player, concept).stable);
          return { cells: [name, ...stays.map((yes) => (yes ? 'stays' : 'leaves'))] };
        }),
      },
    ],
  };
}

/** Every state that nobody leaves, and for each who could move and who would sanction it. */
export function equilibriaSection(one: ConflictCase): Section {
  const found = equilibriaOf(one);
  const quiet = found.filter((state) => one.stable.nash.includes(state));
  const ids = quiet.map((state) => one.conflict.states[state]!.id);
  return {
    heading: 'What is stable, and why',
    sentences: [
      found.length === 0
        ? 'No state is stable for all under any of the concepts.'
        : `${capitalised(counted(found.length, 'state'))} of ${one.conflict.states.length} ${found.length === 1 ? 'is' : 'are'} stable for all under some concept.`,
    ],
    points: [
      ...(ids.length > 0 ? [`${ids.join(', ')}: nobody can reach anything that it prefers.`] : []),
      ...found.filter((state) => !quiet.includes(state)).map((state) => whyInWords(one, state)),
    ],
    ...(found.length === 0 ? {} : { tables: [equilibriaTable(one, found)] }),
  };
}

/** States that are stable for all, those under the most concepts first. */
function equilibriaOf(one: ConflictCase): number[] {
  const under = one.conflict.states.map((_, state) => stableUnder(one, state).length);
  return [...under.keys()]
    .filter((state) => under[state]! > 0)
    .sort((a, b) => under[b]! - under[a]! || a - b);
}

/** Who could move and who would sanction it, of those who have somewhere to go. */
function whyInWords(one: ConflictCase, state: number): string {
  const sentences = headingsOf(one).flatMap((_, player) =>
    reasonOf(one, state, player).temptations.length > 0 ? sentencesOf(one, state, player) : [],
  );
  return `${one.conflict.states[state]!.id} (${conceptsInWords(stableUnder(one, state))}): ${sentences.join(' ')}`;
}

function sentencesOf(one: ConflictCase, state: number, player: number): string[] {
  const { sentences } = explainStability(modelInWords(one), reasonOf(one, state, player), wordingOf(one));
  return sentences.map((sentence) => `${capitalised(sentence)}.`);
}

function equilibriaTable(one: ConflictCase, found: readonly number[]): Table {
  return {
    title: `States that are stable for all, and what they are worth beyond s0, ${unitOf(one)}`,
    columns: [
      labelColumn('Id', 'id'),
      labelColumn('State', 'state'),
      labelColumn('Stable under', 'concepts'),
      ...gainColumns(one),
    ],
    rows: found.map((state) => ({
      cells: [
        one.conflict.states[state]!.id,
        stateLabel(one, state),
        conceptsInWords(stableUnder(one, state)),
        ...gainsIn(one, state),
      ],
    })),
    notes: concepts.map((concept) => {
      const { title, means } = stabilityConcepts[concept];
      return `${capitalised(title)}${concept === 'nash' ? '' : ` (${conceptLabels[concept]})`} of a state s: ${means}.`;
    }),
  };
}

/** What the ids stand for: of the states that are named and not among the stable, or of all. */
export function statesSection(one: ConflictCase, all: boolean): Section {
  const { states } = one.conflict;
  const shown = all ? [...states.keys()] : namedStates(one);
  return {
    heading: all ? 'Every state' : 'Other states that are named',
    sentences: [`What each would take to hold: --for and its id${all ? '' : '; all of them: --all'}.`],
    tables: [
      {
        title: `${all ? 'Every state' : 'Where moves from s0 and from what is stable lead'}, and what it is worth beyond s0, ${unitOf(one)}`,
        columns: [labelColumn('Id', 'id'), labelColumn('State', 'state'), ...gainColumns(one)],
        rows: shown.map((state) => ({
          cells: [states[state]!.id, stateLabel(one, state), ...gainsIn(one, state)],
        })),
      },
    ],
  };
}

/** States one move away from s0, in the sentences on what is stable, or in the answer to the inverse question. */
function namedStates(one: ConflictCase): number[] {
  const { moves } = one.conflict;
  const stable = equilibriaOf(one);
  const named = [0, ...stable].flatMap((state) =>
    headingsOf(one).flatMap((_, player) =>
      reasonOf(one, state, player).temptations.flatMap(({ to, sanction, wayOn }) => [
        to,
        ...(sanction?.steps ?? []).map((step) => step.to),
        ...(wayOn?.best === undefined ? [] : [wayOn.best]),
      ]),
    ),
  );
  const demanded = changesFor(one, one.asked).flatMap((ways) =>
    ways.slice(0, waysShown).flatMap(({ move, lower }) => [move, ...lower.map(({ state }) => state)]),
  );
  const near = moves.filter(({ from }) => from === 0).map(({ to }) => to);
  const others = [0, ...near, ...named, ...one.joint.map(({ state }) => state), one.asked, ...demanded];
  if (one.likeliest !== undefined) others.push(one.likeliest);
  return [...new Set(others)].filter((state) => !stable.includes(state)).sort((a, b) => a - b);
}
