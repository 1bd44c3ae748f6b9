import { type Economy, isInForce, type Law } from '@usmca-sim/core';
import { labelColumn } from '../label-column.ts';
import { counted, dateInWords } from '../names.ts';
import type { Column, Section, Table } from '../report.ts';
import { measureTable } from './measure-tables.ts';

/** The law on record in brief: the days it covers, and those with a name. */
export function lawSection(law: Law): Section {
  const threats = law.measures.filter(({ status }) => status === 'threat').length;
  return {
    heading: 'Law on record',
    sentences: [
      `The record covers ${dateInWords(law.covered.first)} to ${dateInWords(law.covered.last)}: ${counted(law.measures.length - threats, 'measure')}${threats > 0 ? ` and ${counted(threats, 'threat')}` : ''}. usmca-sim measures shows them, usmca-sim tariffs what they make of duties on a day.`,
    ],
    tables: [situationTable(law)],
  };
}

/**
 * The law with every measure.
 *
 * @param all with the goods that measures bear on as well: lists, product groups, coverage.
 */
export function wholeLawSection(law: Law, economy: Economy, all: boolean): Section {
  const section = lawSection(law);
  if (law.measures.length === 0) return section;
  return {
    ...section,
    sentences: [
      ...section.sentences!,
      ...(all
        ? [
            `Below stand all measures and the goods that they bear on: ${counted(law.goods.lists.length, 'list')}, ${counted(law.goods.groups.length, 'product group')} and ${counted(law.goods.coverage.length, 'row')} of coverage. The measures alone: usmca-sim data --law. The groups of one flow: usmca-sim tariffs --importer CODE --exporter CODE --sector CODE.`,
          ]
        : ['The goods that they bear on: data --law --all. Every charge: data --law --format csv.']),
    ],
    tables: [
      ...section.tables!,
      measureTable(law.measures, economy, 'Measures in order of date'),
      ...(all ? [listTable(law), groupTable(law), coverageTable(law)] : []),
    ],
  };
}

function situationTable({ situations, measures }: Law): Table {
  return {
    title: 'Days that a case may name to start from',
    columns: [
      labelColumn('Situation', 'id'),
      labelColumn('Date', 'date'),
      labelColumn('Title', 'title'),
      { key: 'measures', heading: 'measures', kind: 'number', unit: '' },
    ],
    rows: situations.map(({ id, date, title }) => ({
      cells: [id, dateInWords(date), title, measures.filter((measure) => isInForce(measure, date)).length],
    })),
  };
}

function listTable({ goods }: Law): Table {
  return {
    title: 'Goods lists',
    columns: [labelColumn('List', 'list'), labelColumn('Title', 'title')],
    rows: goods.lists.map(({ id, title }) => ({ cells: [id, title] })),
  };
}

function groupTable({ goods }: Law): Table {
  return {
    title: 'Product groups: parts of a flow on which the same lists bear',
    columns: [
      labelColumn('Group', 'group'),
      labelColumn('Importer', 'importer'),
      labelColumn('Exporter', 'exporter'),
      labelColumn('Sector', 'sector'),
      labelColumn('Lists', 'lists'),
      rate('share', 'share of flow'),
      rate('claim-floor', 'claimed at no margin'),
      rate('claim-ceiling', 'claimed at most'),
    ],
    rows: goods.groups.map(({ id, importer, exporter, sector, lists, share, claims }) => ({
      cells: [
        ...[id, importer, exporter, sector, lists.join(', ')],
        ...[share, claims?.floor ?? null, claims?.ceiling ?? null],
      ],
    })),
  };
}

function coverageTable({ goods }: Law): Table {
  return {
    title: 'Lists in flows without product groups: the part that is on them',
    columns: [
      labelColumn('List', 'list'),
      labelColumn('Importer', 'importer'),
      labelColumn('Exporter', 'exporter'),
      labelColumn('Sector', 'sector'),
      labelColumn('Basis', 'basis'),
      rate('share', 'share'),
      rate('rate', 'average rate'),
    ],
    rows: goods.coverage.map(({ list, importer, exporter, sector, basis, share, rate: average }) => ({
      cells: [list, importer, exporter, sector, basis, share, average ?? null],
    })),
  };
}

function rate(key: string, heading: string): Column {
  return { key, heading, kind: 'rate', unit: 'fraction' };
}
