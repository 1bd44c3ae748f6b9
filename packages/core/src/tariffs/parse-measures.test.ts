import { describe, expect, it } from 'vitest';
import { InputError } from '../problems/problem.ts';
import { renderProblem } from '../problems/render-problem.ts';
import { parseMeasures } from './parse-measures.ts';

const words = {
  regions: ['USA', 'CAN', 'MEX', 'ROW'],
  sectors: ['FOO', 'STL'],
  lists: ['steel', 'potash', 'dairy'],
};

const sound = `measures:
  - id: us-duty
    title: A duty
    authority: ieepa
    importer: USA
    exporters: [CAN, MEX]
    charges:
      - {lists: potash, rate: 10%, usmca: exempt, from: 2025-03-07, until: 2025-08-01}
      - {except: dairy, sectors: [FOO], exporters: CAN, rate: 12.5%, from: 2025-03-07, decided: 2025-02-01}
    yields-to: section-232
    source: A gazette
    confidence: official
`;

function messages(text: string): string[] {
  try {
    parseMeasures(text, 'm.yaml', words);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ place, message }) => `${place?.line}:${place?.column} ${message}`);
  }
  return [];
}

describe('measures in YAML', () => {
  it('are read with their defaults, words as lists', () => {
    const [measure] = parseMeasures(sound, 'm.yaml', words);
    expect(measure).toMatchObject({
      id: 'us-duty',
      exporters: ['CAN', 'MEX'],
      status: 'law',
      yieldsTo: ['section-232'],
      addsTo: [],
      inBase: false,
      place: { file: 'm.yaml', line: 2 },
    });
    expect(measure!.charges).toEqual([
      {
        lists: ['potash'],
        rate: 0.1,
        base: 'value',
        usmca: 'exempt',
        from: '2025-03-07',
        until: '2025-08-01',
      },
      {
        exporters: ['CAN'],
        sectors: ['FOO'],
        except: ['dairy'],
        rate: 0.125,
        base: 'value',
        usmca: 'applies',
        from: '2025-03-07',
        decided: '2025-02-01',
      },
    ]);
  });

  it('may ban, set a ceiling, and name everyone', () => {
    const text = sound
      .replace('[CAN, MEX]', 'all')
      .replace('rate: 10%', 'rate: ban')
      .replace('rate: 12.5%', 'rate: {up-to: 15%}');
    const [measure] = parseMeasures(text, 'm.yaml', words);
    expect(measure!.exporters).toEqual(['CAN', 'MEX', 'ROW']);
    expect(measure!.charges.map(({ rate }) => rate)).toEqual([Infinity, { upTo: 0.15 }]);
  });

  it.each([
    ['until: 2025-08-01', 'until: 2025-03-07', '8:76 the charge ends on 2025-03-07 but starts on 2025-03-07'],
    [
      'decided: 2025-02-01',
      'decided: 2025-04-01',
      '9:97 the rate is decided on 2025-04-01, after its first day in force, 2025-03-07',
    ],
    ['lists: potash', 'lists: potas', '8:17 there is no goods list "potas"'],
    ['[FOO]', '[FOO, FOD]', '9:40 there is no sector "FOD"'],
    ['[CAN, MEX]', '[CAN, MX]', '6:22 there is no region "MX"'],
    ['[CAN, MEX]', '[MEX]', '9:52 the measure is not on CAN'],
    ['[CAN, MEX]', '[CAN, USA]', '6:22 USA does not import from itself'],
    ['rate: 10%', 'rate: 10', '8:31 a rate of 10 is 1000%'],
    ['rate: 10%', 'rate: much', '8:31 "much" is not a rate'],
    ['rate: 10%', 'rate: -5%', '8:31 "-5%" is not a rate'],
    ['from: 2025-03-07, until', 'from: 2025-02-30, until', '8:57 2025-02-30 does not exist'],
    [
      'usmca: exempt',
      'usmca: exmpt',
      '8:43 "usmca" must be "applies", "exempt" or "non-us-content", not "exmpt"',
    ],
    ['lists: potash', 'list: potash', '8:10 there is no key "list" here'],
    ['    source: A gazette\n', '', '2:5 "source" is missing'],
    ['yields-to: section-232', 'yield-to: section-232', '10:5 there is no key "yield-to" here'],
    ['rate: 10%', 'rate: {upto: 10%}', '8:32 there is no key "upto" here'],
    ['id: us-duty', 'id: US duty', '2:9 "US duty" cannot be the name of a measure'],
    ['measures:\n', 'author: me\nmeasures:\n', '1:1 there is no key "author" here'],
  ])('with %s as %s are refused at the place', (from, to, message) => {
    expect(sound).toContain(from);
    expect(messages(sound.replace(from, to))).toContain(message);
  });

  it('tell everything that is wrong, with what was meant', () => {
    const text = sound
      .replace('lists: potash', 'lists: potas')
      .replace('confidence: official', 'confidence: offical');
    expect(messages(text)).toHaveLength(1);
    try {
      parseMeasures(sound.replace('lists: potash', 'lists: potas').replace('[FOO]', '[FO]'), 'm.yaml', words);
    } catch (error) {
      expect((error as InputError).problems.map(renderProblem)).toEqual([
        [
          'm.yaml:8:17: there is no goods list "potas"',
          '        - {lists: potas, rate: 10%, usmca: exempt, from: 2025-03-07, until: 2025-08-01}',
          '                  ^^^^^',
          '  did you mean "potash"?',
        ].join('\n'),
        [
          'm.yaml:9:35: there is no sector "FO"',
          '        - {except: dairy, sectors: [FO], exporters: CAN, rate: 12.5%, from: 2025-03-07, decided: 2025-',
          '                                    ^^',
          '  did you mean "FOO"?',
        ].join('\n'),
      ]);
    }
  });

  it('have ids of their own', () => {
    const twice = sound + sound.replace('measures:\n', '');
    expect(messages(twice)).toEqual(['13:9 there are two measures "us-duty"']);
  });

  it('need a list of measures', () => {
    expect(messages('measures: none\n')).toEqual([
      '1:11 "measures" must be a list of measures, each with a dash, not "none"',
    ]);
    expect(messages('measure: []\n')).toContain('1:1 there is no key "measure" here');
  });
});
