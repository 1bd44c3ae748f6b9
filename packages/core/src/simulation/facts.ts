import {
  changeOf,
  type FigureKey,
  type MeasuredState,
  type ResultMeasure,
  regionGroup,
  resultMeasures,
  sectorGroup,
} from './measures.ts';
import type { Fact, ScenarioResult } from './result.ts';

export interface FactOptions {
  /** Every flow of every pair by sector, and every region by sector, instead of the parties and their totals. */
  readonly all?: boolean;
  /** Levels of all years at the size of the base-year economy, without the scenario's growth. */
  readonly atBaseSize?: boolean;
}

/** Groups that every table of trade comes in. */
const sectorGroups: readonly string[] = ['all', 'goods', 'services'];

/** Where a figure stands in the facts' columns. */
interface FactPlace {
  readonly importer: string;
  readonly exporter: string;
  readonly region: string;
  readonly sector: string;
}

/**
 * Every figure of a result as rows of one fact each: the levels of the base year, of each year of the transition and
 * of the long run, and changes against the base; of a negotiation, what it comes to after each review. `unit` tells
 * levels from changes.
 *
 * Levels in money on the way follow the scenario's growth path; those of the long run, which has no year of its own,
 * are at the size of the base-year economy. Changes do not depend on growth. `rest` is everyone but the parties,
 * `all`, `goods` and `services` are groups of sectors.
 */
export function* facts(result: ScenarioResult, options: FactOptions = {}): Generator<Fact> {
  const { baseYear } = result.madeBy;
  const { horizon } = result.scenario;
  const baseOnly: readonly [number, Fact['horizon'], MeasuredState] = [baseYear, 'base', result.base];
  const path = result.transition.map(({ year, flow }): readonly [number, Fact['horizon'], MeasuredState] => [
    year,
    'transition',
    { flow },
  ]);
  const longRun: readonly [number, Fact['horizon'], MeasuredState] = [horizon, 'long-run', result.longRun];
  const reviews = (result.negotiation?.years ?? []).map(
    (outcome): readonly [number, Fact['horizon'], MeasuredState] => [
      outcome.year,
      'review',
      { flow: result.base.flow, outcome },
    ],
  );
  for (const measure of resultMeasures) {
    for (const place of placesOf(measure, result, options.all ?? false)) {
      const key = keyOf(result, measure, place);
      const base = measure.value(result, result.base, key);
      if (Number.isNaN(base)) continue;
      // Single sectors on every year of the way would be most of the rows, and are asked for with `all`.
      const onTheWay = measure.onTheWay && (options.all || sectorGroups.includes(place.sector));
      const later = measure.negotiated ? reviews : onTheWay ? [...path, longRun] : [longRun];
      const states = [baseOnly, ...later];
      for (const [year, at, state] of states) {
        const value = measure.value(result, state, key);
        if (Number.isNaN(value)) continue;
        const shared = { case: result.scenario.id, year, horizon: at, measure: measure.id, ...place };
        const grows = at === 'transition' && measure.unit === 'money' && !options.atBaseSize;
        const level = grows ? value * (1 + result.madeBy.growth) ** (year - baseYear) : value;
        yield { ...shared, value: level, unit: levelUnit(measure, result) };
        if (at === 'base') continue;
        const change = changeOf(measure, base, value);
        if (Number.isFinite(change))
          yield { ...shared, value: change, unit: `${changeUnit(measure)} vs base` };
      }
    }
  }
  yield* welfareFacts(result);
  yield* diversionFacts(result, options.all ?? false);
}

/** `percent`, or `percentage points` for measures that are percentages themselves. */
export function changeUnit(measure: ResultMeasure): string {
  return measure.change === 'points' ? 'percentage points' : 'percent';
}

/** The unit of a level of a measure: the money of the economy, `index, base = 1`, or `percent`. */
export function levelUnit(measure: ResultMeasure, result: ScenarioResult): string {
  switch (measure.unit) {
    case 'money':
      return result.madeBy.unit;
    case 'index':
      return 'index, base = 1';
    case 'percent':
      return 'percent';
  }
}

/** The figure of a measure at a place named by codes; NaN where there is none. */
export function figure(
  result: ScenarioResult,
  measure: ResultMeasure,
  state: MeasuredState,
  place: Partial<FactPlace>,
): number {
  return measure.value(result, state, keyOf(result, measure, place));
}

