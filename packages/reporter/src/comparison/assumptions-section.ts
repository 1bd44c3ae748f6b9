import type { Scenario, ScenarioResult } from '@usmca-sim/core';
import type { Frame } from '../frame.ts';
import { labelColumn } from '../label-column.ts';
import { negotiationsOf } from '../negotiation/in-comparison.ts';
import { partyNames } from '../negotiation/negotiated-case.ts';
import type { Assumption, Cell, Column, Section, Table } from '../report.ts';
import type { RunOptions } from '../scenario-report.ts';
import { groupOf } from '../tables/case-columns.ts';
import { elasticitiesTable } from './elasticities-table.ts';

/** What a case takes where it says nothing, for telling whether it changed it. */
export interface Defaults {
  readonly elasticities: string;
  readonly horizon: number;
  readonly transitionSpeed: number;
  readonly growth: number;
}

/** One thing put in: what each case takes for it, and what stands where a case says nothing. */
interface Entry extends Omit<Assumption, 'values' | 'changedBy'> {
  readonly value: (scenario: Scenario) => Cell;
  readonly standard: Cell | undefined;
}

/** Every assumption of the cases, with its value, unit, source and the cases that change it. */
export function assumptionsWithSources(frame: Frame, defaults: Defaults | undefined): Assumption[] {
  const scenarios = frame.results.map(({ scenario }) => scenario);
  const sectors = [...new Set(scenarios.flatMap(({ elasticities }) => Object.keys(elasticities.sectors)))];
  const entries: Entry[] = [
    {
      id: 'trade-elasticities',
      label: 'Trade elasticities',
      value: ({ elasticities }) => elasticities.set,
      standard: defaults?.elasticities,
      unit: '',
      source: 'Sets of published estimates by sector: docs/data.md, “Trade elasticities”',
    },
    ...sectors.map(
      (sector): Entry => ({
        id: `trade-elasticity-${sector.toLowerCase()}`,
        label: `Trade elasticity of ${sector} in place of the set’s`,
        value: ({ elasticities }) => elasticities.sectors[sector] ?? null,
        standard: null,
        unit: 'percent of trade per percent of its cost',
        source: 'The case',
      }),
    ),
    {
      id: 'deficits',
      label: 'Trade deficits',
      value: ({ deficits }) => (deficits === 'held' ? `held at ${frame.baseYear}` : 'balanced first'),
      standard: `held at ${frame.baseYear}`,
      unit: '',
      source: 'Convention of such studies: docs/trade-model.md',
    },
    {
      id: 'horizon',
      label: 'Last year of the path',
      value: ({ horizon }) => `${horizon}`,
      standard: defaults && `${defaults.horizon}`,
      unit: 'year',
      source: 'Convention: the law of its last day is that of the long run',
    },
    {
      id: 'transition-speed',
      label: 'Gap to the long run closed in a year',
      value: ({ transitionSpeed }) => 100 * transitionSpeed,
      standard: defaults && 100 * defaults.transitionSpeed,
      unit: 'percent of the gap in logs',
      source: 'Set beside 2025 in docs/look-back.md; does not bear on the long run',
    },
    {
      id: 'growth',
      label: 'Nominal growth',
      value: ({ growth }) => 100 * growth,
      standard: defaults && 100 * defaults.growth,
      unit: 'percent a year',
      source: 'None unless a case states it: changes in percent do not depend on it',
    },
  ];
  return entries.map(({ value, standard, ...said }) => ({
    ...said,
    values: scenarios.map(value),
    changedBy: scenarios.flatMap((scenario) =>
      standard === undefined || value(scenario) === standard ? [] : [scenario.id],
    ),
  }));
}

/**
 * Assumptions as tables: those of the trade model, then what each government is taken to want, figure by figure. As a
 * list of the former where there is no room for tables.
 *
 * @param options `whole` with tables; `elasticities` by sector where the caller has them.
 */
