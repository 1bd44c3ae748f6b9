import { z } from 'zod';
import { partyEventTypes } from './events.ts';
import { parties } from './parties.ts';

/* The written form of the record. Each `error` completes the sentence `"key" ...`. */

const text = z.string({ error: 'must be text' }).regex(/\S/, { error: 'must not be empty' });
const date = z.string({ error: 'must be a date such as 2026-07-01' });
const party = z.enum(parties, { error: `must be one of ${parties.join(', ')}` });

/** Dated by the entry it belongs to. */
const eventTypes = [
  ...partyEventTypes,
  'protocol',
  'review',
  'review-closed',
  'extension',
  'withdrawal',
  'expiry',
] as const;

export const eventSchema = z.strictObject({
  type: z.enum(eventTypes, { error: `must be one of ${eventTypes.join(', ')}` }),
  party: party.optional(),
  parties: z.tuple([party, party], { error: 'must be two parties, as in [USA, MEX]' }).optional(),
});

export const entrySchema = z.strictObject({
  date,
  what: text,
  parties: z.array(party, { error: 'must be a list of parties' }),
  event: eventSchema.optional(),
  source: text,
  confidence: z.enum(['official', 'news', 'secondary'], {
    error: 'must be "official", "news" or "secondary"',
  }),
  note: text.optional(),
});

export const recordSchema = z.strictObject({
  events: z
    .array(entrySchema, { error: 'must be a list of events, each with a dash' })
    .min(1, { error: 'must have at least one event' }),
});

export type WrittenEvent = z.infer<typeof eventSchema>;
