import { describe, expect, test } from 'vitest';
import { change, header, messages, withChange } from './case-fixture.ts';

describe('keys and types', () => {
  test('unknown keys', async () => {
    expect(await messages(`${header}chnages: []\n`)).toMatchInlineSnapshot(`
      "mine.yaml:6:1: there is no key "chnages" here
        chnages: []
        ^^^^^^^
        did you mean "changes"?"
    `);
    expect(await withChange({ exporter: '', exporterr: 'CAN' })).toMatchInlineSnapshot(`
      "mine.yaml:7:5: "exporter" is missing
          - impose: 25%
            ^^^^^^
        add a line such as "exporter: [CAN, MEX]"
      mine.yaml:11:5: there is no key "exporterr" here
            exporterr: CAN
            ^^^^^^^^^
        did you mean "exporter"?"
    `);
  });
  test('the key that as-of once was', async () => {
    expect(await messages(header.replace('as-of', 'start'))).toMatchInlineSnapshot(`
      "mine.yaml:1:1: "as-of" is missing
        title: Steel
        ^^^^^
        add a line such as "as-of: before-2025"
      mine.yaml:5:1: there is no key "start" here
        start: before-2025
        ^^^^^
        did you mean "as-of"?"
    `);
  });
  test('missing keys', async () => {
    expect(await messages('title: Steel\n')).toMatchInlineSnapshot(`
      "mine.yaml:1:1: "question" is missing
        title: Steel
        ^^^^^
        add a line such as "question: What would this do to trade between the three?"
      mine.yaml:1:1: "author" is missing
        title: Steel
        ^^^^^
        add a line such as "author: your name"
      mine.yaml:1:1: "date" is missing
        title: Steel
        ^^^^^
        add a line such as "date: 2026-01-31"
      mine.yaml:1:1: "as-of" is missing
        title: Steel
        ^^^^^
        add a line such as "as-of: before-2025""
    `);
  });
  test('wrong types', async () => {
    const text = `${header}horizon: [2030]\nsources:\n  - Finance Canada: notice\n  - 1676958\ndeficits: balancd\nchanges:\n`;
    expect(await messages(text)).toMatchInlineSnapshot(`
      "mine.yaml:6:10: "horizon" must be a number, a percentage such as 25%, or a formula, not a list
        horizon: [2030]
                 ^^^^^^
      mine.yaml:8:5: entry 1 of "sources" must be text, not a mapping
          - Finance Canada: notice
            ^^^^^^^^^^^^^^^^^^^^^^
        text that holds ": " or " #", or begins with a sign such as * & ! % @ [ {, goes in quotes
      mine.yaml:9:5: entry 2 of "sources" must be text, not 1676958
          - 1676958
            ^^^^^^^
        put it in quotes
      mine.yaml:10:11: "deficits" must be "held" or "balanced", not "balancd"
        deficits: balancd
                  ^^^^^^^
        did you mean "balanced"?
      mine.yaml:11:1: "changes" has no value
        changes:
        ^^^^^^^
        it must be a list of changes, each with a dash"
    `);
  });
  test('a change without a verb, with two, or that is no mapping', async () => {
    const text = `${header}changes:\n${change({ impose: '', imposse: '25%' })}${change({ ban: 'all' })}  - 5\n`;
    expect(await messages(text)).toMatchInlineSnapshot(`
      "mine.yaml:11:5: this change has no verb
            imposse: 25%
            ^^^^^^^
        did you mean "impose"?
      mine.yaml:17:5: a change has one verb, this has "impose" and "ban"
            ban: all
            ^^^
        begin a new change with a dash
      mine.yaml:18:5: a change must be a mapping with a verb, not 5
          - 5
            ^
        begin it with one of: impose, enact, lift, raise, lower, extend, expire, exempt, quota, ordinary-duty, ban, trade-cost, duties, claim-ceiling, us-content"
    `);
  });
});

