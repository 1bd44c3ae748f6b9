import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Economy,
  InputError,
  loadEconomy,
  type Problem,
  provenanceShares,
  regionSizes,
  renderProblem,
  sectorSizes,
  sourceUses,
  tradeBetweenParties,
} from '@usmca-sim/core';
import { describe, expect, test } from 'vitest';
import { twoByTwo } from './two-by-two.ts';

const options = { folder: 'mine', hash: 'none' };

/** Loads the small economy after replacing text in one of its files. */
function load(file?: string, from?: string | RegExp, to = ''): Economy {
  const files = twoByTwo();
  if (file !== undefined && from !== undefined) {
    const changed = files.get(file)!.replace(from, to);
    expect(changed).not.toBe(files.get(file));
    files.set(file, changed);
  }
  return loadEconomy(files, options);
}

function problemsOf(file: string, from: string | RegExp, to = ''): readonly Problem[] {
  try {
    load(file, from, to);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe('an economy from its files', () => {
  test('has every figure where the documentation says', () => {
    const economy = load();
    expect([...economy.flow]).toEqual([100, 200, 20, 0, 30, 0, 150, 300]);
    expect([...economy.duty]).toEqual([0, 0, 0.1, 0, 0.05, 0, 0, 0]);
    expect([...economy.inputShare]).toEqual([0.3, 0.1, 0.2, 0.2, 0.3, 0.1, 0.2, 0.2]);
    expect([...economy.valueAddedShare]).toEqual([0.5, 0.7, 0.5, 0.7]);
    expect([...economy.valueAdded]).toEqual([205, 295]);
    expect([...economy.deficit]).toEqual([-10, 10]);
    expect([...economy.elasticities.get('low')!]).toEqual([2, 4.5]);
    expect(economy.regions[1]).toEqual({
      code: 'FOR',
      name: 'Foreign, all of it',
    });
    expect(economy.parties).toEqual([0, 1]);
    expect(economy.accounts).toBe('balanced');
    expect(economy.sources.map((source) => source.id)).toEqual(['customs', 'residual', 'not-stated']);
    expect([...economy.flowSource]).toEqual([1, 1, 0, 2, 0, 2, 1, 1]);
  });

  test('does not depend on the order of rows', () => {
    const files = twoByTwo();
    for (const name of ['trade_flows.csv', 'region_sector.csv', 'input_shares.csv', 'elasticities.csv']) {
      const [head, ...rows] = files.get(name)!.trim().split('\n');
      files.set(name, [head, ...rows.reverse()].join('\n'));
    }
    expect(loadEconomy(files, options)).toEqual(load());
  });

  test('works without sources and without stated totals; value added then follows from the shares', () => {
    const files = twoByTwo();
    files.delete('sources.csv');
    const keep = (name: string, columns: number) =>
      files.set(
        name,
        files
          .get(name)!
          .trim()
          .split('\n')
          .map((row) => row.split(',').slice(0, columns).join(','))
          .join('\n'),
      );
    keep('trade_flows.csv', 5);
    keep('region_sector.csv', 4);
    files.set('regions.csv', 'region,name,deficit\nHOM,Home,-10\nFOR,Foreign,10\n');
    const economy = loadEconomy(files, options);
    expect(economy.valueAdded[0]).toBeCloseTo(205, 10);
    expect(economy.sources).toMatchObject([{ id: 'not-stated', kind: 'not stated' }]);
  });

  test('is described: trade between parties, sectors, provenance, sources', () => {
    const economy = load();
    expect(tradeBetweenParties(economy)).toEqual([
      { importer: 'FOR', exporter: 'HOM', goods: 30, services: 0, total: 30 },
      { importer: 'HOM', exporter: 'FOR', goods: 20, services: 0, total: 20 },
    ]);
    expect(sectorSizes(economy)[0]).toMatchObject({
      output: 300,
      valueAdded: 150,
      expenditure: 303.5,
      tradeWithin: 50,
      elasticity: 4,
    });
    expect(regionSizes(economy)[0]).toMatchObject({
      imports: 20,
      exports: 30,
      averageDuty: 0.1,
    });
    expect(provenanceShares(economy)[0]).toMatchObject({
      circle: 'within the parties',
      figure: 'value',
      value: 50,
      shares: { observed: 1 },
    });
    expect(sourceUses(economy)[0]).toMatchObject({
      id: 'customs',
      valueCells: 2,
      valueOfValues: 50,
    });
  });

  const template = fileURLToPath(new URL('../../../docs/economy-template', import.meta.url));
  test('loads from the template of the documentation', () => {
    const files = new Map(
      readdirSync(template).map((name) => [name, readFileSync(join(template, name), 'utf8')]),
    );
    const economy = loadEconomy(files, {
      folder: 'docs/economy-template',
      hash: 'none',
    });
    expect(economy.regions).toHaveLength(3);
    expect([...economy.elasticities.keys()]).toEqual(['central', 'half']);
  });
});

describe('what is wrong is named at its place', () => {
  test.each([
    ['economy.yaml', 'title', 'tilte', 'economy.yaml:2:1', /no key "tilte"/],
    ['economy.yaml', 'year: 2024', 'year: soon', 'economy.yaml:3:7', /year must be a year/],
    ['economy.yaml', /unit: .*\n/, '', 'economy.yaml:1:1', /the key "unit" is missing/],
    ['economy.yaml', 'HOM, FOR', 'HOM, FRO', 'economy.yaml:5:16', /no region "FRO"/],
    ['economy.yaml', 'central', 'centrl', 'economy.yaml:6:23', /no set "centrl"/],
    ['economy.yaml', /[\s\S]*/, '- a list', 'economy.yaml:1:1', /must be a mapping/],
    ['economy.yaml', 'title: Two', 'title: "Two', 'economy.yaml', /./],
    ['regions.csv', 'FOR,', 'HOM,', 'regions.csv:3:1', /HOM is there twice/],
    ['sectors.csv', ',services', ',service', 'sectors.csv:3:14', /goods or services/],
    ['trade_flows.csv', 'HOM,FOR,GDS', 'HOM,FRO,GDS', 'trade_flows.csv:4:5', /no region "FRO"/],
    [
      'trade_flows.csv',
      'HOM,FOR,SVC,0,0,,\n',
      '',
      'trade_flows.csv:8:1',
      /no row for importer HOM, exporter FOR, sector SVC/,
    ],
    ['trade_flows.csv', 'FOR,HOM,SVC', 'FOR,HOM,GDS', 'trade_flows.csv:7:1', /given twice, first in line 6/],
    ['trade_flows.csv', 'GDS,20', 'GDS,-20', 'trade_flows.csv:4:13', /cannot be negative/],
    ['trade_flows.csv', '0.1,', '10%,', 'trade_flows.csv:4:16', /not a number/],
    ['trade_flows.csv', '0.1,', '25,', 'trade_flows.csv:4:16', /a duty of 2500%/],
    ['trade_flows.csv', '100,0,', '100,0.1,', 'trade_flows.csv:2:17', /domestic sales pay no duty/],
    ['trade_flows.csv', 'customs,customs', 'custons,customs', 'trade_flows.csv:4:20', /no source "custons"/],
    [
      'region_sector.csv',
      'HOM,GDS,0.5',
      'HOM,GDS,0.6',
      'region_sector.csv:2:9',
      /region HOM, sector GDS: input shares \(0.5\) and the value-added share \(0.6\) add up to 1.1, not 1/,
    ],
    [
      'region_sector.csv',
      /0\.68\d+/,
      '0.7',
      'region_sector.csv:2:13',
      /final demand shares of HOM add up to 1.019797, not 1/,
    ],
    [
      'region_sector.csv',
      ',130,',
      ',131,',
      'region_sector.csv:2:',
      /gross_output is 131, 1 more than the 130/,
    ],
    ['region_sector.csv', ',65', ',66', 'region_sector.csv:2:', /value_added is 66, 1 more than the 65/],
    ['input_shares.csv', 'GDS,SVC,0.1', 'GDS,SVC,x', 'input_shares.csv:3:13', /"x" is not a number/],
    ['elasticities.csv', 'GDS,4', 'GDS,0', 'elasticities.csv:2:5', /a trade elasticity of 0/],
    ['elasticities.csv', 'low', 'Low', 'elasticities.csv:1:16', /cannot name a set/],
    ['regions.csv', /-10/, '-11', 'regions.csv:2:10', /add up to -1, not 0/],
    ['regions.csv', ',205,', ',200,', 'regions.csv:2:14', /gdp is 200, 5 less than the 205/],
    ['sources.csv', 'observed', 'seen', 'sources.csv:2:9', /no kind of source/],
  ])('%s: %s → %s', (file, from, to, place, message) => {
    const problems = problemsOf(file, from, to);
    const rendered = problems.map(renderProblem);
    expect(rendered.some((text) => text.startsWith(`mine/${place}`) && message.test(text))).toBe(true);
  });

  test('a market that does not clear names region, sector, both sums and the gap', () => {
    const problems = problemsOf('trade_flows.csv', 'FOR,FOR,GDS,150', 'FOR,FOR,GDS,151');
    const market = problems.find((problem) => problem.code === 'market-does-not-clear')!;
    expect(market.message).toMatch(
      /^region FOR, sector GDS: what is bought, duties included, is 182.5, 0\.\d+ more than/,
    );
    expect(market.place).toMatchObject({
      file: 'mine/region_sector.csv',
      line: 4,
    });
  });

  test('data to be balanced may leave markets and totals open, but no shares', () => {
    const files = twoByTwo();
    files.set('economy.yaml', `${files.get('economy.yaml')}accounts: to-be-balanced\n`);
    files.set('trade_flows.csv', files.get('trade_flows.csv')!.replace('FOR,FOR,GDS,150', 'FOR,FOR,GDS,190'));
    expect(loadEconomy(files, options).accounts).toBe('to-be-balanced');
    files.set('input_shares.csv', files.get('input_shares.csv')!.replace('GDS,GDS,0.3', 'GDS,GDS,0.4'));
    expect(() => loadEconomy(files, options)).toThrow(/add up to 1.1, not 1/);
  });

  test('a negative input share is a note', () => {
    const files = twoByTwo();
    files.set('economy.yaml', `${files.get('economy.yaml')}accounts: to-be-balanced\n`);
    const shares = files.get('input_shares.csv')!;
    files.set(
      'input_shares.csv',
      shares.replace('GDS,SVC,0.1', 'GDS,SVC,-0.1').replace('SVC,SVC,0.2', 'SVC,SVC,0.4'),
    );
    const notes: Problem[] = [];
    loadEconomy(files, { ...options, note: (note) => notes.push(note) });
    expect(notes.map((note) => [note.code, note.place?.line])).toEqual([['negative-input-share', 3]]);
  });

  test('files that are absent are all named at once', () => {
    const files = twoByTwo();
    files.delete('regions.csv');
    files.delete('economy.yaml');
    expect(() => loadEconomy(files, options)).toThrow(
      'there is no economy.yaml in mine; there is no regions.csv in mine',
    );
  });

  test('a list of regions that would need billions of flows is refused before they are made', () => {
    const files = twoByTwo();
    const rows = Array.from({ length: 50_000 }, (_, r) => `R${r},Region,0`);
    files.set('regions.csv', `region,name,deficit\n${rows.join('\n')}\n`);
    expect(() => loadEconomy(files, options)).toThrow(/are more than 20000000 flows/);
  });
});
