import { describe, expect, test } from 'vitest';
import { faults, stance, table } from './table-fixture.ts';

const figure = (value: number) => `{value: ${value}, origin: calibrated, because: a guess}`;
const withLines = (lines: string) => faults({ 'can.yaml': stance('CAN', lines) });

describe('figures of a stance', () => {
  test('everything that is wrong is said at once', async () => {
    const text = stance('CAN')
      .replace('value: 0.9', 'value: 1')
      .concat(`audience-cost: ${figure(-0.1)}\nsector-weights: {STL: ${figure(0)}, STEL: ${figure(2)}}\n`)
      .concat(`trust: {CAN: ${figure(1)}, MXE: ${figure(1)}}\n`);
    expect(await faults({ 'can.yaml': text })).toMatchInlineSnapshot(`
      "can.yaml:4:19: "patience" must lie between 0 and 1 without them, not 1
        patience: {value: 1, origin: normalised, because: a tenth a year}
                          ^
        it is what next year counts for in this
      can.yaml:6:24: "audience-cost" must not be negative, not -0.1
        audience-cost: {value: -0.1, origin: calibrated, because: a guess}
                               ^^^^
        the neutral value is 0
      can.yaml:7:31: the weight of STL must be above 0, not 0
        sector-weights: {STL: {value: 0, origin: calibrated, because: a guess}, STEL: {value: 2, origin: cal
                                      ^
        1 is neutral; leave the sector out for that
      can.yaml:7:73: there is no sector "STEL"
        sector-weights: {STL: {value: 0, origin: calibrated, because: a guess}, STEL: {value: 2, origin: cal
                                                                                ^^^^
        did you mean "STL"?
      can.yaml:8:9: CAN does not trust itself: trust is in the others
        trust: {CAN: {value: 1, origin: calibrated, because: a guess}, MXE: {value: 1, origin: calibrated, b
                ^^^
        possible here: USA, MEX
      can.yaml:8:64: there is no party "MXE"
        trust: {CAN: {value: 1, origin: calibrated, because: a guess}, MXE: {value: 1, origin: calibrated, b
                                                                       ^^^
        did you mean "MEX"?"
    `);
  });
  test('one without its reason, and a bare number', async () => {
    expect(await withLines('leaving: {value: 0.1, origin: calibrated}\n')).toMatchInlineSnapshot(`
      "can.yaml:6:1: "because" is missing
        leaving: {value: 0.1, origin: calibrated}
        ^^^^^^^
        add a line such as "because: the reason why""
    `);
    expect(await withLines('leaving: 0.1\n')).toMatchInlineSnapshot(`
      "can.yaml:6:10: "leaving" must be "neutral", or a figure such as {value: 0.2, origin: calibrated, because: the reason}, not 0.1
        leaving: 0.1
                 ^^^"
    `);
    expect(await withLines('leaving: {value: 0.1, origin: guessed, because: x}\n')).toMatchInlineSnapshot(`
      "can.yaml:6:31: "origin" must be "sourced", "normalised" or "calibrated", not "guessed"
        leaving: {value: 0.1, origin: guessed, because: x}
                                      ^^^^^^^
        possible here: sourced, normalised, calibrated"
    `);
  });
  test('patience that is said to be neutral', async () => {
    const text = stance('CAN').replace(/patience: .*/, 'patience: neutral');
    expect(await faults({ 'can.yaml': text })).toMatchInlineSnapshot(`
      "can.yaml:4:11: there is no neutral "patience"
        patience: neutral
                  ^^^^^^^
        write it as in "patience: {value: 0.9, origin: normalised, because: a tenth a year}""
    `);
  });
  test('types that do not add up', async () => {
    const types = `types:
  tough: {title: Tough, probability: 0.6, because: x}
  soft: {title: Soft, probability: 0.5, because: x}
`;
    expect(await withLines(types)).toMatchInlineSnapshot(`
      "can.yaml:6:1: the probabilities of the types add up to 1.1, not to 1
        types:
        ^^^^^
        the government is one of them"
    `);
  });
});

describe('a stance that contradicts itself, or its table', () => {
  const line = (option: string) => `${option}: {origin: sourced, because: said so}`;
  test('a red line that it gives up as well', async () => {
    expect(
      await withLines(`red-lines: {${line('steel/falls')}}\ngives-up: [steel/falls]\n`),
    ).toMatchInlineSnapshot(`
      "can.yaml:7:12: "steel/falls" is a red line of this stance, and one that it gives up
        gives-up: [steel/falls]
                   ^^^^^^^^^^^
        leave one of the two out"
    `);
  });
  test('red lines on all that every package needs', async () => {
    expect(
      await withLines(`red-lines: {${line('steel/stays')}, ${line('steel/falls')}}\n`),
    ).toMatchInlineSnapshot(`
      "mine.yaml:8:33: can has a red line on every option of steel, which every package needs
          stances: {USA: usa.yaml, CAN: can.yaml, MEX: mex.yaml}
                                        ^^^^^^^^
        it could agree to nothing at this table
      small.yaml:18:3: nobody may accept deal: steel/falls is a red line of can
          deal: {title: A deal, with: CAN, picks: {steel: falls}, ends: [duty]}
          ^^^^
        leave it out, with "without: [deal]" beside "table", or the red line"
    `);
  });
  test('a red line on what is not at the table', async () => {
    expect(await withLines(`red-lines: {${line('steel/fall')}}\n`)).toMatchInlineSnapshot(`
      "mine.yaml:8:33: can: its red line steel/fall is on no option of the table
          stances: {USA: usa.yaml, CAN: can.yaml, MEX: mex.yaml}
                                        ^^^^^^^^
        did you mean "falls"?"
    `);
  });
  test('a package that nobody may propose', async () => {
    const usa = stance('USA', `red-lines: {${line('steel/falls')}}\n`);
    expect(await faults({ 'usa.yaml': usa })).toMatchInlineSnapshot(`
      "small.yaml:18:3: nobody may propose deal: steel/falls is a red line of usa
          deal: {title: A deal, with: CAN, picks: {steel: falls}, ends: [duty]}
          ^^^^
        leave it out, with "without: [deal]" beside "table", or the red line"
    `);
  });
  test('a package that nobody may accept', async () => {
    const small = table.replace('{steel: stays}', '{}');
    expect(
      await faults({
        'small.yaml': small,
        'can.yaml': stance('CAN', `red-lines: {${line('steel/falls')}}\n`),
      }),
    ).toMatchInlineSnapshot(`
      "small.yaml:18:3: nobody may accept deal: steel/falls is a red line of can
          deal: {title: A deal, with: CAN, picks: {steel: falls}, ends: [duty]}
          ^^^^
        leave it out, with "without: [deal]" beside "table", or the red line"
    `);
  });
  test('a variation of another party', async () => {
    expect(await faults({ 'can.yaml': 'title: X\nextends: mex.yaml\nparty: CAN\n' })).toMatchInlineSnapshot(`
      "can.yaml:3:8: the stance that this one varies is of MEX, not of CAN
        party: CAN
               ^^^
        leave "party" out, or extend another"
    `);
  });
});
