import { counted, joined } from '../names.ts';
import type { Manifest, Report, Section } from '../report.ts';
import { reproductionPoints } from '../reproduction.ts';
import { namesOf } from './bargained-case.ts';
import {
  type ConflictCase,
  conceptLabels,
  concepts,
  conceptsInWords,
  stableUnder,
  stateInWords,
} from './conflict-case.ts';
import { inverseSection } from './inverse-section.ts';
import { stabilityRecord } from './stability-record.ts';
import { equilibriaSection, statesSection, statusQuoSection } from './stable-states-section.ts';

export interface StabilityReportOptions {
  /** Whether every state is listed, or those alone that are named. */
  readonly all: boolean;
  readonly manifest: Manifest;
}

/** The report on what is stable in a review year, who could move, and who would sanction it. */
export function stabilityReport(one: ConflictCase, { all, manifest }: StabilityReportOptions): Report {
  return {
    title: `Stability: ${one.title}`,
    question: one.question,
    sections: [
      whatWasAsked(one),
      inBrief(one),
      statusQuoSection(one),
      equilibriaSection(one),
      inverseSection(one),
      statesSection(one, all),
      limits(),
      { heading: 'How to reproduce', code: [manifest.command], points: reproductionPoints(manifest) },
    ],
    manifest,
    record: stabilityRecord(one),
  };
}

function whatWasAsked({ choices, conflict, regions }: ConflictCase): Section {
  const { table, economistsView } = choices;
  const names = namesOf({ choices, regions });
  const worth =
    conflict.by === 'yearly'
      ? 'Governments compare a year in each state.'
      : 'Governments compare what a state is worth to them if nobody moves any more: present value of the first review, the audience costs of what has been signed among it.';
  return {
    heading: 'What was asked',
    sentences: [
      `Which states of a review year would last (the graph model of conflicts). In that of ${table.reviews[0]} over “${table.title}” (${table.id}) the options of ${joined(names)} make ${counted(conflict.states.length, 'state')} and ${counted(conflict.moves.length, 'move')}: packages are offered, confirmed and signed, measures imposed, answered and lifted, notice is given and taken back.`,
      `Moves are those of the negotiation, red lines included: what is signed is not unsigned, and what a protocol has ended cannot be imposed again. ${worth}`,
      ...(economistsView
        ? ['Political terms are left out: payoffs are real income alone (the economist’s view).']
        : []),
    ],
  };
}

function inBrief(one: ConflictCase): Section {
  const under = stableUnder(one, 0);
  const leaving = concepts.filter((concept) => !under.includes(concept));
  const stands =
    leaving.length === 0
      ? 'Things as they stand (s0) are stable under every concept.'
      : `Things as they stand (s0) are stable under ${under.length === 0 ? 'none of the concepts' : conceptsInWords(under)}.`;
  const counts = concepts.map((concept) => `${one.stable[concept].length} under ${conceptLabels[concept]}`);
  return {
    heading: 'In brief',
    sentences: [
      stands,
      `Of ${one.conflict.states.length} states ${joined(counts)} are stable for all.`,
      jointInWords(one),
      ...likeliestInWords(one),
    ],
  };
}

function jointInWords({ joint, choices: { table }, conflict }: ConflictCase): string {
  const list = joint.map(({ state }) => {
    const { id, signed } = conflict.states[state]!;
    return `“${table.packages[signed!]!.title}” (${id})`;
  });
  if (list.length === 0) return 'There is no agreement that all who would sign it prefer to s0.';
  return `Whoever would sign prefers to s0: ${joined(list)}. Nobody can bring ${list.length === 1 ? 'it' : 'any of them'} about alone, so that ${list.length === 1 ? 'it tempts' : 'they tempt'} nobody away from s0 in what follows.`;
}

function likeliestInWords(one: ConflictCase): string[] {
  const { likeliest } = one;
  if (likeliest === undefined) return [];
  const under = stableUnder(one, likeliest);
  const stable =
    under.length === 0
      ? 'which is stable under none of the concepts'
      : `stable under ${conceptsInWords(under)}`;
  return [
    `The likeliest path of the solved game stands after the first review at ${stateInWords(one, likeliest)}, ${stable}.`,
  ];
}

function limits(): Section {
  return {
    heading: 'What this cannot say',
    points: [
      'Governments compare states as if each would last, and look one to three moves ahead; the solved game looks to the last review.',
      'One agreement a year: offers are made where the year begins, and a second protocol belongs to the next review. News and the common front are left out.',
      'Moving itself costs nothing here, but for what signing and leaving cost: taking a notice back is free. A notice counts as leaving as long as nobody takes it back, an offer as the state in which it is made.',
      'An offer to both that nobody has confirmed is stable, since the first to confirm gains nothing by that alone: unanimity, not unwillingness.',
      'Stances are set by hand: which sanctions there are is the finding, decimals are not.',
    ],
  };
}
