import type { Change } from '@usmca-sim/core';
import { describe, expect, it } from 'vitest';
import { madeResult } from '../tests/made-result.ts';
import type { Report, Table } from './report.ts';
import { compareReport, runReport } from './scenario-report.ts';

const reproduction = {
  command: 'usmca-sim compare …',
  versions: ['usmca-sim 0.1.0'],
  options: [],
};
const lift: Change = {
  verb: 'lift',
  measures: ['canada-list-of-march-4'],
  on: '2025-09-01',
};
const impose: Change = {
  verb: 'impose',
  rate: 0.25,
  share: 0.4,
  on: '2026-01-01',
  until: '2027-01-01',
  scope: {
    importers: ['USA'],
    exporters: ['CAN', 'MEX'],
    sectors: ['AGR', 'VEH'],
  },
  usmca: 'applies',
  yieldsTo: [],
};
const law = madeResult({ id: 'law', change: -0.1, duty: 0.05 });
const lifted = madeResult({
  id: 'lifted',
  change: -0.08,
  scenario: { changes: [lift, impose] },
});
const before = madeResult({
  id: 'before',
  situation: {
    id: 'base',
    title: 'Duties of 2024',
    date: '2024-01-01',
    measures: [],
  },
  scenario: { elasticities: { set: 'boehm', sectors: { VEH: 3 } } },
});

function tableOf(report: Report, title: string): Table {
  const table = report.sections
    .flatMap((section) => section.tables ?? [])
    .find((one) => one.title.startsWith(title));
  if (!table) throw new Error(`no table "${title}"`);
  return table;
}

