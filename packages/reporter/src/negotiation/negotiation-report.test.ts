import type { PathStep } from '@usmca-sim/core';
import { describe, expect, it } from 'vitest';
import { madeNegotiatedCase, madeNegotiation, madeNegotiationOfTypes } from '../../tests/made-negotiation.ts';
import { renderers } from '../renderers/registry.ts';
import type { Manifest, Table } from '../report.ts';
import { negotiationReport } from './negotiation-report.ts';
import { shownPercent } from './regimes-by-year.ts';

const manifest: Manifest = {
  command: 'npx usmca-sim negotiate one',
  versions: [],
  options: [],
  data: { id: 'made', title: 'Made', hash: '0', lawHash: '1', year: 2024 },
};
const one = madeNegotiatedCase('one');
const report = negotiationReport([one], { manifest });
const section = (heading: string) => report.sections.find((found) => found.heading === heading)!;
const rendered = (format: string) => [...renderers.get(format)!.render({ report }, { width: 100 })].join('');

describe('the report on a negotiation', () => {
  it('draws fifty letters a year, a letter for every 2%', () => {
    expect(section('How likely each regime is').code).toEqual([
      `2026 ${'F'.repeat(35)}${'E'.repeat(5)}${'M'.repeat(10)}`,
      `2027 ${'F'.repeat(25)}${'E'.repeat(10)}${'M'.repeat(15)}`,
      // 12.5 and 17.5 letters: the first in the order of regimes has the half that is left.
      `2028 ${'E'.repeat(13)}${'M'.repeat(20)}${'X'.repeat(17)}`,
    ]);
  });

  it('has a row a regime and a column a year', () => {
    const [table] = section('How likely each regime is').tables!;
    expect(table!.rows.map(({ cells }) => cells)).toEqual([
      ['In force, not extended', 70, 50, 0],
      ['Extended', 10, 20, 25],
      ['Protocol with Mexico alone', 20, 30, 40],
      ['Expired', 0, 0, 35],
    ]);
  });

  it('tells years in which the same happens once, with the reason', () => {
    const { points } = section('The likeliest move at every point');
    expect(points).toEqual([
      '1 July 2026: No common front: Canada would join one, Mexico would not (60%).',
      // Concession 0.5 of an audience cost of 0.2 under a pressure of 1.5.
      '2026: The United States makes no offer (80%). Another year of limbo costs it 0.02%, backing down 0.15% once on “Duties on metals”. To offer “Clean extension” to both would lose it 0.06%; what decides is backing down from what was said in public. The agreement is in force, not extended, and reviewed every year.',
      expect.stringMatching(
        /^Every 1 July from 2027 to 2028: The United States makes no offer \(70% to 90%\)\./,
      ),
    ]);
  });

  it('rounds parts so that they add up', () => {
    for (const table of section('What each government gains and loses').tables!) {
      const columns = [1, 2, 3].map((at) =>
        table.rows.map(({ cells }) => Math.round(1000 * Number(cells[at]))),
      );
      for (const column of columns)
        expect(column.slice(0, -1).reduce((sum, part) => sum + part, 0)).toBe(column.at(-1));
    }
  });

  it('spreads a present value over the years with the patience of the government', () => {
    const [yearly] = section('What each government gains and loses').tables!;
    // 1.5 in present value at a patience of 0.9 is 0.15 a year for ever.
    expect(yearly!.rows.at(-1)!.cells[2]).toBeCloseTo(0.15, 9);
  });

  it('says what λ means in units of payoff', () => {
    expect(section('How it was solved').points![1]).toContain(
      'A move worth 0.050% more than another is 2.7 times',
    );
  });

  it('says without political terms that there are none', () => {
    const { choices } = one.negotiation;
    const plain = madeNegotiatedCase('plain', { choices: { ...choices, economistsView: true } });
    const text = negotiationReport([plain], { manifest }).sections[0]!.sentences!.join(' ');
    expect(text).toContain("the economist's view");
  });

  it('puts several beside one another before each on its own', () => {
    const both = negotiationReport([one, madeNegotiatedCase('two')], { manifest });
    const [first, second] = both.sections;
    expect(first!.heading).toBe('The negotiations side by side');
    expect(second!.heading).toBe('one: what was asked');
    const [end] = first!.tables as Table[];
    expect(end!.rows.map(({ cells }) => cells)).toContainEqual(['Expired', 35, 35]);
  });
});

