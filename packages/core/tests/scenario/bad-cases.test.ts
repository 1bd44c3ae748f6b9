import { describe, expect, test } from 'vitest';
import { header, messages } from './case-fixture.ts';

/** A change that is sound but for what a test puts in place of its lines. */
function change(lines: Readonly<Record<string, string>>): string {
  const all = {
    impose: '25%',
    importer: 'USA',
    exporter: 'CAN',
    sectors: 'STL',
    on: '2026-01-01',
    ...lines,
  };
  const [first, ...rest] = Object.entries(all).filter(([, value]) => value !== '');
  return `  - ${first!.join(': ')}\n${rest.map((line) => `    ${line.join(': ')}\n`).join('')}`;
}

const withChange = (lines: Readonly<Record<string, string>>) =>
  messages(`${header}changes:\n${change(lines)}`);

describe('a file that is not a case', () => {
  test('empty', async () => {
    expect(await messages('')).toMatchInlineSnapshot(`
      "mine.yaml:1:1: the file is empty
        usmca-sim new writes a case to begin with"
    `);
  });
  test('comments alone', async () => {
    expect(await messages('# nothing yet\n')).toMatchInlineSnapshot(`
      "mine.yaml:1:1: a case is a mapping of keys to values; this file is empty
        # nothing yet
        ^
        begin with a line such as "title: What this case does""
    `);
  });
  test('a list', async () => {
    expect(await messages('- impose: 25%\n')).toMatchInlineSnapshot(`
      "mine.yaml:1:1: a case is a mapping of keys to values; this file is a list
        - impose: 25%
        ^^^^^^^^^^^^^
        begin with a line such as "title: What this case does""
    `);
  });
  test('not there', async () => {
    expect(await messages(`${header}extends: nowhere.yaml\n`)).toMatchInlineSnapshot(`
      "mine.yaml:6:10: there is no file nowhere.yaml
        extends: nowhere.yaml
                 ^^^^^^^^^^^^"
    `);
  });
  test('over 1 MB', async () => {
    expect(await messages(`title: ${'x'.repeat(1_000_001)}`)).toMatchInlineSnapshot(
      `"mine.yaml is longer than 1 MB"`,
    );
  });
  test('two documents', async () => {
    expect(await messages(`${header}---\ntitle: Another\n`)).toMatchInlineSnapshot(`
      "mine.yaml:6:1: a file holds one case
        ---
        ^^^
        give each case a file of its own; take out the line ---"
    `);
  });
  test('tabs', async () => {
    expect(await messages(`${header}changes:\n\t- impose: 25%\n`)).toMatchInlineSnapshot(`
      "mine.yaml:7:1: lines are indented with spaces, not with tabs
        	- impose: 25%
        ^"
    `);
  });
  test('a quotation mark that is never closed', async () => {
    expect(await messages('title: "Steel\nauthor: A. Reader\n')).toMatchInlineSnapshot(`
      "mine.yaml:1:8: this quotation mark is never closed
        title: "Steel
               ^"
    `);
  });
  test('brackets that do not match', async () => {
    expect(await messages('title: x\nsources: [a, b\nauthor: me\n')).toMatchInlineSnapshot(`
      "mine.yaml:3:1: a closing ] is missing before this
        author: me
        ^"
    `);
    expect(await messages('title: x\nsources: a]\n}\n')).toMatchInlineSnapshot(`
      "mine.yaml:3:1: this has no meaning here
        }
        ^
        text that holds ": " or " #", or begins with a sign such as * & ! % @ [ {, goes in quotes"
    `);
    expect(await messages('title: x\nauthor\n')).toMatchInlineSnapshot(`
      "mine.yaml:2:1: this is neither a key with its value nor an item of a list
        author
        ^^^^^^
        write "key: value", with a space after the colon"
    `);
  });
  test('a colon inside a title', async () => {
    expect(await messages('title: Canada: lifted\n')).toMatchInlineSnapshot(`
      "mine.yaml:1:8: there are two keys on this line
        title: Canada: lifted
               ^
        text that holds ": " or " #", or begins with a sign such as * & ! % @ [ {, goes in quotes"
    `);
  });
  test('an unexpected indent', async () => {
    expect(await messages('title: Steel\n  author: A. Reader\n')).toMatchInlineSnapshot(`
      "mine.yaml:1:8: the line below this one is indented as if it were part of it
        title: Steel
               ^
        items of one list, and keys of one mapping, begin in the same column"
    `);
  });
});