describe('a comparison', () => {
  const report = compareReport({ results: [lifted, law, before], reference: 'law' }, { reproduction });
  const differs = report.differs!.join('\n');

  it('begins with what differs, in words, and ends with how to reproduce it', () => {
    expect(report.sections[0]!.heading).toBe('What differs');
    expect(report.sections[0]!.tables).toBeUndefined();
    expect(report.sections.at(-1)!.id).toBe('reproduction');
  });

  it('says what each case starts from and changes, and when it changes nothing', () => {
    expect(differs).toContain(
      'law (reference), “Case law”: starts from the law of August 2025 (31 August 2025)',
    );
    expect(differs).toContain('It changes nothing.');
    expect(differs).toContain(
      'From 1 September 2025, lifts canada-list-of-march-4 (Canada: 25% on the list of 4 March).',
    );
    expect(differs).toContain(
      'From 1 January 2026 until 1 January 2027, adds a duty of 25% on 40% of imports of all goods from Canada and Mexico into the United States.',
    );
    expect(differs).toContain('none of the measures in force in the reference');
  });

  it('reads in one order, whole or not, sources last', () => {
    const whole = compareReport(
      { results: [lifted, law, before], reference: 'law' },
      { reproduction, whole: true },
    );
    const order = [
      'what-differs',
      'findings',
      'trade',
      'exports-and-imports',
      'transition',
      'diversion',
      'third-markets',
      'sectors',
      'living',
      'welfare',
      'duties',
      'assumptions',
      'left-out',
      'limits',
      'reproduction',
    ];
    expect(report.sections.map(({ id }) => id)).toEqual(order);
    expect(whole.sections.map(({ id }) => id)).toEqual([...order, 'sources']);
  });

  it('says which case changes an assumption, against what stands where a case says nothing', () => {
    const defaults = { elasticities: 'central', horizon: 2030, transitionSpeed: 0.36, growth: 0 };
    const { assumptions } = compareReport(
      { results: [law, before], reference: 'law' },
      { reproduction, defaults },
    );
    const changed = assumptions!.filter(({ changedBy }) => changedBy.length > 0);
    expect(changed.map(({ id, values, changedBy }) => [id, values, changedBy])).toEqual([
      ['trade-elasticities', ['central', 'boehm'], ['before']],
      ['trade-elasticity-veh', [null, 3], ['before']],
    ]);
    expect(assumptions!.every(({ source }) => source !== '')).toBe(true);
  });

  it('finds a passage a case under its name, and says so in sentences that stand alone', () => {
    const { passages } = report.sections.find(({ id }) => id === 'findings')!;
    expect(passages!.map(({ heading }) => heading)).toEqual(['lifted', 'before']);
    const [lifted] = passages!;
    expect(report.findings!.slice(0, 1 + lifted!.points!.length)).toEqual(
      [...lifted!.sentences!, ...lifted!.points!].map((text) => `lifted: ${text}`),
    );
  });

  it('says how authors want results to be read, and what stands for the words of a question once', () => {
    const words = { retaliation: 'the same rate back' };
    const read = madeResult({ id: 'read', scenario: { reading: 'Look at trade.', words } });
    const varied = madeResult({ id: 'varied', scenario: { words } });
    const { sections } = compareReport({ results: [read, varied], reference: 'read' }, { reproduction });
    const said = sections[0]!.passages!.map(({ points }) => points);
    expect(said.slice(0, 2)).toEqual([['“retaliation” stands for: the same rate back.'], []]);
    expect(sections.find(({ id }) => id === 'reading')!.passages).toEqual([
      { heading: 'read', sentences: ['Look at trade.'] },
    ]);
  });

  it('has the trade elasticities that cases were run with by sector', () => {
    const elasticities = new Map([
      ['central', [1, 2, 3, 4]],
      ['boehm', [5, 6, 7, 8]],
    ]);
    const report = compareReport(
      { results: [law, lifted, before], reference: 'law' },
      { reproduction, elasticities, whole: true },
    );
    const { columns, rows, notes } = tableOf(report, 'Trade elasticities by sector');
    expect(columns.map(({ heading }) => heading)).toEqual(['Sector', 'law and lifted', 'before']);
    // The case has 3 for vehicles in place of the set's.
    const vehicles = law.sectors.findIndex(({ code }) => code === 'VEH');
    expect(rows[vehicles]!.cells.slice(1)).toEqual([vehicles + 1, 3]);
    expect(rows[0]!.cells.slice(1)).toEqual([1, 5]);
    expect(notes![0]).toContain('VEH in before');
  });

  it('says why a case changes nothing', () => {
    const twin = madeResult({ id: 'twin', change: -0.1, duty: 0.05 });
    const { findings } = compareReport({ results: [law, twin], reference: 'law' }, { reproduction });
    expect(findings!.at(-1)).toBe(
      'twin: In the long run every flow is as under law: neither case changes anything, and both start from the same law.',
    );
  });

  it('tells assumptions that differ from those that are shared, and average duties', () => {
    expect(differs).toContain('Trade elasticities: law central; lifted central; before boehm with VEH 3.');
    expect(differs).toMatch(/The same in all: deficits held .*; horizon 2030/);
    // Duties are 1% on goods, and 5 points more on imports of the United States under law: see the made result.
    expect(differs).toContain('the United States from Canada 6.0%, 1.0%, 1.0%');
  });

  it('puts the reference first and measures the others against it', () => {
    const table = tableOf(report, 'Goods and services traded between the three, long run');
    expect(table.columns.map(({ heading, group }) => `${group ?? ''}|${heading}`)).toEqual([
      '|Exporter to importer',
      '|2024',
      'law (reference)|level',
      'law (reference)|vs 2024',
      'lifted|level',
      'lifted|vs ref.',
      'before|level',
      'before|vs ref.',
    ]);
    const row = table.rows.find(({ cells }) => cells[0] === 'Canada to United States')!;
    // Sum over sectors of 1000 + 200 + 10, 20, 30; Canada's flows change by 1.1 times the change of the case.
    expect(row.cells[1]).toBe(3660);
    expect(row.cells[2]).toBeCloseTo(3660 * 0.89, 9);
    expect(row.cells[3]).toBeCloseTo(-11, 9);
    expect(row.cells[5]).toBeCloseTo(100 * ((1 - 0.088) / (1 - 0.11) - 1), 9);
  });

  it('adds up: the total row is the sum of the rows', () => {
    for (const title of ['Goods and services traded', 'Goods traded']) {
      const { rows } = tableOf(report, title);
      for (const column of [1, 2, 4]) {
        const sum = rows.slice(0, -1).reduce((all, { cells }) => all + Number(cells[column]), 0);
        expect(rows.at(-1)!.cells[column]).toBeCloseTo(sum, 6);
      }
    }
  });

  it('shows levels alone, or differences, on request', () => {
    const headings = (show: 'levels' | 'differences') =>
      tableOf(
        compareReport({ results: [law, lifted], reference: 'law' }, { reproduction, show }),
        'Goods and services traded',
      ).columns.map(({ kind, heading }) => `${kind} ${heading}`);
    expect(headings('levels')).toEqual([
      'label Exporter to importer',
      'money 2024',
      'money level',
      'money level',
    ]);
    expect(headings('differences').slice(2)).toEqual([
      'money level',
      'money vs 2024',
      'money level',
      'money vs ref.',
    ]);
  });

  it('refuses a reference that is not there and results of other data', () => {
    expect(() => compareReport({ results: [law], reference: 'x' }, { reproduction })).toThrow('not among');
    const stranger = madeResult({ id: 's', madeBy: { economyHash: 'ffff' } });
    expect(() => compareReport({ results: [law, stranger], reference: 'law' }, { reproduction })).toThrow(
      'other data',
    );
  });
});

