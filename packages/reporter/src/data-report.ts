import {
  type Economy,
  type Fact,
  type Law,
  type ProvenanceShares,
  provenanceShares,
  regionSizes,
  type SourceUse,
  sectorSizes,
  sourceUses,
  tradeBetweenParties,
} from '@usmca-sim/core';
import { labelColumn } from './label-column.ts';
import { lawSection, wholeLawSection } from './law/law-on-record.ts';
import { chargeRecord } from './law/measure-tables.ts';
import { scaleOfEconomy } from './money-scale.ts';
import { counted, joined, partiesTogether } from './names.ts';
import { formatNumber } from './number-style.ts';
import type { Cell, Column, Report, Section, Table } from './report.ts';

/** What there is to see of the data; a report without topics has them all. */
export const dataTopics = ['flows', 'regions', 'sectors', 'sources', 'imputed', 'law'] as const;
export type DataTopic = (typeof dataTopics)[number];

/**
 * The report on what the data hold: flows between the parties, regions, sectors, sources, what is imputed, the law.
 * Asked for alone, the law is told by its measures, and with `all` with the goods that they bear on.
 */
export function dataReport(
  economy: Economy,
  law: Law,
  topics: readonly DataTopic[] = dataTopics,
  { all = false }: { readonly all?: boolean } = {},
): Report {
  const lawAlone = topics.length === 1 && topics[0] === 'law';
  const sections: Record<DataTopic, () => Section> = {
    flows: () => ({
      heading: `Flows between ${partiesTogether(economy)}`,
      tables: [flowTable(economy)],
    }),
    regions: () => ({ heading: 'Regions', tables: [regionTable(economy)] }),
    sectors: () => ({ heading: 'Sectors', tables: [sectorTable(economy)] }),
    sources: () => ({ heading: 'Sources', tables: [sourceTable(economy)] }),
    imputed: () => ({
      heading: 'What is observed and what is imputed',
      sentences: [observedInWords(economy)],
      tables: [provenanceTable(economy)],
    }),
    law: () => (lawAlone ? wholeLawSection(law, economy, all) : lawSection(law)),
  };
  const { regions, sectors, year, hash, accounts } = economy;
  return {
    title: economy.title,
    sections: [
      {
        heading: 'The data',
        points: [
          `${counted(regions.length, 'region')} (${joined(regions.map(({ code }) => code))}) by ${counted(sectors.length, 'sector')}, ${year}, in ${economy.unit}.`,
          `Trade elasticities: ${joined([...economy.elasticities.keys()])}; ${economy.defaultElasticities} unless a case chooses.`,
          accounts === 'balanced'
            ? 'Every accounting identity holds as the data stand.'
            : 'The data are balanced by solving for the equilibrium at their own duties.',
          `Id ${economy.id}, hash ${hash}.`,
        ],
      },
      ...dataTopics.filter((topic) => topics.includes(topic)).map((topic) => sections[topic]()),
    ],
    ...(lawAlone ? { record: chargeRecord(law.measures) } : {}),
  };
}

/**
 * Flows and duties of the base year as facts, of the case `base`.
 *
 * @param all every pair of regions, not only those with a party in them.
 */
export function* dataFacts(economy: Economy, all = false): Generator<Fact> {
  const { regions, sectors, parties, flow, duty, year, unit } = economy;
  const about = { case: 'base', year, horizon: 'base', region: '' } as const;
  let at = 0;
  for (const [n, importer] of regions.entries()) {
    for (const [i, exporter] of regions.entries()) {
      for (const sector of sectors) {
        const cell = at++;
        if (!all && (n === i || !(parties.includes(n) || parties.includes(i)))) continue;
        const where = {
          ...about,
          importer: importer.code,
          exporter: exporter.code,
          sector: sector.code,
        };
        yield { ...where, measure: 'trade-flow', value: flow[cell]!, unit };
        yield {
          ...where,
          measure: 'effective-duty',
          value: 100 * duty[cell]!,
          unit: 'percent',
        };
      }
    }
  }
}

function flowTable(economy: Economy): Table {
  const name = (code: string) => economy.regions.find((region) => region.code === code)?.name ?? code;
  const flows = tradeBetweenParties(economy);
  const row = (label: string, of: (key: 'goods' | 'services' | 'total') => number, total = false) => ({
    cells: [label, of('goods'), of('services'), of('total')],
    ...(total ? { total } : {}),
  });
  return {
    title: `Trade between ${partiesTogether(economy)} in ${economy.year}, value before duty, ${scaleOfEconomy(economy).label}`,
    columns: [
      labelColumn('Exporter to importer', 'flow'),
      money(economy, 'goods', 'goods'),
      money(economy, 'services', 'services'),
      money(economy, 'total', 'all'),
    ],
    rows: [
      ...flows.map((flow) => row(`${name(flow.exporter)} to ${name(flow.importer)}`, (key) => flow[key])),
      row(
        `All between ${partiesTogether(economy)}`,
        (key) => flows.reduce((sum, flow) => sum + flow[key], 0),
        true,
      ),
    ],
  };
}