/** A place named by codes as indices: the same for every state. */
function keyOf(result: ScenarioResult, { keys }: ResultMeasure, place: Partial<FactPlace>): FigureKey {
  const isPair = keys === 'pair-sector' || keys === 'pair';
  return {
    importers: regionGroup(result, (isPair ? place.importer : place.region) ?? ''),
    exporters: isPair ? regionGroup(result, place.exporter ?? '') : [],
    sectors: sectorGroup(result, place.sector),
  };
}

function placesOf(measure: ResultMeasure, result: ScenarioResult, all: boolean): FactPlace[] {
  const nowhere: FactPlace = { importer: '', exporter: '', region: '', sector: '' };
  const codes = result.regions.map(({ code }) => code);
  const parties = result.parties.map((n) => codes[n]!);
  const everySector = result.sectors.map(({ code }) => code);
  const regions = [...(all ? codes : parties), ...(measure.together ? ['parties'] : [])];
  const places: FactPlace[] = [];
  switch (measure.keys) {
    case 'whole':
      return [nowhere];
    case 'pair':
      return parties.flatMap((importer) =>
        parties.flatMap((exporter) => (importer === exporter ? [] : [{ ...nowhere, importer, exporter }])),
      );
    case 'region':
      return regions.map((region) => ({ ...nowhere, region }));
    case 'region-sector':
    case 'region-one-sector': {
      const groups = measure.keys === 'region-sector' ? sectorGroups : [];
      for (const region of regions) {
        for (const sector of [...groups, ...everySector]) places.push({ ...nowhere, region, sector });
      }
      return places;
    }
    case 'pair-sector': {
      const partners = all ? [...codes, 'rest'] : [...parties, 'rest'];
      const sectors = all ? [...sectorGroups, ...everySector] : sectorGroups;
      for (const importer of partners) {
        for (const exporter of partners) {
          if (importer === exporter && (importer === 'rest' || !all)) continue;
          if (
            importer === 'rest'
              ? !parties.includes(exporter)
              : exporter === 'rest' && !parties.includes(importer)
          )
            continue;
          for (const sector of sectors) places.push({ ...nowhere, importer, exporter, sector });
        }
      }
      return places;
    }
  }
}

function* welfareFacts(result: ScenarioResult): Generator<Fact> {
  const { welfare } = result;
  const parts = {
    'log-real-income': welfare.total,
    'terms-of-trade': welfare.termsOfTrade,
    'volume-of-trade': welfare.volumeOfTrade,
    'trade-costs': welfare.tradeCosts,
  };
  for (const [measure, values] of Object.entries(parts)) {
    for (const n of result.parties) {
      yield {
        case: result.scenario.id,
        year: result.scenario.horizon,
        horizon: 'long-run',
        measure,
        importer: '',
        exporter: '',
        region: result.regions[n]!.code,
        sector: '',
        value: values[n]!,
        unit: 'log points x 100 vs base',
      };
    }
  }
}

function* diversionFacts(result: ScenarioResult, all: boolean): Generator<Fact> {
  const N = result.regions.length;
  const J = result.sectors.length;
  const unit = `${result.madeBy.unit} at base prices vs base`;
  const shared = {
    case: result.scenario.id,
    year: result.scenario.horizon,
    horizon: 'long-run' as const,
    unit,
  };
  for (const n of all ? result.regions.keys() : result.parties) {
    const importer = result.regions[n]!.code;
    for (const [sector, sectors] of diversionSectors(result, all)) {
      const created = sectors.reduce((sum, j) => sum + result.diversion.created[n * J + j]!, 0);
      yield {
        ...shared,
        measure: 'trade-created',
        importer,
        exporter: '',
        region: '',
        sector,
        value: created,
      };
      for (let i = 0; i < N; i++) {
        if (i === n) continue;
        const value = sectors.reduce((sum, j) => sum + result.diversion.diverted[(n * N + i) * J + j]!, 0);
        const exporter = result.regions[i]!.code;
        yield { ...shared, measure: 'trade-diverted', importer, exporter, region: '', sector, value };
      }
    }
  }
}

function diversionSectors(result: ScenarioResult, all: boolean): [string, number[]][] {
  const groups = ['all', ...(all ? result.sectors.map(({ code }) => code) : [])];
  return groups.map((code) => [code, sectorGroup(result, code)]);
}
