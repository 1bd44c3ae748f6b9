import type { JointGain, ReviewConflict } from '@usmca-sim/core/conflict';
import {
  type GraphModel,
  type StabilityConcept,
  type StableStates,
  type Step,
  stabilityOf,
  type Wording,
} from '@usmca-sim/core/stability';
import { joined } from '../names.ts';
import { moveAsInfinitive } from '../negotiation/move-in-words.ts';
import type { Column } from '../report.ts';
import { headingsOf, namesOf } from './bargained-case.ts';
import type { CaseOfReview } from './case-of-review.ts';

/** The conflict of a review year, and what is stable in it. */
export interface ConflictCase extends CaseOfReview {
  readonly conflict: ReviewConflict;
  readonly stable: StableStates;
  readonly joint: readonly JointGain[];
  /** Where the likeliest path of the solved game stands after the first review: index of a state. */
  readonly likeliest?: number;
  /** The state that the inverse question is about: index. */
  readonly asked: number;
}

/** Nash asks most of what keeps a government, GMR least; SEQ and SMR lie between. */
export const concepts = ['nash', 'seq', 'smr', 'gmr'] as const satisfies readonly StabilityConcept[];

export const conceptLabels: Readonly<Record<StabilityConcept, string>> = {
  nash: 'Nash',
  seq: 'SEQ',
  smr: 'SMR',
  gmr: 'GMR',
};

/** Concepts under which nobody leaves a state. */
export function stableUnder({ stable }: ConflictCase, state: number): StabilityConcept[] {
  return concepts.filter((concept) => stable[concept].includes(state));
}

/** `Nash, SEQ, SMR, GMR`; `none`. */
export function conceptsInWords(under: readonly StabilityConcept[]): string {
  return under.length === 0 ? 'none' : under.map((concept) => conceptLabels[concept]).join(', ');
}

/** Why a party stays, under the first concept under which it does; under the last where it leaves. */
export function reasonOf({ conflict }: ConflictCase, state: number, player: number) {
  const reasons = concepts.map((concept) => stabilityOf(conflict.model, state, player, concept));
  return reasons.find(({ stable }) => stable) ?? reasons.at(-1)!;
}

/** The model with its players as they stand in a sentence. */
export function modelInWords(one: ConflictCase): GraphModel {
  return { ...one.conflict.model, players: namesOf(one) };
}

/** States by their ids, moves as what is done: `lift “Canada’s second list” (s9)`. */
export function wordingOf(one: ConflictCase): Wording {
  const { states, moves } = one.conflict;
  const { table } = one.choices;
  const names = namesOf(one);
  const move = ({ player, from, to }: Step) => {
    const found = moves.find((it) => it.player === player && it.from === from && it.to === to)!;
    const answered = /^(?:confirm|answer to) (\S+)$/.exec(found.about)?.[1];
    const title = table.packages.find(({ id }) => id === answered)?.title;
    const deed = moveAsInfinitive(found.about, found.move, { table, names }).replace(/^to /, '');
    return `${deed}${title === undefined ? '' : ` “${title}”`} (${states[to]!.id})`;
  };
  return { state: (at) => states[at]!.id, move };
}

/** What a state is: `“Extension as it is” offered to both, confirmed by Canada`. */
export function stateLabel(one: ConflictCase, state: number): string {
  const { offer, notice, signed, imposed, lifted } = one.conflict.states[state]!;
  const { packages, escalations } = one.choices.table;
  const parts = [
    ...(offer ? [offerLabel(one, offer)] : []),
    ...(signed === undefined
      ? []
      : [`“${packages[signed]!.title}” signed${withPartner(one, signed, ' with ')}`]),
    ...(notice ? ['Notice of withdrawal given'] : []),
    ...imposed.map((e) => `“${escalations[e]!.title}” imposed`),
    ...lifted.map((e) => `“${escalations[e]!.title}” lifted`),
  ];
  return parts.length === 0 ? 'As the year begins' : parts.join('; ');
}

function offerLabel(
  one: ConflictCase,
  { package: index, confirmedBy }: NonNullable<ReviewConflict['states'][number]['offer']>,
): string {
  const names = headingsOf(one);
  const to = withPartner(one, index, ' to ') || ' to both';
  const confirmed =
    confirmedBy.length > 0 ? `, confirmed by ${joined(confirmedBy.map((i) => names[i]!))}` : '';
  return `“${one.choices.table.packages[index]!.title}” offered${to}${confirmed}`;
}

function withPartner(one: ConflictCase, index: number, word: string): string {
  const { packages, parties } = one.choices.table;
  const { with: partner } = packages[index]!;
  return partner === 'both' ? '' : `${word}${headingsOf(one)[parties.indexOf(partner)]}`;
}

/** `s0 (as the year begins)`. */
export function stateInWords(one: ConflictCase, state: number): string {
  const label = stateLabel(one, state);
  return `${one.conflict.states[state]!.id} (${state === 0 ? 'as the year begins' : label})`;
}

/** Of worth and its differences. */
export function unitOf({ conflict }: ConflictCase): string {
  return conflict.by === 'yearly' ? 'percent a year' : 'percent, present value';
}

/** What a state is worth to each beyond where the year begins. */
export function gainsIn({ conflict }: ConflictCase, state: number): number[] {
  return conflict.model.preference.map((own) => own[state]! - own[0]!);
}

export function gainColumns(one: ConflictCase): Column[] {
  return headingsOf(one).map((heading, i) => ({
    key: `gain-${one.choices.table.parties[i]!}`,
    heading,
    kind: 'points',
    unit: unitOf(one),
    signed: true,
    decimals: 2,
  }));
}