export function assumptionsSection(
  frame: Frame,
  assumptions: readonly Assumption[],
  { whole = false, elasticities }: Pick<RunOptions, 'whole' | 'elasticities'>,
): Section {
  const about = { id: 'assumptions', heading: 'Assumptions' };
  if (!whole) return { ...about, points: assumptions.map((one) => inWords(frame, one)) };
  const governments = frame.results.flatMap((result) => stanceTables(frame, result));
  return {
    ...about,
    ...(governments.length > 0
      ? {
          sentences: [
            'What governments are taken to want is assumed: figures that are sourced, normalised or calibrated say so. usmca-sim stances shows them in full.',
          ],
        }
      : {}),
    tables: [
      assumptionsTable(frame, assumptions),
      ...(elasticities ? [elasticitiesTable(frame, elasticities)] : []),
      ...governments,
    ],
  };
}

/** `Trade elasticities: central. Sets of …; changed by before.` */
function inWords({ results }: Frame, { label, values, unit, source, changedBy }: Assumption): string {
  const written = (value: Cell) =>
    unit === '' || unit === 'year' ? `${value ?? 'none'}` : `${value ?? 'none'} ${unit}`;
  const isOne = values.every((value) => value === values[0]);
  const said = isOne
    ? written(values[0]!)
    : results.map(({ scenario }, at) => `${scenario.id} ${written(values[at]!)}`).join(', ');
  const changed = changedBy.length > 0 ? `; changed by ${changedBy.join(', ')}` : '';
  return `${label}: ${said}. ${source}${changed}.`;
}

function assumptionsTable(frame: Frame, assumptions: readonly Assumption[]): Table {
  const alone = frame.others.length === 0;
  return {
    id: 'assumptions',
    title: 'What was put in, and where it comes from',
    columns: [
      labelColumn('Assumption', 'assumption'),
      ...frame.results.map((result) =>
        labelColumn(alone ? 'Value' : groupOf(frame, result), result.scenario.id),
      ),
      labelColumn('Unit', 'unit'),
      labelColumn('Source', 'source'),
      labelColumn('Changed by', 'changed-by'),
    ],
    rows: assumptions.map(({ label, values, unit, source, changedBy }) => ({
      cells: [
        label,
        ...values.map((value) => (value === null ? '–' : value)),
        unit || '–',
        source,
        changedBy.length === 0 ? 'no case' : changedBy.join(', '),
      ],
    })),
  };
}

/** The figures of the stances of one case, a row a figure and government. */
function stanceTables(frame: Frame, result: ScenarioResult): Table[] {
  return negotiationsOf([result]).map((one) => {
    const { concept, precision, economistsView, stances } = one.negotiation.choices;
    const names = partyNames(one);
    const number: Column = { key: 'value', heading: 'Value', kind: 'number', unit: 'as in its row' };
    return {
      id: `${one.id}-stances`,
      title: `${frame.others.length > 0 ? `${one.id}: what` : 'What'} governments are taken to want; behaviour ${concept}${economistsView ? ', economist’s view' : ''}`,
      columns: [
        labelColumn('Government', 'party'),
        labelColumn('Figure', 'figure'),
        number,
        labelColumn('Unit', 'unit'),
        labelColumn('Origin', 'origin'),
        labelColumn('Why', 'because'),
      ],
      rows: stances.flatMap((stance, i) =>
        stanceFigures.map(({ key, label, unit }) => {
          const { value, origin, because } = stance[key];
          const replaced = key === 'precision' && precision !== undefined;
          return {
            cells: [
              names[i]!,
              label,
              replaced ? precision : value,
              unit,
              replaced ? 'the case' : origin,
              replaced ? 'Stands in place of the stance’s own.' : because,
            ],
          };
        }),
      ),
    };
  });
}

const stanceFigures = [
  { key: 'patience', label: 'Patience', unit: 'value of next year in this year’s' },
  { key: 'uncertainty', label: 'Limbo', unit: 'percent of real income a year' },
  { key: 'audienceCost', label: 'Backing down in public', unit: 'percent of real income, once' },
  { key: 'domesticPressure', label: 'Domestic pressure', unit: 'factor, 1 is neutral' },
  { key: 'leaving', label: 'Leaving the agreement', unit: 'percent of real income, once' },
  { key: 'breakingFront', label: 'Breaking a common front', unit: 'percent of real income, once' },
  { key: 'precision', label: 'Precision of choices', unit: 'per percent of real income' },
] as const;
