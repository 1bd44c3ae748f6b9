import { describe, expect, test } from 'vitest';
import { header, messages } from './case-fixture.ts';

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
    const start = process.cpuUsage();
    expect(await messages(text)).toMatchInlineSnapshot(`
      "mine.yaml:5:8: written out, the aliases up to *d stand for more than 20000 values
        e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
               ^^
        write out what is meant, without aliases"
    `);
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
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
        possible here: sources, leaves-out, words, reading, extends, measures, quantities, changes, elasticities, deficits, horizon, transition-speed, growth, negotiation, expect"
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
