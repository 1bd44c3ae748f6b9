import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProblemList, readCsvTable } from '@usmca-sim/core';

/** Where the published data of Caliendo and Parro (2015) lie beside the checkout, if they do. */
export const cp1993Folder = fileURLToPath(new URL('../../../../shared/data/cp1993', import.meta.url));

export const cp1993Available = existsSync(join(cp1993Folder, 'trade_tariffs.csv'));

/** In the order of the published regions. */
const codes =
  'ARG AUS AUT BRA CAN CHL CHN DNK FIN FRA DEU GRC HUN IND IDN IRL ITA JPN KOR MEX NLD NZL NOR PRT ZAF ESP SWE TUR GBR USA ROW';

/** The tariff changes of the NAFTA exercise, a CSV beside the economy: importer, exporter, sector, rate. */
export const naftaDuties = 'nafta-duties.csv';

/**
 * Published data in arrays: indices as published, value added and flows in US$, rates as fractions.
 *
 * @typedef {object} Cp1993
 * @property {readonly string[]} regions
 * @property {readonly string[]} sectors
 * @property {readonly number[]} theta
 * @property {Float64Array} trade `[(importer·31 + exporter)·40 + sector]`
 * @property {Float64Array} tariff laid out as `trade`
 * @property {Float64Array} naftaTariff laid out as `trade`
 * @property {Float64Array} intermediate `[(region·40 + input)·40 + user]`
 * @property {Float64Array} valueAdded `[region·40 + sector]`
 * @property {Float64Array} finalConsumption `[region·40 + sector]`
 * @property {Float64Array} deficit `[region]`
 */

/** @typedef {Record<string, string>} Row */

/**
 * Reads the published files, by their indices.
 *
 * @param {string} folder
 * @returns {Cp1993}
 */
function readCp1993(folder) {
  const rows = (/** @type {string} */ name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const table = readCsvTable(text, name, { required: [], further: true }, new ProblemList());
    if (!table) throw new Error(`${name} is no table`);
    const { header } = table;
    return table.rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at]])));
  };
  const regions = rows('regions.csv').map((row) => row['region']);
  const elasticities = rows('sectors_theta.csv');
  const N = regions.length;
  const J = elasticities.length;
  /** @type {(name: string, column: string, size: number, at: (row: Row) => number) => Float64Array} */
  const fill = (name, column, size, at) => {
    const values = new Float64Array(size);
    for (const row of rows(name)) values[at(row)] = Number(row[column]);
    return values;
  };
  const flow = (/** @type {Row} */ row) =>
    (Number(row['importer_index']) * N + Number(row['exporter_index'])) * J + Number(row['sector_index']);
  const sector = (/** @type {Row} */ row) => Number(row['region_index']) * J + Number(row['sector_index']);
  const input = (/** @type {Row} */ row) =>
    (Number(row['region_index']) * J + Number(row['input_index'])) * J + Number(row['using_index']);
  return {
    regions,
    sectors: elasticities.map((row) => row['sector']),
    theta: elasticities.map((row) => Number(row['theta'])),
    trade: fill('trade_tariffs.csv', 'trade_value', N * N * J, flow),
    tariff: fill('trade_tariffs.csv', 'tariff_1993', N * N * J, flow),
    naftaTariff: fill('trade_tariffs.csv', 'tariff_cfl_nafta', N * N * J, flow),
    intermediate: fill('intermediate_consumption.csv', 'value', N * J * J, input),
    valueAdded: fill('value_added.csv', 'value', N * J, sector),
    finalConsumption: fill('final_consumption.csv', 'value', N * J, sector),
    deficit: fill('deficit.csv', 'deficit', N, (row) => Number(row['region_index'])),
  };
}

/**
 * Writes the published data as an economy that `--economy` can run on, 31 regions by 40 sectors, and beside it
 * the NAFTA tariffs. Shares are those of gross output = inputs + value added, as the authors compute them; the
 * accounts do not balance as they stand.
 *
 * @param {string} source folder of the published files
 * @param {string} target folder of the economy, made where it is missing
 * @returns {Cp1993} the published data
 */
export function convertCp1993(source, target) {
  const data = readCp1993(source);
  const { regions, sectors, trade, tariff, intermediate, valueAdded, finalConsumption, deficit } = data;
  const N = regions.length;
  const J = sectors.length;
  const region = codes.split(' ');
  const sector = sectors.map(codeOfSector);
  /** @type {Record<string, (string | number)[][]>} */
  const tables = {
    'regions.csv': [
      ['region', 'name', 'deficit'],
      ...regions.map((name, n) => [region[n], name, deficit[n]]),
    ],
    'sectors.csv': [
      ['sector', 'name', 'kind'],
      ...sectors.map((name, j) => [sector[j], name, j < 20 ? 'goods' : 'services']),
    ],
    'trade_flows.csv': [['importer', 'exporter', 'sector', 'value', 'duty']],
    'region_sector.csv': [['region', 'sector', 'value_added_share', 'final_demand_share', 'value_added']],
    'input_shares.csv': [['region', 'input', 'user', 'share']],
    'elasticities.csv': [['sector', 'caliendo-parro'], ...data.theta.map((theta, j) => [sector[j], theta])],
    [naftaDuties]: [['importer', 'exporter', 'sector', 'rate']],
  };
  trade.forEach((value, cell) => {
    const names = [region[Math.floor(cell / J / N)], region[Math.floor(cell / J) % N], sector[cell % J]];
    tables['trade_flows.csv'].push([...names, value, tariff[cell]]);
    if (data.naftaTariff[cell] !== tariff[cell]) tables[naftaDuties].push([...names, data.naftaTariff[cell]]);
  });
  for (let n = 0; n < N; n++) {
    const finalTotal = sum(J, (j) => finalConsumption[n * J + j]);
    for (let j = 0; j < J; j++) {
      const cell = n * J + j;
      const output = sum(J, (k) => intermediate[(n * J + k) * J + j]) + valueAdded[cell];
      const shares = [valueAdded[cell] / output, finalConsumption[cell] / finalTotal, valueAdded[cell]];
      tables['region_sector.csv'].push([region[n], sector[j], ...shares]);
      for (let k = 0; k < J; k++) {
        const share = intermediate[(n * J + k) * J + j] / output;
        tables['input_shares.csv'].push([region[n], sector[k], sector[j], share]);
      }
    }
  }
  mkdirSync(target, { recursive: true });
  for (const [name, rows] of Object.entries(tables)) {
    writeFileSync(join(target, name), `${rows.map((row) => row.join(',')).join('\n')}\n`);
  }
  writeFileSync(join(target, 'economy.yaml'), header);
  return data;
}

const header = `id: cp1993
title: World economy of 1993, 31 regions by 40 sectors (Caliendo and Parro 2015)
year: 1993
unit: US$
parties: [USA, CAN, MEX]
default-elasticities: caliendo-parro
accounts: to-be-balanced
`;

/**
 * `Machinery n.e.c` becomes `machinery-n-e-c`.
 *
 * @param {string} name
 */
function codeOfSector(name) {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '');
}

/**
 * @param {number} count
 * @param {(index: number) => number} value
 */
function sum(count, value) {
  let total = 0;
  for (let index = 0; index < count; index++) total += value(index);
  return total;
}
