import { type Charge, lawEvents } from '@usmca-sim/core';
import { describe, expect, it } from 'vitest';
import { madeDuties } from '../../tests/made-duties.ts';
import { madeEconomy, madeLaw, madeMeasures } from '../../tests/made-economy.ts';
import { lawManifest } from '../reproduction.ts';
import { eventInWords, eventsAsked, exportersHit } from './event-in-words.ts';
import { lawChangesReport } from './law-changes-report.ts';

const economy = madeEconomy();
const manifest = lawManifest(economy, madeLaw, { command: 'usmca-sim tariffs', versions: [], options: [] });
const events = lawEvents(madeMeasures, '2025-01-01', '2026-06-30');

describe('an event in words', () => {
  it('says what starts, changes and ends', () => {
    expect(events.map((event) => `${event.date} ${event.measure.id} ${eventInWords(event)}`)).toEqual([
      '2025-03-07 us-fentanyl-canada starts at 25%',
      '2025-03-12 us-steel starts at 50%',
      '2025-08-01 us-fentanyl-canada 25% → 35% on all goods',
      '2026-02-23 us-fentanyl-canada ends (was 35%)',
    ]);
  });

  it('tells goods that join and leave, and terms that are others at the same rate', () => {
    const charge: Charge = { rate: 0.25, base: 'value', usmca: 'applies', from: '2025-03-04' };
    const event = { ...events[0]!, kind: 'change' as const };
    const of = (before: Charge[], after: Charge[]) => eventInWords({ ...event, before, after });
    const steel = { ...charge, lists: ['steel'] };
    expect(of([charge], [{ ...charge, usmca: 'exempt' }])).toBe(
      '25%, claimed goods are free of it, on all goods',
    );
    expect(of([steel], [{ ...charge, lists: ['copper'] }])).toBe('25% on copper; ends (was 25%) on steel');
    expect(of([charge, steel], [charge])).toBe('ends (was 25%) on steel');
  });

  it('is of the exporters whose charges change', () => {
    const steel = events[1]!;
    expect(exportersHit(steel)).toEqual(['CAN', 'MEX', 'ROW']);
    const ofMexico: Charge = { ...steel.after[0]!, exporters: ['MEX'] };
    expect(exportersHit({ ...steel, after: [ofMexico] })).toEqual(['MEX']);
  });

  it('is asked for by pair and sector', () => {
    const asked = (selection: Parameters<typeof eventsAsked>[3]) =>
      eventsAsked(events, economy, madeLaw.goods, selection).length;
    expect(asked({})).toBe(4);
    expect(asked({ exporter: 'MEX' })).toBe(1);
    expect(asked({ importer: 'CAN' })).toBe(0);
    expect(asked({ exporter: 'CAN', sector: 'AGR' })).toBe(3);
  });
});

describe('the law between two days', () => {
  const days = [{ date: '2025-03-07', before: [], after: madeDuties }];
  const changes = { economy, from: '2025-01-01', until: '2025-03-11', events: events.slice(0, 1), days };
  const report = lawChangesReport({ ...changes, start: [], end: madeDuties }, {}, manifest);

  it('has events with instrument and whom they are on', () => {
    expect(report.sections[0]!.tables![0]!.rows[0]!.cells).toEqual([
      '2025-03-07',
      'Emergency powers (IEEPA)',
      'us-fentanyl-canada',
      'starts at 25%',
      'USA',
      'CAN',
    ]);
  });

  it('has the change of the average of the pairs that the events of a day bear on', () => {
    const [, byDay] = report.sections[1]!.tables!;
    // The duties of the day differ for Mexico as well, on which nothing of that day bears.
    expect(byDay!.rows).toHaveLength(1);
    const [date, pair, before, after, points] = byDay!.rows[0]!.cells;
    expect([date, pair]).toEqual(['2025-03-07', 'United States from Canada']);
    expect([before, after]).toEqual([0.05, 0.165]);
    expect(points).toBeCloseTo(11.5, 12);
  });

  it('has both in its record', () => {
    expect(report.record!.rows.map(({ cells }) => cells[2])).toEqual(['start', 'average']);
  });
});