describe('numbers', () => {
  test('a rate of -2', async () => {
    expect(await withChange({ impose: '-2' })).toMatchInlineSnapshot(`
      "mine.yaml:7:13: "impose" must lie between 0% and 1000%, not -2 (-200%)
          - impose: -2
                    ^^
        a duty is not negative; to lower one, use lower, lift or ordinary-duty"
    `);
  });
  test('a rate of 9e9', async () => {
    expect(await withChange({ impose: '9e9' })).toMatchInlineSnapshot(`
      "mine.yaml:7:13: "impose" must lie between 0% and 1000%, not 9000000000 (900000000000%)
          - impose: 9e9
                    ^^^"
    `);
  });
  test('a rate of 25', async () => {
    expect(await withChange({ impose: '25' })).toMatchInlineSnapshot(`
      "mine.yaml:7:13: "impose" must lie between 0% and 1000%, not 25 (2500%)
          - impose: 25
                    ^^
        did you mean 25%?"
    `);
  });
  test('a rate of 5', async () => {
    expect(await withChange({ impose: '5' })).toMatchInlineSnapshot(`
      "mine.yaml:7:13: "impose: 5" could mean 5% or 500%
          - impose: 5
                    ^
        write 5% or 500%"
    `);
  });
  test('a share of nothing and a cost of less than nothing', async () => {
    expect(await withChange({ share: '0%' })).toMatchInlineSnapshot(`
      "mine.yaml:12:12: "share" must lie above 0% and up to 100%, not 0%
            share: 0%
                   ^^"
    `);
    expect(await withChange({ impose: '', 'trade-cost': '-95%' })).toMatchInlineSnapshot(`
      "mine.yaml:11:17: "trade-cost" must lie above -90% and up to 1000%, not -95%
            trade-cost: -95%
                        ^^^^"
    `);
  });
  test('choices out of range', async () => {
    const text = `${header}horizon: 1999\ntransition-speed: 2\ngrowth: 3\nelasticities: { sectors: { VEH: 300 } }\n`;
    expect(await messages(text)).toMatchInlineSnapshot(`
      "mine.yaml:6:10: "horizon" must lie between 2025 and 2060, not 1999
        horizon: 1999
                 ^^^^
      mine.yaml:7:19: "transition-speed" must lie above 0 and up to 1, not 2
        transition-speed: 2
                          ^
      mine.yaml:8:9: "growth" must lie between -20% and 20%, not 3 (300%)
        growth: 3
                ^
        did you mean 3%?
      mine.yaml:9:33: "VEH" must lie between 0.1 and 50, not 300
        elasticities: { sectors: { VEH: 300 } }
                                        ^^^"
    `);
  });
  test('a formula that calls what it should not', async () => {
    expect(await withChange({ impose: `'import("fs")'` })).toMatchInlineSnapshot(`
      "mine.yaml:7:13: "import" may not be called in "import("fs")"
          - impose: 'import("fs")'
                    ^^^^^^^^^^^^^^
        a formula may use + - * / ^, parentheses, named quantities and min, max, abs, sqrt, exp, log, round, floor, ceil"
    `);
    const others = [
      'random()',
      'eval("1")',
      'steel.constructor',
      'steel["constructor"]',
      'f(x) = x',
      'steel = 1',
      '1; 2',
      '[1, 2]',
      '{a: 1}',
      'steel ? 1 : 2',
      'steel > 1',
      '2 steel',
      '1:3',
      'parse("1")',
      'min()',
      'cos(1)',
      '"text"',
      'steel!',
      '5 mod 3',
      '2 cm',
    ];
    for (const formula of others) {
      const text = `${header}quantities: { steel: 25% }\nchanges:\n${change({ impose: `'${formula}'` })}`;
      expect(await messages(text), formula).toContain('a formula may use + - * / ^, parentheses, named');
    }
  });
  test('quantities that go in a circle, do not exist or have no value', async () => {
    const text = `${header}quantities:\n  a: b + 1\n  b: c / 2\n  c: a\n  half-rate: 5%\n  min: 3\n  z: 1 / 0\n  y: zz\n`;
    expect(await messages(text)).toMatchInlineSnapshot(`
      "mine.yaml:7:6: this quantity depends on itself: a → b → c → a
          a: b + 1
             ^^^^^
      mine.yaml:10:3: "half-rate" cannot be the name of a quantity: names have letters, digits and _
          half-rate: 5%
          ^^^^^^^^^
        write half_rate
      mine.yaml:11:3: "min" already means something in a formula
          min: 3
          ^^^
        choose another name
      mine.yaml:12:6: "1 / 0" does not give a finite number
          z: 1 / 0
             ^^^^^
      mine.yaml:13:6: there is no quantity "zz"
          y: zz
             ^^
        did you mean "z"?"
    `);
  });
});