describe('cases whose tables name the parties in another order', () => {
  it('are set side by side by name', () => {
    const { choices, years } = one.negotiation;
    const table = { ...choices.table, parties: ['USA', 'MEX', 'CAN'] as const };
    const turned = years.map((year) => ({
      ...year,
      realIncome: [0, 2, 1].map((i) => year.realIncome[i]!),
      flow: [0, 2, 1].map((n) => [0, 2, 1].map((i) => year.flow[n]![i]!)),
      regimes: year.regimes.map(({ regime, probability }) => ({
        regime: regime === 'bilateral-other' ? ('bilateral-one' as const) : regime,
        probability,
      })),
    }));
    const other = madeNegotiatedCase('turned', { choices: { ...choices, table }, years: turned });
    const [end, , flows, incomes] = negotiationReport([one, other], { manifest }).sections[0]!.tables!;
    for (const table of [end, flows, incomes])
      for (const { cells } of table!.rows) expect(cells[2]).toBe(cells[1]);
    expect(end!.rows).toHaveLength(3);
  });
});

describe('its formats', () => {
  it('has tidy CSV, probabilities of a year adding up', () => {
    const lines = rendered('csv').trim().split('\n');
    expect(lines[0]).toBe(
      'case,year,figure,about,move,party,importer,exporter,part,statistic,state,value,unit',
    );
    const regimes = lines.filter((line) => line.startsWith('one,2028,regime-probability,'));
    const sum = regimes.reduce((all, line) => all + Number(line.split(',').at(-2)), 0);
    expect(sum).toBeCloseTo(1, 12);
    expect(lines).toContain('one,,value,,,CAN,,,realIncome,,,1.5,"percent, present value"');
  });

  it('has the whole result in JSON', () => {
    const { negotiations } = JSON.parse(rendered('json'));
    expect(negotiations).toEqual([{ case: 'one', ...JSON.parse(JSON.stringify(one.negotiation)) }]);
  });

  it('keeps to the width of a terminal', () => {
    for (const line of rendered('text').split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});

describe('a probability in a table', () => {
  it('is rounded once', () => {
    expect([0.0648, 0.0652, 0.002, 0.0004, 0.9972, 1].map(shownPercent)).toEqual([6, 7, 0.2, 0, 99.7, 100]);
  });
});

describe('a path of equal moves', () => {
  const [caucus, offer] = one.negotiation.path;
  const told = (loses: number) => {
    const path = [caucus!, { ...offer!, instead: { ...offer!.instead!, loses } }];
    const made = negotiationReport([madeNegotiatedCase('equal', { path })], { manifest });
    return made.sections.find(({ heading }) => heading === 'The likeliest move at every point')!.points![1];
  };

  it('is told as one', () => {
    expect(told(0)).toContain('is worth the same to the United States; of equal moves one is taken.');
  });

  it('says where the likeliest is not the best, and where there is next to nothing in it', () => {
    expect(told(-0.02)).toContain('would be worth 0.02% more to the United States');
    expect(told(0.0001)).toContain('would lose it less than 0.001%;');
  });
});

describe('a path with an offer of two decisions and an answer of two governments', () => {
  const turn: PathStep = {
    year: 2026,
    players: [0],
    about: 'offer',
    move: 'turn to both',
    probability: 0.5,
    instead: { move: 'no offer', loses: 0.02, decidedBy: 'uncertainty' },
    regime: 'extended',
  };
  const offer: PathStep = {
    ...turn,
    move: 'offer clean',
    probability: 0.7,
    instead: { move: 'offer other', loses: 0.03, decidedBy: 'realIncome' },
  };
  const confirm: PathStep = {
    ...turn,
    players: [1, 2],
    about: 'confirm clean',
    move: 'confirm / confirm',
    probability: 0.9,
    instead: { move: 'confirm / refuse', loses: 0.04, decidedBy: 'uncertainty' },
  };
  const made = negotiationReport([madeNegotiatedCase('two-moves', { path: [turn, offer, confirm] })], {
    manifest,
  });
  const of = (heading: string) => made.sections.find((found) => found.heading === heading)!;

  it('is told as one offer, and says who would sooner answer otherwise', () => {
    expect(of('The likeliest move at every point').points).toEqual([
      '1 July 2026: The United States turns to both (50%) with “Clean extension” (70%). To make no offer would lose it 0.02%; what decides is a future that stays open. To offer other to both would lose it 0.03%; what decides is real income.',
      '2026: Canada and Mexico confirm “Clean extension” (90%). Of the two, Mexico is nearer to another answer: to refuse would lose it 0.04%; what decides is a future that stays open. The agreement is extended.',
    ]);
    expect(of('In brief').sentences![0]).toContain(
      'Likeliest in 2026: the United States turns to both (50%) with “Clean extension” (70%); to make no offer would lose it 0.02%',
    );
  });

  it('is recorded with the one who would move otherwise', () => {
    const at = made.record!.columns.findIndex(({ key }) => key === 'party');
    const instead = made.record!.rows.filter(({ cells }) => cells[2] === 'path-instead');
    expect(instead.map(({ cells }) => cells[at])).toEqual(['USA', 'USA', 'MEX']);
  });

  it('says of no offer what waiting costs, and what the packages it might turn to would', () => {
    const none = { ...turn, move: 'no offer', instead: { ...turn.instead!, move: 'turn to both' } };
    const told = negotiationReport([madeNegotiatedCase('waiting', { path: [none] })], { manifest });
    const path = told.sections.find(({ heading }) => heading === 'The likeliest move at every point')!;
    // The one package for both concedes 0.5 of an audience cost of 0.2 under a pressure of 1.5.
    expect(path.points![0]).toContain(
      'Another year of limbo costs it 0.02%, backing down 0.15% once. To turn to both would lose it 0.02%',
    );
  });
});

describe('the packages on the table', () => {
  it('have a line an issue, the name beside the first', () => {
    const { choices } = madeNegotiation();
    const [issue] = choices.table.issues;
    const table = {
      ...choices.table,
      issues: [issue!, { ...issue!, id: 'dairy', title: 'Dairy' }],
      packages: [{ ...choices.table.packages[0]!, picks: { metals: 'half', dairy: 'as-is' } }],
    };
    const made = negotiationReport([madeNegotiatedCase('two', { choices: { ...choices, table } })], {
      manifest,
    });
    expect(made.sections[0]!.tables![1]!.rows.map(({ cells }) => cells)).toEqual([
      ['Clean extension', 'both', 'Duties on metals', 'halved'],
      ['', '', 'Dairy', 'as they are'],
    ]);
  });
});

describe('a government whose type is its secret', () => {
  const made = negotiationReport([madeNegotiatedCase('types', madeNegotiationOfTypes())], { manifest });
  const beliefs = made.sections.find(({ heading }) => heading === 'What the others come to believe')!;

  it('is told of, review by review, as it is of either type', () => {
    expect(beliefs.sentences![1]).toBe(
      'Where it is in truth “Would settle”, they give that 40% after the first review and 70% after the last; where it is “Means it”, 20% after the first review and 10% after the last.',
    );
    expect(
      beliefs.tables![0]!.rows.map(({ cells }) =>
        cells.map((cell) => (typeof cell === 'number' ? Math.round(cell) : cell)),
      ),
    ).toEqual([
      ['before the first review', 25, 25],
      ['after the review of 2026', 20, 40],
      ['after the review of 2027', 15, 55],
      ['after the review of 2028', 10, 70],
    ]);
  });

  it('has its beliefs in the record', () => {
    const rows = made.record!.rows.filter(({ cells }) => cells[2] === 'belief').map(({ cells }) => cells);
    expect(rows).toHaveLength(12);
    expect(rows).toContainEqual([
      'types',
      '2028',
      'belief',
      'soft',
      '',
      'USA',
      '',
      '',
      '',
      'if-soft',
      '',
      0.7,
      'fraction',
    ]);
    expect(rows[0]!.slice(1, 4)).toEqual(['', 'belief', 'soft']);
  });

  it('is not spoken of where there is none', () => {
    expect(report.sections.map(({ heading }) => heading)).not.toContain('What the others come to believe');
  });
});
