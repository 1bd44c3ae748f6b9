import { describe, expect, it } from 'vitest';
import type { Economy } from '../economy/economy.ts';
import type { Law } from '../tariffs/law.ts';
import { newCaseTemplate } from './new-case-template.ts';

describe('the template of a case', () => {
  it('speaks of the economy of 2024 unless told', () => {
    const text = newCaseTemplate({ id: 'steel-at-50' });
    expect(text).toContain('title: "Steel at 50"');
    expect(text).toContain('as-of: before-2025');
    expect(text).toContain('exporter: [CAN, MEX]');
  });

  it('takes the codes of other data, and of their goods those most traded', () => {
    // Of the flows between A and B, B's imports of MAN from A are the largest: importer 1, exporter 0, sector 1.
    const flow = Float64Array.of(
      9,
      9,
      9,
      1,
      2,
      8,
      7,
      7,
      7,
      1,
      3,
      8,
      9,
      9,
      9,
      7,
      7,
      7,
      7,
      7,
      7,
      7,
      7,
      7,
      9,
      9,
      9,
    );
    const economy = {
      year: 2010,
      regions: ['A', 'B', 'C'].map((code) => ({ code, name: code })),
      sectors: ['FAR', 'MAN', 'SER'].map((code) => ({
        code,
        name: code,
        kind: code === 'SER' ? 'services' : 'goods',
      })),
      parties: [0, 1],
      flow,
      defaultElasticities: 'mine',
    } as unknown as Economy;
    const situation = { id: 'base-year' };
    const text = newCaseTemplate({
      id: 'x',
      world: { economy, law: { situations: [situation], measures: [] } as unknown as Law },
    });
    expect(text).toContain('as-of: base-year');
    expect(text).toMatch(/importer: B .*\n {4}exporter: A\n {4}sectors: MAN /);
    expect(text).toContain('on: 2012-01-01');
    expect(text).toContain('# elasticities: mine');
    expect(text).not.toMatch(/lift|raise|USA|CAN|STL/);
  });
});