function regionTable(economy: Economy): Table {
  return {
    title: `Regions in ${economy.year}, ${scaleOfEconomy(economy).label}; duty paid over the value of goods imported`,
    columns: [
      labelColumn('Code', 'code'),
      labelColumn('Region', 'name'),
      money(economy, 'value-added', 'value added'),
      money(economy, 'exports', 'exports'),
      money(economy, 'imports', 'imports'),
      {
        key: 'average-duty',
        heading: 'average duty',
        kind: 'rate',
        unit: 'fraction',
      },
    ],
    rows: regionSizes(economy).map((region) => ({
      cells: [
        region.code,
        region.name,
        region.valueAdded,
        region.exports,
        region.imports,
        region.averageDuty,
      ],
    })),
  };
}

function sectorTable(economy: Economy): Table {
  return {
    title: `Sectors of ${partiesTogether(economy)} together in ${economy.year}, ${scaleOfEconomy(economy).label}`,
    columns: [
      labelColumn('Code', 'code'),
      labelColumn('Sector', 'name'),
      money(economy, 'value-added', 'value added'),
      money(economy, 'trade-within', 'trade within'),
      money(economy, 'exports-outside', 'exports outside'),
      money(economy, 'imports-outside', 'imports from outside'),
      {
        key: 'elasticity',
        heading: 'trade elasticity',
        kind: 'number',
        unit: '',
      },
    ],
    rows: sectorSizes(economy).map((sector) => ({
      cells: [
        sector.code,
        sector.name,
        sector.valueAdded,
        sector.tradeWithin,
        sector.exportsOutside,
        sector.importsOutside,
        sector.elasticity,
      ],
    })),
    notes: [
      `Within: between ${partiesTogether(economy)}, before duty. Trade elasticities of the set ${economy.defaultElasticities}.`,
    ],
  };
}

function sourceTable(economy: Economy): Table {
  return {
    title: `Sources of trade values and duties, with the flows that rest on each, ${scaleOfEconomy(economy).label}`,
    columns: [
      labelColumn('How', 'kind'),
      labelColumn('Source', 'description'),
      money(economy, 'value-of-values', 'flows valued'),
      money(economy, 'value-of-duties', 'duties given'),
    ],
    rows: familiesOf(sourceUses(economy)).map((family) => ({
      cells: [family.kind, family.description, family.valueOfValues, family.valueOfDuties],
    })),
    notes: [
      'Domestic sales are counted with the flows. Sources that differ only in a percentage or a scale are one row; the files of the data have each.',
    ],
  };
}

type Family = Pick<SourceUse, 'kind' | 'description' | 'valueOfValues' | 'valueOfDuties'>;

/** Sources of one kind whose descriptions differ only in a percentage or a scale, taken together. */
function familiesOf(uses: readonly SourceUse[]): Family[] {
  const families = new Map<string, Family & { readonly sources: number }>();
  for (const { kind, description, id, valueOfValues, valueOfDuties } of uses) {
    const common = (description || id).replace(/[\u2212-]?\d+(\.\d+)?%|(?<=scaled by )\d+(\.\d+)?/g, '…');
    const before = families.get(`${kind} ${common}`);
    families.set(`${kind} ${common}`, {
      kind,
      description: before ? common : description || id,
      sources: (before?.sources ?? 0) + 1,
      valueOfValues: (before?.valueOfValues ?? 0) + valueOfValues,
      valueOfDuties: (before?.valueOfDuties ?? 0) + valueOfDuties,
    });
  }
  return [...families.values()].map(({ sources, ...family }) =>
    sources === 1
      ? family
      : {
          ...family,
          description: `${family.description} (${counted(sources, 'source')})`,
        },
  );
}

function observedInWords(economy: Economy): string {
  const within = provenanceShares(economy).find(
    ({ circle, trade, figure }) => circle === 'within the parties' && trade === 'goods' && figure === 'value',
  );
  const share = (within?.shares.observed ?? 0) * 100;
  return `Of the value of goods traded between ${partiesTogether(economy)}, ${formatNumber(share, 1)}% was observed; each cell of the data says which it is.`;
}

function provenanceTable(economy: Economy): Table {
  const kinds = ['observed', 'derived', 'imputed', 'not stated'] as const;
  const all = provenanceShares(economy);
  const used = kinds.filter((kind) => all.some(({ shares }) => shares[kind] > 0));
  const who = partiesTogether(economy);
  const where = {
    'within the parties': `within ${who}`,
    'touching a party': `with any of ${who}`,
    'all pairs': 'all',
  };
  const what = ({ figure, trade, circle }: ProvenanceShares) =>
    `${figure === 'value' ? 'Values' : 'Duties'}, ${trade}, ${where[circle]}`;
  return {
    title: 'How the figures came to be, share of cross-border trade value',
    columns: [
      labelColumn('Figures', 'figures'),
      ...used.map(
        (kind): Column => ({
          key: kind.replace(' ', '-'),
          heading: kind,
          kind: 'rate',
          unit: 'fraction',
        }),
      ),
    ],
    rows: all.map((one) => ({
      cells: [what(one), ...used.map((kind): Cell => one.shares[kind])],
    })),
  };
}

function money(economy: Economy, key: string, heading: string): Column {
  return { key, heading, kind: 'money', unit: economy.unit, factor: scaleOfEconomy(economy).factor };
}