describe('a report on one case', () => {
  const report = runReport(lifted, { reproduction, sectors: true });

  it('measures against the base year', () => {
    const table = tableOf(report, 'Goods and services traded between the three');
    expect(table.columns.map(({ heading }) => heading)).toEqual([
      'Exporter to importer',
      '2024',
      'long run',
      'change',
      'change, %',
    ]);
  });

  it('passes no verdict', () => {
    expect(JSON.stringify(report)).not.toMatch(/\b(better|worse|good|bad|gain from|suffer|harm)\b/i);
  });

  it('has the path beside the long run, and sectors on request', () => {
    const path = tableOf(report, 'Trade on the way');
    expect(path.columns.map(({ heading }) => heading)).toEqual([
      'Exporter to importer',
      '2025',
      '2026',
      '2027',
      '2029',
      '2030',
      'long run',
    ]);
    expect(tableOf(report, 'Trade by sector, Canada to United States').rows).toHaveLength(4);
  });
});

describe('a comparison with a case that has a base of its own', () => {
  const made = madeResult({ id: 'balanced', change: -0.2, scenario: { deficits: 'balanced' } });
  // A base 10% above that of the others in every flow.
  const balanced = { ...made, base: { ...made.base, flow: made.base.flow.map((value) => 1.1 * value) } };
  const report = compareReport({ results: [law, lifted, balanced], reference: 'law' }, { reproduction });

  it('says so before anything else, and again among the findings', () => {
    expect(report.differs![0]).toMatch(
      /^balanced is measured against a base of its own, not against law: its deficits/,
    );
    const { sentences, passages } = report.sections.find(({ id }) => id === 'findings')!;
    expect(sentences![0]).toBe(report.differs![0]);
    const found = (heading: string) => passages!.find((passage) => passage.heading === heading)!;
    expect(found('balanced').sentences![0]).toContain('Real income against its own base:');
    // 1 − 0.1/20 in the first region: see the made result.
    expect(found('law (reference)').points![0]).toContain('Real income against 2024: United States −0.5%');
  });

  it('shows that base beside its levels, and measures its changes against it', () => {
    const { columns, rows } = tableOf(report, 'Goods and services traded between the three, long run');
    const own = columns.findIndex(({ key }) => key === 'balanced-base');
    expect(columns.slice(own).map(({ heading }) => heading)).toEqual(['own base', 'level', 'vs own base']);
    const { cells } = rows.find(({ cells: [label] }) => label === 'Canada to United States')!;
    expect(cells[own]).toBeCloseTo(1.1 * 3660, 9);
    expect(cells[own + 2]).toBeCloseTo(100 * (0.78 / 1.1 - 1), 9);
    const living = tableOf(report, 'Real income, real wages');
    expect(
      living.columns.filter(({ key }) => key.startsWith('balanced')).map(({ heading }) => heading),
    ).toEqual(['vs own base']);
    expect(tableOf(report, 'balanced: trade on the way').title).toContain('against its own base');
  });
});

describe('every report', () => {
  it('says what the model cannot say, and how much of the data was observed', () => {
    const elasticitySets = ['central', 'other', 'boehm-et-al'];
    for (const report of [
      runReport(lifted, { reproduction, elasticitySets }),
      compareReport({ results: [law, lifted], reference: 'law' }, { reproduction, elasticitySets }),
    ]) {
      const limits = report.sections.find(({ heading }) => heading === 'What the model cannot say')!;
      expect(limits.points!.join(' ')).toContain('--elasticities boehm-et-al');
      expect(limits.points!.join(' ')).toContain('observed 90.0% between the three and 25.0% in the world');
    }
  });

  it('says of a variation whose it is, and that it makes the same changes', () => {
    const varied = madeResult({
      id: 'varied',
      change: -0.08,
      scenario: { changes: [lift, impose], lineage: ['varied', 'lifted'] },
    });
    const inheritedQuestions = new Map([['varied', 'lifted']]);
    const report = compareReport(
      { results: [lifted, varied], reference: 'lifted' },
      { reproduction, inheritedQuestions },
    );
    expect(report.question).toBe('What does varied do? (the question of lifted)');
    expect(report.differs![1]).toBe(
      'varied, “Case varied”, a variation of lifted: starts from the same law. It makes the same changes as the reference.',
    );
  });

  it('names tables of zeros in place of showing them', () => {
    const report = compareReport({ results: [law, before], reference: 'law' }, { reproduction });
    const section = report.sections.find(({ heading }) => heading === 'Trade created and diverted')!;
    expect(section.sentences!.at(-1)).toMatch(
      /^Left out, since every figure is zero: “before: trade created/,
    );
    expect(section.tables!.map(({ title }) => title)).toEqual([expect.stringMatching(/^law: /)]);
  });

  it('chooses sectors by the largest change in any case, the reference among them', () => {
    const { rows, notes } = tableOf(report(), 'Value added of the sectors that change most, United States');
    // Value added changes by half of (sector − 1) times the change of the case: −5%, 0, +5% and nothing else.
    expect(rows.map(({ cells }) => cells[0])).toEqual(['Finance', 'Agriculture, forestry and fishing']);
    expect(notes![0]).toMatch(/largest first/);
    function report() {
      return compareReport({ results: [before, law], reference: 'law' }, { reproduction });
    }
  });
});
