import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { economy2024, lawOf } from '../src/index.ts';

// docs/data.md beside the data; its tables of trade and of what is observed are held in base2024.test.ts.
const page = readFileSync(new URL('../../../docs/data.md', import.meta.url), 'utf8');
const economy = economy2024();
const law = lawOf(economy);
const N = economy.regions.length;
const J = economy.sectors.length;
const dayInWords = (day: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

test('gives the days that the law covers, and those that have a name', () => {
  const { first, last } = law.covered;
  expect(page).toContain(`every day from ${dayInWords(first)} to ${dayInWords(last)}.`);
  expect(page).toContain(`the law after ${dayInWords(last)}`);
  const rows = [...page.matchAll(/^\| `([\w-]+)` \| (\d{4}-\d{2}-\d{2}) \|/gm)].map(([, id, date]) => ({
    id,
    date,
  }));
  expect(rows).toEqual(law.situations.map(({ id, date }) => ({ id, date })));
});

test('gives the bounds of every set of elasticities', () => {
  const of = (set: string) => {
    const values = economy.elasticities.get(set)!;
    return [...values].filter((_, sector) => economy.sectors[sector]!.kind === 'goods');
  };
  const spread = (set: string) => [Math.min(...of(set)), Math.max(...of(set))];
  expect(page).toContain('kept between 1.5 and 10');
  expect(spread('central')[0]).toBeGreaterThanOrEqual(1.5);
  expect(spread('central')[1]).toBeLessThanOrEqual(10);
  expect(page).toContain('99% sample, kept between 1 and 12');
  expect(spread('caliendo-parro')).toEqual([1, 12]);
  const refined = economy.sectors.findIndex(({ code }) => code === 'PET');
  expect(page).toContain('refined petroleum is 0.397 there');
  expect(economy.elasticities.get('lashkaripour-lugovskyy')![refined]).toBeCloseTo(0.397, 3);
  expect(page).toContain('2.0 on all goods');
  expect(spread('boehm-et-al')).toEqual([2, 2]);
  const services = economy.sectors.flatMap(({ kind }, sector) => (kind === 'services' ? [sector] : []));
  for (const values of economy.elasticities.values())
    expect(new Set(services.map((sector) => values[sector]))).toEqual(new Set([4.55]));
});

test('gives the share of services in trade across borders, and how many cells were scaled', () => {
  const sums = { goods: 0, services: 0 };
  for (let importer = 0; importer < N; importer++)
    for (let exporter = 0; exporter < N; exporter++)
      for (let sector = 0; sector < J && importer !== exporter; sector++)
        sums[economy.sectors[sector]!.kind] += economy.flow[(importer * N + exporter) * J + sector]!;
  const share = Math.round((100 * sums.services) / (sums.goods + sums.services));
  expect(page).toContain(`Services, ${share}% of all trade across borders`);
  const adjusted = readFileSync(new URL('../base2024/adjustments.csv', import.meta.url), 'utf8');
  expect(page).toContain(`scaled up in ${adjusted.match(/^expenditure-scale,/gm)!.length} cells`);
});
