import { applyPatches, enablePatches } from 'immer';
import { advance, type Step } from './advance.ts';
import type { AgreementEvent } from './events.ts';
import type { AgreementState } from './state.ts';

enablePatches();

/** Where a history starts and what each of its events did. Plain data: it may be written as JSON and read back. */
export interface AgreementLog {
  readonly start: AgreementState;
  readonly steps: readonly LoggedStep[];
}

/** A step without the state, which its patches give. */
export type LoggedStep = Omit<Step, 'state'>;

/** A history and where it has led. */
export interface AgreementHistory {
  readonly log: AgreementLog;
  readonly state: AgreementState;
}

/** A history in which nothing has happened yet. */
export function startHistory(start: AgreementState): AgreementHistory {
  return { log: { start, steps: [] }, state: start };
}

/**
 * A history with events added to its end.
 *
 * @throws InputError where one of them cannot be, as `advance` does.
 */
export function recordEvents(
  { log, state }: AgreementHistory,
  events: readonly AgreementEvent[],
): AgreementHistory {
  const steps = [...log.steps];
  let present = state;
  for (const event of events) {
    const { state: next, ...step } = advance(present, event);
    steps.push(step);
    present = next;
  }
  return { log: { start: log.start, steps }, state: present };
}

/** The state at the end of a log, from its patches alone: as text, equal to the state that was recorded. */
export function replay({ start, steps }: AgreementLog): AgreementState {
  return steps.reduce((state, { patches }) => applyPatches(state, patches), start);
}

/** A history without its last event, by the inverse patches; itself where there is none. */
export function undo({ log, state }: AgreementHistory): AgreementHistory {
  const last = log.steps.at(-1);
  if (!last) return { log, state };
  return {
    log: { start: log.start, steps: log.steps.slice(0, -1) },
    state: applyPatches(state, last.inversePatches),
  };
}
