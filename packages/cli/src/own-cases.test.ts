import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runMainAs } from '../tests/run-main.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usmca-sim-'));
  mkdirSync(join(folder, 'mine/steel'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...argv: string[]) => runMainAs({ cwd: folder, columns: 100 }, ...argv);
const write = (path: string, text: string) => writeFileSync(join(folder, 'mine', path), text);
const variation = (expectation: string) => `title: Mine
extends: us-25-on-both
quantities: { added: 10% }
reading: Set it beside us-25-on-both, which has 25%.
expect:
  - { measure: real-income, region: MEX, against: us-25-on-both, ${expectation}, because: a lower duty costs less }
`;

describe('a folder of one’s own', () => {
  it('has cases that vary and are measured against those of the library', async () => {
    write('steel/ten.yaml', variation('above: 0'));
    const checked = await run('validate', '--expect', '--scenarios', 'mine');
    expect(checked).toEqual({ code: 0, stdout: 'ok      ten: 1 of 1 expectations met\n', stderr: '' });
    const shown = await run('show', 'ten', '--scenarios', 'mine');
    expect(shown.stdout).toContain('Extends: us-25-on-both.');
    expect(shown.stdout).toContain('Set it beside us-25-on-both, which has 25%.');
  });

  it('tells of an expectation that is not met, with its place and reason', async () => {
    write('ten.yaml', variation('below: 0'));
    const { code, stderr } = await run('validate', 'ten', '--expect', '--scenarios', 'mine');
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^mine\/ten\.yaml:6:16: real-income MEX against us-25-on-both .* expected below 0/,
    );
    expect(stderr).toContain('expected because: a lower duty costs less');
    expect(stderr).not.toContain('    at ');
  });

  it('tells of a case to extend that there is not', async () => {
    write('ten.yaml', 'title: Mine\nextends: us-25-on-bth\n');
    const { code, stderr } = await run('run', 'ten', '--scenarios', 'mine');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^mine\/ten\.yaml:2:10: there is no case "us-25-on-bth"/);
    expect(stderr).toContain('did you mean "us-25-on-both"?');
    expect(stderr).not.toContain('    at ');
  });

  it('says that a case takes the place of one of the library with its id', async () => {
    write('us-25-and-10-on-china.yaml', 'title: Mine\nextends: us-25-on-both\n');
    const { code, stdout, stderr } = await run('show', 'us-25-and-10-on-china', '--scenarios', 'mine');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Mine\n/);
    expect(stderr).toBe(
      'note: mine/us-25-and-10-on-china.yaml takes the place of the case "us-25-and-10-on-china" of the library\n' +
        '  give the file another name to have both\n',
    );
  });
});
