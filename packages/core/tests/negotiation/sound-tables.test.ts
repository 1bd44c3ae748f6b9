import { expect, test } from 'vitest';
import { header, negotiationOf, seats, stance, table } from './table-fixture.ts';

test('a table is read with its effects, which hold from the first review on', async () => {
  const { negotiation } = await negotiationOf();
  expect(negotiation?.concept).toBe('quantal');
  expect(negotiation?.stances.map(({ id }) => id)).toEqual(['usa', 'can', 'mex']);
  const [issue] = negotiation!.table.issues;
  expect(issue!.options[1]).toMatchObject({
    id: 'falls',
    worth: { CAN: 0.1 },
    concession: { USA: 0.5 },
    effects: [{ verb: 'lower', measure: 'us-section-232-metals', to: 0.25, on: '2026-07-01' }],
  });
  expect(negotiation!.table.packages[1]).toMatchObject({ with: 'CAN', ends: ['duty'] });
});

test('figures that are left out are neutral, and say so', async () => {
  const { negotiation } = await negotiationOf();
  const [usa] = negotiation!.stances;
  expect(usa!.audienceCost).toEqual({ value: 0, origin: 'normalised', because: 'neutral' });
  expect(usa!.domesticPressure.value).toBe(1);
});

test('a variation says only what differs', async () => {
  const { negotiation } = await negotiationOf({
    'varied.yaml': `extends: small.yaml\nreviews: [2027]\nwithout: [extension]\nescalations: {duty: {cost: 0.2}}\n`,
    'firm.yaml': `title: Firm\nextends: can.yaml\naudience-cost: {value: 0.3, origin: calibrated, because: a guess}\ngives-up: [steel/stays]\n`,
    'can.yaml': stance('CAN', 'red-lines: {steel/stays: {origin: sourced, because: said so}}\n'),
    'mine.yaml': header + seats.replace('small.yaml', 'varied.yaml').replace('can.yaml', 'firm.yaml'),
  });
  expect(negotiation!.table).toMatchObject({ id: 'varied', title: 'A small table', reviews: [2027] });
  expect(negotiation!.table.packages.map(({ id }) => id)).toEqual(['deal']);
  expect(negotiation!.table.escalations[0]).toMatchObject({ by: 'USA', cost: 0.2, title: 'A duty' });
  expect(negotiation!.stances[1]).toMatchObject({
    id: 'firm',
    party: 'CAN',
    redLines: [],
    audienceCost: { value: 0.3 },
  });
  expect(negotiation!.stances[1]!.patience.value).toBe(0.9);
});

test('a case leaves out what it names; answers go with what they answer', async () => {
  const answered = `${table}  answer:\n    {title: An answer, by: CAN, against: USA, because: a threat, answers: [duty]}\n`;
  const { negotiation } = await negotiationOf(
    { 'small.yaml': answered },
    `${header}${seats}  without: [duty, deal]\n  concept: subgame-perfect\n  precision: 5\n  economists-view: true\n`,
  );
  expect(negotiation).toMatchObject({ concept: 'subgame-perfect', precision: 5, economistsView: true });
  expect(negotiation!.table.escalations).toEqual([]);
  expect(negotiation!.table.packages.map(({ id }) => id)).toEqual(['extension']);
});
