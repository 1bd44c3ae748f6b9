import { payoffParts, totalOf } from '@usmca-sim/core';
import { labelColumn } from '../label-column.ts';
import { partyPairs } from '../negotiation/trade-along-outcomes.ts';
import type { Cell, Table } from '../report.ts';
import {
  type AllianceCase,
  coalitionKey,
  inOwnPercent,
  partitionKey,
  worthOfCoalitions,
} from './alliance-case.ts';
import { divisionsOf, sideDealsFrom } from './division-sections.ts';

type Keys = Partial<Record<'partition' | 'coalition' | 'party' | 'part' | 'importer' | 'year', Cell>>;

/** Everything that was found as tidy rows, one figure a row, at full precision. */
export function coalitionsRecord(one: AllianceCase): Table {
  const labels = ['case', 'figure', 'partition', 'coalition', 'party', 'part', 'importer', 'year'];
  const rows: Cell[][] = [];
  const add = (figure: string, keys: Keys, value: Cell, unit: string) => {
    const { partition = '', coalition = '', party = '', part = '', importer = '', year = '' } = keys;
    rows.push([one.id, figure, partition, coalition, party, part, importer, year, value, unit]);
  };
  addPartitions(one, add);
  addDivisions(one, add);
  addTracks(one, add);
  return {
    title: 'Alliances',
    columns: [
      ...labels.map((key) => labelColumn(key, key)),
      { key: 'value', heading: 'value', kind: 'number', unit: '' },
      labelColumn('unit', 'unit'),
    ],
    rows: rows.map((cells) => ({ cells })),
  };
}

type Add = (figure: string, keys: Keys, value: Cell, unit: string) => void;

const presentValue = 'percent, present value';

function addPartitions(one: AllianceCase, add: Add): void {
  const { parties } = one.choices.table;
  for (const { partition: blocks, value, years } of one.alliances.partitions) {
    const partition = partitionKey(one, blocks);
    parties.forEach((party, i) => {
      add('payoff', { partition, party }, totalOf(value[i]!), presentValue);
      for (const part of payoffParts) {
        add('payoff-part', { partition, party, part }, value[i]![part], presentValue);
      }
    });
    for (const { year, regimes, realIncome, flow } of years) {
      for (const { regime, probability } of regimes) {
        add('regime-probability', { partition, year, part: regime }, 100 * probability, 'percent');
      }
      parties.forEach((party, i) => {
        add('real-income', { partition, party, year }, realIncome[i]!.mean, 'percent');
      });
      for (const [n, i] of partyPairs) {
        const keys = { partition, party: parties[i]!, importer: parties[n]!, year };
        add('flow', keys, flow[n]![i]!.mean, one.money);
      }
    }
    for (const { coalition, together, blocks: leaves, blocksWithTransfers } of sideDealsFrom(one, blocks)) {
      const keys = { partition, coalition: coalitionKey(one.choices.table, coalition) };
      add('side-deal-gain', keys, together, `${one.unit}, present value`);
      add('side-deal-blocks', keys, Number(leaves), '1 or 0');
      add('side-deal-blocks-with-transfers', keys, Number(blocksWithTransfers), '1 or 0');
    }
  }
}

function addDivisions(one: AllianceCase, add: Add): void {
  const { table } = one.choices;
  worthOfCoalitions(one).worth.forEach((worth, coalition) => {
    if (coalition === 0) return;
    add('worth', { coalition: coalitionKey(table, coalition) }, worth, `${one.unit}, present value`);
  });
  for (const { id, shares } of divisionsOf(one)) {
    inOwnPercent(one, shares).forEach((share, i) => {
      add(`share-${id}`, { party: table.parties[i]! }, share, presentValue);
    });
  }
}

function addTracks({ alliances: { tracks }, choices: { table } }: AllianceCase, add: Add): void {
  tracks?.outcomes.forEach(({ terms, gains }, number) => {
    for (const track of [0, 1] as const) {
      const own = terms[track];
      const part = own === undefined ? 'none' : table.packages[tracks.packages[track][own]!]!.id;
      const keys = {
        partition: `nash-in-nash-${number + 1}`,
        coalition: coalitionKey(table, 1 | (2 << track)),
      };
      gains[track]!.forEach((gain, side) => {
        const party = table.parties[side === 0 ? 0 : track + 1]!;
        add('track-gain', { ...keys, party, part }, gain, presentValue);
      });
    }
  });
}
