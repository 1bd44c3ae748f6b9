import { describe, expect, it } from 'vitest';
import type { InputError } from '../problems/problem.ts';
import { ProblemList } from '../problems/problem-list.ts';
import { checkPrecedence } from './check-precedence.ts';
import type { ProductGroup } from './goods.ts';
import type { Charge, TariffMeasure } from './measure.ts';

const group = (id: string, lists: string[]) =>
  ({ id, importer: 'USA', exporter: 'CAN', sector: 'VPT', lists }) as unknown as ProductGroup;
const groups = [group('CAN-VPT-01', ['parts']), group('CAN-VPT-02', ['parts', 'metals'])];

function measure(id: string, charge: Partial<Charge>, rest: Partial<TariffMeasure> = {}): TariffMeasure {
  return {
    id,
    title: id,
    authority: id,
    importer: 'USA',
    exporters: ['CAN'],
    status: 'law',
    charges: [{ rate: 0.25, base: 'value', usmca: 'applies', from: '2025-05-03', ...charge }],
    yieldsTo: [],
    addsTo: [],
    inBase: false,
    source: 'made up',
    confidence: 'official',
    place: { file: 'm.yaml', line: 7, column: 9, length: 3, text: `  - id: ${id}` },
    ...rest,
  };
}

function problems(...measures: TariffMeasure[]) {
  const list = new ProblemList();
  checkPrecedence(measures, { groups }, list);
  try {
    list.throwIfAny();
  } catch (error) {
    return (error as InputError).problems.map(({ code, message }) => ({ code, message }));
  }
  return [];
}

const parts = measure('parts', { lists: ['parts'] });
const metals = { lists: ['metals'], from: '2025-06-04' };

describe('precedence', () => {
  it('must be told where two measures bear on the same goods on the same day', () => {
    expect(problems(parts, measure('metals', metals))).toEqual([
      {
        code: 'overlap-without-precedence',
        message:
          '"parts" and "metals" both bear on CAN-VPT-02 on 2025-06-04, and neither says which comes first',
      },
    ]);
  });

  it('is told by either of the two, by id or authority, giving way or on top', () => {
    expect(problems(parts, measure('metals', metals, { yieldsTo: ['parts'] }))).toEqual([]);
    expect(problems({ ...parts, addsTo: ['metals'] }, measure('m', metals, { authority: 'metals' }))).toEqual(
      [],
    );
    expect(problems(parts, measure('metals', metals, { addsTo: ['all'] }))).toEqual([]);
  });

  it('does not matter where they never meet', () => {
    expect(problems(parts, measure('metals', { ...metals, exporters: ['MEX'] }))).toEqual([]);
    expect(problems(parts, measure('metals', { ...metals, except: ['parts'] }))).toEqual([]);
    expect(problems(parts, measure('metals', { ...metals, sectors: ['STL'] }))).toEqual([]);
    expect(problems(parts, measure('metals', metals, { importer: 'CAN' }))).toEqual([]);
    expect(problems(parts, measure('metals', metals, { status: 'threat' }))).toEqual([]);
    const before = measure('metals', { ...metals, from: '2025-03-12', until: '2025-05-03' });
    expect(problems(parts, before)).toEqual([]);
  });

  it('names measures that exist', () => {
    expect(
      problems({ ...parts, yieldsTo: ['metal'] }, measure('metals', metals, { addsTo: ['all'] })),
    ).toEqual([{ code: 'unknown-precedence', message: 'there is no measure and no authority "metal"' }]);
    expect(problems({ ...parts, yieldsTo: ['all'] })).toHaveLength(1);
  });
});
