import type { z } from 'zod';
import { adviseWord } from '../problems/nearest-word.ts';
import { InputError } from '../problems/problem.ts';
import { ProblemList } from '../problems/problem-list.ts';
import { SourceText } from '../problems/source-text.ts';
import { type CaseDocument, type Path, readCaseDocument } from '../scenario/case-document.ts';
import { dateFault } from '../scenario/date-fault.ts';
import type { Confidence } from '../tariffs/measure.ts';
import { advance } from './advance.ts';
import type { AgreementEvent } from './events.ts';
import type { Party } from './parties.ts';
import { entrySchema, eventSchema, recordSchema, type WrittenEvent } from './record-schema.ts';
import { type AgreementState, agreementAtEntry } from './state.ts';

/** Something that happened, and how we know. */
export interface RecordedEvent {
  /** ISO date; the first day where it took several. */
  readonly date: string;
  /** A sentence without its full stop. */
  readonly what: string;
  /** Who did it; empty where no party did. */
  readonly parties: readonly Party[];
  /** What it is to the machine; absent where it is context: talks, statements, duties. */
  readonly event?: AgreementEvent;
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string;
}

/**
 * The record in a YAML text with `events:` at its root, in order of date. That the events which move the machine can
 * follow each other, from entry into force on, is checked.
 *
 * @param file is named in messages.
 * @throws InputError with everything that is wrong, each at its place.
 */
export function parseAgreementRecord(text: string, file: string): RecordedEvent[] {
  const problems = new ProblemList();
  const document = readCaseDocument(new SourceText(file, text), problems);
  problems.throwIfAny();
  const parsed = recordSchema.safeParse(document!.value);
  if (!parsed.success) reportFaults(parsed.error.issues, document!, problems);
  problems.throwIfAny();
  const events = parsed.data!.events.map(({ event, note, ...entry }, k): RecordedEvent => {
    const path = ['events', k];
    const fault = dateFault(entry.date);
    if (fault) problems.add('not-a-date', fault.message, document!.place([...path, 'date']), fault.advice);
    return {
      ...entry,
      ...(event ? { event: eventOf(event, entry.date, document!, [...path, 'event'], problems) } : {}),
      ...(note === undefined ? {} : { note }),
    };
  });
  problems.throwIfAny();
  checkOrder(events, document!, problems);
  problems.throwIfAny();
  checkMoves(events, document!, problems);
  problems.throwIfAny();
  return events;
}

function eventOf(
  { type, party, parties }: WrittenEvent,
  date: string,
  document: CaseDocument,
  path: Path,
  problems: ProblemList,
): AgreementEvent {
  const wants = type === 'protocol' ? 'parties' : isOfAll(type) ? undefined : 'party';
  for (const [key, value] of Object.entries({ party, parties })) {
    if ((value === undefined) === (key !== wants)) continue;
    const [message, advice] =
      value === undefined
        ? [
            `"${key}" is missing: a ${type} names who`,
            `add "${key}: ${key === 'party' ? 'USA' : '[USA, MEX]'}"`,
          ]
        : [`a ${type} has no "${key}"`, 'leave it out'];
    problems.add(
      'event-parties',
      message,
      value === undefined ? document.place(path) : document.place([...path, key], 'key'),
      advice,
    );
  }
  // Where a key is wrong, the problem above keeps the event from being used.
  return { type, date, ...(party ? { party } : {}), ...(parties ? { parties } : {}) } as AgreementEvent;
}

function isOfAll(type: WrittenEvent['type']): boolean {
  return ['review', 'review-closed', 'extension', 'expiry'].includes(type);
}

function checkOrder(events: readonly RecordedEvent[], document: CaseDocument, problems: ProblemList): void {
  for (const [k, { date }] of events.entries()) {
    const before = events[k - 1]?.date;
    if (before === undefined || date >= before) continue;
    const message = `the event of ${date} stands after that of ${before}`;
    problems.add(
      'not-in-order',
      message,
      document.place(['events', k, 'date']),
      'write events in order of date',
    );
  }
}

function checkMoves(events: readonly RecordedEvent[], document: CaseDocument, problems: ProblemList): void {
  let state: AgreementState = agreementAtEntry();
  for (const [k, { event }] of events.entries()) {
    if (!event) continue;
    try {
      ({ state } = advance(state, event));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const place = document.place(['events', k, event.date < state.date ? 'date' : 'event']);
      problems.addAll(error.problems.map((problem) => ({ ...problem, place })));
    }
  }
}

function reportFaults(
  issues: readonly z.core.$ZodIssue[],
  document: CaseDocument,
  problems: ProblemList,
): void {
  for (const issue of issues) {
    const path = issue.path as Path;
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const place = document.place([...path, key], 'key');
        problems.add('unknown-key', `there is no key "${key}" here`, place, adviseWord(key, keysAt(path)));
      }
      continue;
    }
    const value = valueAt(document.value, path);
    const key = path.findLast((step) => typeof step === 'string');
    const name = key === undefined ? 'the file' : `"${key}"`;
    const place = document.place(path, value === undefined ? 'key' : 'value');
    if (value === undefined) problems.add('missing-key', `${name} is missing`, place, `it ${issue.message}`);
    else {
      const words = issue.code === 'invalid_value' ? issue.values.map(String) : [];
      const advice = typeof value === 'string' ? adviseWord(value, words) : undefined;
      problems.add('wrong-value', `${name} ${issue.message}`, place, advice);
    }
  }
}

function keysAt(path: Path): string[] {
  const within = path.findLast((step) => typeof step === 'string');
  const shape = within === 'event' ? eventSchema.shape : within ? entrySchema.shape : recordSchema.shape;
  return Object.keys(shape);
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) value = (value as Record<string | number, unknown> | null | undefined)?.[step];
  return value;
}