describe('YAML that would do more than say something', () => {
  test('tags', async () => {
    const text = `${header}sources: !!js/function "process.exit"\nleaves-out: [!!str x]\n`;
    expect(await messages(text)).toMatchInlineSnapshot(`
      "mine.yaml:6:10: tags (!name) are not used in a case
        sources: !!js/function "process.exit"
                 ^^^^^^^^^^^^^
        text that holds ": " or " #", or begins with a sign such as * & ! % @ [ {, goes in quotes"
    `);
  });
  test('anchors that expand to gigabytes', async () => {
    const level = (name: string, of: string) =>
      `${name}: &${name} [${Array(10).fill(`*${of}`).join(', ')}]\n`;
    const names = [...'abcdefghij'];
    const text = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${names
      .slice(1)
      .map((name, index) => level(name, names[index]!))
      .join('')}`;
    const start = performance.now();
    expect(await messages(text)).toMatchInlineSnapshot(`
      "mine.yaml:5:8: written out, the aliases up to *d stand for more than 20000 values
        e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
               ^^
        write out what is meant, without aliases"
    `);
    expect(performance.now() - start).toBeLessThan(1000);
  });
  test('an anchor inside itself, and one that is not there', async () => {
    expect(await messages(`${header}sources: &s [*s]\nleaves-out: [*t]\n`)).toMatchInlineSnapshot(`
      "mine.yaml:6:14: *s stands for something that it is itself part of
        sources: &s [*s]
                     ^^
      mine.yaml:7:14: there is no anchor &t above this
        leaves-out: [*t]
                     ^^"
    `);
  });
  test('merge keys, and keys given twice', async () => {
    expect(await messages(`${header}title: Other\n<<: { author: B }\n`)).toMatchInlineSnapshot(`
      "mine.yaml:6:1: "title" is given twice
        title: Other
        ^^^^^
        keep one of the two
      mine.yaml:7:1: merging with << is not used in a case
        <<: { author: B }
        ^^
        repeat the lines, or write the case as a variation with extends"
    `);
  });
  test('keys that mean something to JavaScript', async () => {
    expect(await messages(`${header}__proto__: { polluted: 1 }\n`)).toMatchInlineSnapshot(`
      "mine.yaml:6:1: there is no key "__proto__" here
        __proto__: { polluted: 1 }
        ^^^^^^^^^
        possible here: sources, leaves-out, extends, quantities, changes, elasticities, deficits, horizon, transition-speed, growth, expect"
    `);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
  test('nesting that would overflow the stack', async () => {
    expect(await messages(`title: ${'['.repeat(400_000)}`)).toMatchInlineSnapshot(`
      "mine.yaml:1:66: this is nested more than 60 levels deep
        title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
                                                                         ^
        a case needs five levels"
    `);
    for (const unit of ['{a: ', '- ', '? ', 'a: ', '- - ', '[{a: ']) {
      expect(await messages(unit.repeat(200_000))).toContain('nested more than 60 levels deep');
    }
  });
});

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
      mine.yaml:1:1: "start" is missing
        title: Steel
        ^^^^^
        add a line such as "start: before-2025""
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
        begin it with one of: impose, lift, ordinary-duty, ban, trade-cost, duties"
    `);
  });
});

