import { parseAgreementRecord, partyName, type RecordedEvent } from '@usmca-sim/core/agreement';
import { ownFile } from './files.ts';

/**
 * The record from its source, `agreement/events.yaml`.
 *
 * @throws InputError with everything wrong with it, each at its place.
 */
export function compileAgreementRecord(): RecordedEvent[] {
  return parseAgreementRecord(ownFile('agreement/events.yaml'), 'agreement/events.yaml');
}

/** A record as the text of `agreement/events.json`: one event a line. */
export function writeAgreementRecord(events: readonly RecordedEvent[]): string {
  return `[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]\n`;
}

/** The record as the table of `docs/agreement.md`, in Markdown. */
export function agreementTable(events: readonly RecordedEvent[]): string {
  const rows = events.map(({ date, what, event, source, confidence, note }) =>
    row([date, note ? `${what}. ${note}` : what, event ? wordsFor(event) : '', confidence, source]),
  );
  return [row(['date', 'what', 'move', 'confidence', 'source']), row(Array(5).fill('---')), ...rows].join(
    '\n',
  );
}

function wordsFor(event: NonNullable<RecordedEvent['event']>): string {
  if ('party' in event) return `${event.type} by ${partyName(event.party)}`;
  return 'parties' in event ? `${event.type} of ${event.parties.map(partyName).join(' and ')}` : event.type;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
