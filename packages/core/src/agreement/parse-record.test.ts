import { expect, test } from 'vitest';
import { InputError } from '../problems/problem.ts';
import { renderProblem } from '../problems/render-problem.ts';
import { parseAgreementRecord } from './parse-record.ts';

function problemsOf(text: string): string[] {
  try {
    parseAgreementRecord(text, 'record.yaml');
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(renderProblem);
    throw error;
  }
  return [];
}

const entry = (date: string, rest: string) =>
  `  - date: ${date}\n    what: Something\n    parties: [USA]\n    source: a page\n    confidence: news\n${rest}`;

test('an entry with and without a move', () => {
  const text = `events:\n${entry('2026-01-01', '')}${entry('2026-07-01', '    event: {type: refusal, party: USA}\n')}`;
  const events = parseAgreementRecord(text, 'record.yaml');
  expect(events[0]).not.toHaveProperty('event');
  expect(events[1]!.event).toEqual({ type: 'refusal', party: 'USA', date: '2026-07-01' });
});

test('everything wrong with the form is said at once, each at its place', () => {
  const [first, second, third] = problemsOf(
    `events:\n${entry('2026-01-01', '    sorce: x\n')}${entry('2026-07-01', '    event: {type: refusel, party: UAS}\n')}`,
  );
  expect(first).toContain('record.yaml:7:5: there is no key "sorce" here');
  expect(first).toContain('did you mean "source"?');
  expect(second).toContain('did you mean "refusal"?');
  expect(third).toContain('did you mean "USA"?');
});

test('an illegal move is refused where it stands, with its article', () => {
  const text = `events:\n${entry('2026-06-30', '    event: {type: confirmation, party: USA}\n')}`;
  const [problem] = problemsOf(text);
  expect(problem).toContain('record.yaml:7:12: Article 34.7.3: ');
  expect(problem).toContain('the United States may on 2026-06-30: notice');
});

test('a move names whom it takes', () => {
  const events = [
    '    event: {type: refusal}\n',
    '    event: {type: review, party: USA}\n',
    '    event: {type: protocol, party: USA}\n',
  ].map((rest) => entry('2026-07-01', rest));
  expect(problemsOf(`events:\n${events.join('')}`).map((text) => text.split('\n')[0])).toEqual([
    'record.yaml:7:12: "party" is missing: a refusal names who',
    'record.yaml:13:27: a review has no "party"',
    'record.yaml:19:12: "parties" is missing: a protocol names who',
    'record.yaml:19:29: a protocol has no "party"',
  ]);
});

test('dates exist and stand in order', () => {
  expect(problemsOf(`events:\n${entry('2026-02-30', '')}`)[0]).toContain('2026-02-30 does not exist');
  const text = `events:\n${entry('2026-02-03', '')}${entry('2026-02-01', '')}`;
  expect(problemsOf(text)[0]).toContain('record.yaml:7:11: the event of 2026-02-01 stands after that of');
});