describe('numbers', () => {
  test('a rate of -2', async () => {
    expect(await withChange({ impose: '-2' })).toMatchInlineSnapshot(`
      "mine.yaml:7:13: "impose" must lie between 0% and 1000%, not -2 (-200%)
          - impose: -2
                    ^^
        a duty is not negative; to lower one, lift its measure or set ordinary-duty"
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

describe('words that stand for something', () => {
  test('misspelt regions and sectors', async () => {
    const text = {
      importer: 'UAS',
      exporter: '[CAN, Mexico]',
      sectors: '[STEEL, VHE, vehicles]',
    };
    expect(await withChange(text)).toMatchInlineSnapshot(`
      "mine.yaml:8:15: there is no region "UAS"
            importer: UAS
                      ^^^
        did you mean "USA"?
      mine.yaml:9:21: there is no region "Mexico"
            exporter: [CAN, Mexico]
                            ^^^^^^
        possible here: USA, CAN, MEX, CHN, ROW, all, parties
      mine.yaml:10:15: there is no sector "STEEL"
            sectors: [STEEL, VHE, vehicles]
                      ^^^^^
        did you mean STL (Iron and steel)?
      mine.yaml:10:22: there is no sector "VHE"
            sectors: [STEEL, VHE, vehicles]
                             ^^^
        did you mean "VEH"?
      mine.yaml:10:27: there is no sector "vehicles"
            sectors: [STEEL, VHE, vehicles]
                                  ^^^^^^^^
        did you mean VEH (Finished motor vehicles)?"
    `);
  });
  test('home flows', async () => {
    expect(await withChange({ importer: 'CAN', exporter: 'CAN' })).toMatchInlineSnapshot(`
      "mine.yaml:9:15: CAN buying from itself is not trade between countries
            exporter: CAN
                      ^^^
        importer and exporter must differ"
    `);
  });
  test('dates that do not exist', async () => {
    expect(await withChange({ on: '2025-02-30', until: '2026-1-5' })).toMatchInlineSnapshot(`
      "mine.yaml:11:9: 2025-02-30 does not exist
            on: 2025-02-30
                ^^^^^^^^^^
        that month ends on 2025-02-28
      mine.yaml:12:12: "2026-1-5" is not a date
            until: 2026-1-5
                   ^^^^^^^^
        did you mean 2026-01-05?"
    `);
    expect(await withChange({ on: '2026-01-01', until: '2026-01-01' })).toMatchInlineSnapshot(`
      "mine.yaml:12:12: "until" must be later than "on", 2026-01-01; it is the first day no longer in force
            until: 2026-01-01
                   ^^^^^^^^^^"
    `);
    expect(await withChange({ on: '2040-01-01' })).toMatchInlineSnapshot(`
      "mine.yaml:11:9: this change comes after the horizon, 2035, so that it would change nothing
            on: 2040-01-01
                ^^^^^^^^^^
        set "horizon" to 2040 or later"
    `);
  });
  test('a day whose law is not on record, a situation that does not exist', async () => {
    expect(await messages(header.replace('before-2025', '2025-06-01'))).toMatchInlineSnapshot(`
      "mine.yaml:5:8: the law of 2025-06-01 is not on record
        start: 2025-06-01
               ^^^^^^^^^^
        days on record: 2024-01-01 to 2025-02-28, 2025-08-18 to 2025-08-31; or name a situation: before-2025, august-2025"
    `);
    expect(await messages(header.replace('before-2025', 'agust-2025'))).toMatchInlineSnapshot(`
      "mine.yaml:5:8: there is no situation "agust-2025"
        start: agust-2025
               ^^^^^^^^^^
        did you mean "august-2025"?"
    `);
  });
  test('a measure that is not in force', async () => {
    const lift = `changes:\n  - lift: canada-list-of-march-5\n    on: 2025-09-01\n`;
    expect(await messages(header.replace('before-2025', 'august-2025') + lift)).toMatchInlineSnapshot(`
      "mine.yaml:7:11: there is no measure "canada-list-of-march-5" in the law of august-2025
          - lift: canada-list-of-march-5
                  ^^^^^^^^^^^^^^^^^^^^^^
        did you mean "canada-list-of-march-4"? in force: canada-list-of-march-4, canada-list-of-march-13-other"
    `);
    expect(await messages(header + lift)).toMatchInlineSnapshot(`
      "mine.yaml:7:11: there is no measure "canada-list-of-march-5" in the law of before-2025
          - lift: canada-list-of-march-5
                  ^^^^^^^^^^^^^^^^^^^^^^
        no measure is in force at this start"
    `);
  });
  test('expectations', async () => {
    const text = `${header}expect:
  - { measure: trade-flows, region: CAN, above: 0, because: x }
  - { measure: trade-flow, importer: CAN, above: low, because: x }
  - { measure: exports, importer: USA, order: [CAN, USA, CAN], because: x }
  - { measure: real-income, region: CAN, against: nowhere, above: 3, below: 2, because: x }
  - { measure: imports, region: MEX }
`;
    expect(await messages(text)).toMatchInlineSnapshot(`
      "mine.yaml:7:16: there is no measure "trade-flows"
          - { measure: trade-flows, region: CAN, above: 0, because: x }
                       ^^^^^^^^^^^
        did you mean "trade-flow"?
      mine.yaml:8:16: trade-flow needs "exporter"
          - { measure: trade-flow, importer: CAN, above: low, because: x }
                       ^^^^^^^^^^
      mine.yaml:8:50: "above" must be a number of percent such as -5, not "low"
          - { measure: trade-flow, importer: CAN, above: low, because: x }
                                                         ^^^
      mine.yaml:9:25: "importer" does not go with exports
          - { measure: exports, importer: USA, order: [CAN, USA, CAN], because: x }
                                ^^^^^^^^
        it takes region, sector
      mine.yaml:9:58: CAN is named twice in this order
          - { measure: exports, importer: USA, order: [CAN, USA, CAN], because: x }
                                                                 ^^^
      mine.yaml:10:51: there is no case "nowhere"
          - { measure: real-income, region: CAN, against: nowhere, above: 3, below: 2, because: x }
                                                          ^^^^^^^
        possible here: base
      mine.yaml:10:77: no number is above 3 and below 2
          - { measure: real-income, region: CAN, against: nowhere, above: 3, below: 2, because: x }
                                                                                    ^
      mine.yaml:11:7: "because" is missing
          - { measure: imports, region: MEX }
              ^^^^^^^
        add a line such as "because: the reason why"
      mine.yaml:11:16: nothing is expected here: "above", "below" and "order" are all missing
          - { measure: imports, region: MEX }
                       ^^^^^^^"
    `);
  });
});

describe('other files', () => {
  test('extends in a circle', async () => {
    const others = {
      'a.yaml': 'title: A\nextends: b\n',
      'sub/b.yaml': 'title: B\nextends: mine\n',
    };
    expect(await messages('title: Mine\nextends: a\n', others)).toMatchInlineSnapshot(`
      "sub/b.yaml:2:10: extends goes in a circle: mine → a → b → mine
        extends: mine
                 ^^^^
        one of these cases must extend none of the others"
    `);
  });
  test('extends through too many cases', async () => {
    const others = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`c${i}.yaml`, `title: C\nextends: c${i + 1}\n`]),
    );
    expect(await messages('title: Mine\nextends: c0\n', others)).toMatchInlineSnapshot(`
      "c8.yaml:2:10: more than 10 cases extend one another in a row
        extends: c9
                 ^^
        write the case as a variation of an earlier one"
    `);
  });
  test('extends a case that is not there, and one that is faulty', async () => {
    expect(await messages('title: Mine\nextends: othr\n', { 'other.yaml': header })).toMatchInlineSnapshot(`
      "mine.yaml:2:10: there is no case "othr"
        extends: othr
                 ^^^^
        did you mean "other"?"
    `);
    const faulty = { 'other.yaml': header.replace('author', 'auther') };
    expect(await messages('title: Mine\nextends: other\nhorizon: 1\n', faulty)).toMatchInlineSnapshot(`
      "other.yaml:1:1: "author" is missing
        title: Steel
        ^^^^^
        add a line such as "author: your name"
      other.yaml:3:1: there is no key "auther" here
        auther: A. Reader
        ^^^^^^
        did you mean "author"?
      mine.yaml:3:10: "horizon" must lie between 2025 and 2060, not 1
        horizon: 1
                 ^"
    `);
  });
  test('paths that leave the folder', async () => {
    const paths = [
      '../duties.csv',
      '/etc/passwd',
      '~/x.csv',
      'a\\b.csv',
      'https://example.org/a.csv',
      'C:/a.csv',
    ];
    const changes = paths
      .map((path) => `  - duties: '${path}'\n    as: ordinary\n    on: 2026-01-01\n`)
      .join('');
    expect(await messages(`${header}changes:\n${changes}`)).toMatchInlineSnapshot(`
      "mine.yaml:7:13: the path "../duties.csv" leaves the folder of the case
          - duties: '../duties.csv'
                    ^^^^^^^^^^^^^^^
        keep the table beside the case and give its name alone
      mine.yaml:10:13: the path "/etc/passwd" starts at the root of the disk, not beside the case
          - duties: '/etc/passwd'
                    ^^^^^^^^^^^^^
        keep the table beside the case and give its name alone
      mine.yaml:13:13: the path "~/x.csv" starts at the root of the disk, not beside the case
          - duties: '~/x.csv'
                    ^^^^^^^^^
        keep the table beside the case and give its name alone
      mine.yaml:16:13: the path "a\\b.csv" has a backslash; write / between folders
          - duties: 'a\\b.csv'
                    ^^^^^^^^^
        keep the table beside the case and give its name alone
      mine.yaml:19:13: the path "https://example.org/a.csv" is an address, not a file beside the case
          - duties: 'https://example.org/a.csv'
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        keep the table beside the case and give its name alone
      mine.yaml:22:13: the path "C:/a.csv" is an address, not a file beside the case
          - duties: 'C:/a.csv'
                    ^^^^^^^^^^
        keep the table beside the case and give its name alone"
    `);
    expect(await messages('title: Mine\nextends: ../other.yaml\n')).toMatchInlineSnapshot(`
      "mine.yaml:2:10: the path "../other.yaml" leaves the folder of the case
        extends: ../other.yaml
                 ^^^^^^^^^^^^^
        extends names the id of a case, or a file beside this one"
    `);
  });
  test('a table of duties, all its problems at their places in it', async () => {
    const changes = 'changes:\n  - duties: d.csv\n    as: ordinary\n    on: 2026-01-01\n';
    const table = `importer,exporter,sector,rate,share
USA,CAN,AGR,2.5%,
USA,CNA,AGR,0.1,
USA,CAN,ARG,25,2
USA,CAN,AGR,0.1,
USA,USA,AGR,none,0.5
MEX,CAN,STL,ban,60%
MEX,CAN,STL,10%,60%
`;
    expect(await messages(header + changes, { 'd.csv': table })).toMatchInlineSnapshot(`
      "d.csv:3:5: there is no region "CNA"
        USA,CNA,AGR,0.1,
            ^^^
        did you mean "CAN"?
      d.csv:4:9: there is no sector "ARG"
        USA,CAN,ARG,25,2
                ^^^
        did you mean "AGR"?
      d.csv:4:13: a rate lies between 0% and 1000%, not 25
        USA,CAN,ARG,25,2
                    ^^
        did you mean 25%?
      d.csv:4:16: a share lies above 0% and up to 100%, not "2"
        USA,CAN,ARG,25,2
                       ^
        did you mean 2%?
      d.csv:5:1: USA from CAN in AGR is given twice, first on line 2
        USA,CAN,AGR,0.1,
        ^^^
        rows of one flow need shares that add up to at most 100%
      d.csv:6:5: USA pays itself no duty
        USA,USA,AGR,none,0.5
            ^^^
        importer and exporter must differ
      d.csv:6:13: "none" is not a rate
        USA,USA,AGR,none,0.5
                    ^^^^
        write a fraction such as 0.025, a percentage such as 2.5%, or ban
      d.csv:8:1: the shares given for MEX from CAN in STL add up to more than 100%
        MEX,CAN,STL,10%,60%
        ^^^
        rows of one flow need shares that add up to at most 100%"
    `);
    const columns = { 'd.csv': 'importer,exporter,sectr,rate\nUSA,CAN,AGR\n' };
    expect(await messages(header + changes, columns)).toMatchInlineSnapshot(`
      "d.csv:1:1: the column "sector" is missing
        importer,exporter,sectr,rate
        ^^^^^^^^
      d.csv:1:19: there is no column "sectr" in this table
        importer,exporter,sectr,rate
                          ^^^^^
        did you mean "sector"?
      d.csv:2:9: this row has 3 columns, the header 4
        USA,CAN,AGR
                ^^^"
    `);
    expect(await messages(header + changes)).toMatchInlineSnapshot(`
      "mine.yaml:7:13: there is no file d.csv
          - duties: d.csv
                    ^^^^^"
    `);
  });
});
