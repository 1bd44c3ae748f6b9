import { describe, expect, it } from 'vitest';
import { madeEconomy, madeLaw, madeScenario } from '../../tests/made-scenario.ts';
import type { Expectation } from '../scenario/scenario.ts';
import { checkExpectations } from './expectations.ts';
import { runScenario } from './run-scenario.ts';

const other = runScenario(madeEconomy, madeLaw, madeScenario({ id: 'nothing', changes: [] }));

function check(...expectations: readonly Omit<Expectation, 'because'>[]) {
  const expect = expectations.map((one) => ({ ...one, because: 'test' }));
  return checkExpectations(runScenario(madeEconomy, madeLaw, madeScenario({ expect })), (id) => {
    if (id !== 'nothing') throw new Error(`no result of ${id}`);
    return other;
  });
}

const flow = { measure: 'trade-flow', importer: 'R0', exporter: 'R1', against: 'base' };

describe('an expectation', () => {
  it('is met inside its bounds and not outside them, in the same words', () => {
    const [met, unmet] = check({ ...flow, below: 0 }, { ...flow, above: 0, below: 5 });
    expect(met).toMatchObject({ met: true });
    expect(met!.finding).toMatch(
      /^trade-flow R0 from R1 against base \(percent\): -\d+\.\d\d, expected below 0$/,
    );
    expect(unmet).toMatchObject({ met: false });
    expect(unmet!.finding).toMatch(/: -\d+\.\d\d, expected above 0 and below 5$/);
  });

  it('counts a bound that is reached exactly as missed', () => {
    // Nothing changed in the other case: its change against the base is zero.
    const same = madeScenario({
      changes: [],
      expect: [
        {
          measure: 'statutory-duty',
          importer: 'R0',
          exporter: 'R1',
          against: 'base',
          above: 0,
          because: 'test',
        },
      ],
    });
    const [outcome] = checkExpectations(runScenario(madeEconomy, madeLaw, same), () => other);
    expect(outcome!.met).toBe(false);
    expect(outcome!.finding).toContain('(percentage points): 0.0000, expected above 0');
  });

  it('speaks of duties in percentage points', () => {
    const duty = { measure: 'statutory-duty', importer: 'R0', exporter: 'R1', sector: 'S0', against: 'base' };
    const [outcome] = check({ ...duty, above: 24.99, below: 25.01 });
    expect(outcome).toMatchObject({
      met: true,
      finding:
        'statutory-duty R0 from R1 S0 against base (percentage points): +25.00, expected above 24.99 and below 25.01',
    });
  });

  it('may be measured against another case', () => {
    const [against, base] = check({ ...flow, against: 'nothing', below: 0 }, { ...flow, below: 0 });
    expect(against!.met).toBe(true);
    expect(against!.finding).toContain('against nothing');
    const change = (finding: string) => Number(/: (-[\d.]+),/.exec(finding)![1]);
    expect(change(against!.finding)).toBeCloseTo(change(base!.finding), 2);
  });

  it('may be an order of regions, from the largest change to the smallest', () => {
    const order = (regions: readonly string[]) => ({ measure: 'imports', against: 'base', order: regions });
    const [one, turned] = check(order(['R2', 'R0']), order(['R0', 'R2']));
    expect(one!.met).not.toBe(turned!.met);
    expect(one!.finding).toMatch(
      /^imports against base \(percent\): R2 [+-][\d.]+, R0 [+-][\d.]+, expected in falling order$/,
    );
  });

  it('is not met by a figure that does not exist', () => {
    const [outcome] = check({
      measure: 'trade-flow',
      importer: 'R0',
      exporter: 'R1',
      sector: 'S3',
      against: 'base',
      above: 1,
    });
    expect(outcome!.met).toBe(false);
  });
});
