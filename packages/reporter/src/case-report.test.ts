import type { Situation } from '@usmca-sim/core';
import { describe, expect, it } from 'vitest';
import { madeEconomy } from '../tests/made-economy.ts';
import { madeResult } from '../tests/made-result.ts';
import { caseReport, listReport } from './case-report.ts';

const economy = madeEconomy();
const { scenario, situation } = madeResult({ id: 'law' });

describe('a case resolved', () => {
  it('sums up what is in force at the start', () => {
    const [measure] = situation.measures;
    const [charge] = measure!.charges;
    const charges = [charge!, { ...charge!, lists: ['tobacco'], rate: 0.1 }];
    const start: Situation = { ...situation, measures: [{ ...measure!, charges }] };
    const section = caseReport(scenario, start, economy).sections.find(({ heading }) => heading === 'Start')!;
    expect(section.points).toEqual(['canada-list-of-march-4: Canada: 25% on the list of 4 March.']);
    expect(section.tables![0]!.rows[0]!.cells).toEqual([
      '2025-03-04',
      '',
      'canada-list-of-march-4',
      'CAN',
      'USA',
      '10% to 25%',
    ]);
  });

  it('says that a case changes nothing', () => {
    const report = caseReport(scenario, situation, economy);
    expect(JSON.stringify(report)).toContain('The case changes nothing: it is the law it starts from.');
  });

  it('tells what words stand for and how to read the result, where the case says so', () => {
    const said = { ...scenario, words: { retaliation: 'two lists' }, reading: 'Set it beside another.' };
    const sections = (one: typeof scenario) => caseReport(one, situation, economy).sections;
    expect(sections(said).find(({ heading }) => heading === 'In plain words')!.points).toEqual([
      'Retaliation: two lists.',
    ]);
    expect(sections(said).find(({ heading }) => heading === 'How to read the result')!.sentences).toEqual([
      'Set it beside another.',
    ]);
    expect(sections(scenario).map(({ heading }) => heading)).not.toContain('How to read the result');
  });

  it('tells the changes by name and by what is left out', () => {
    const scope = {
      importers: ['USA'],
      exporters: ['CAN', 'MEX', 'ROW'],
      sectors: ['AGR', 'FIN'],
    };
    const changed = {
      ...scenario,
      changes: [
        {
          verb: 'ban' as const,
          share: 1,
          scope: { ...scope, sectors: ['AGR'] },
          on: '2026-01-01',
        },
        {
          verb: 'trade-cost' as const,
          change: -0.05,
          scope,
          on: '2026-07-01',
          because: 'New ports.',
        },
      ],
    };
    const section = caseReport(changed, situation, economy).sections.find(
      ({ heading }) => heading === 'Changes',
    )!;
    expect(section.points).toEqual([
      'From 1 January 2026, bans imports of all goods from Canada, Mexico and the rest of the world into the United States.',
      'From 1 July 2026, changes the cost of delivering by −5.0% for imports of all goods and services from Canada, Mexico and the rest of the world into the United States (because: New ports).',
    ]);
  });
});

describe('a list of cases', () => {
  it('has a row a case', () => {
    const cases = [{ id: 'a', title: 'A', question: 'Why?' }];
    expect(listReport(cases, 'the library').sections[0]!.tables![0]!.rows).toEqual([
      { cells: ['a', 'A', 'Why?'] },
    ]);
  });
});
