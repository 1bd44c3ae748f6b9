import type { OutcomeYear } from '../negotiation/negotiation-result.ts';
import type { RegimeKind } from '../negotiation/table.ts';
import { isOfNegotiation, type MeasureId, type MeasureKeys, measureKeys } from '../scenario/measures.ts';
import type { ScenarioResult, WorldState } from './result.ts';

/** How two values of a measure are compared. */
export type ChangeKind = 'percent' | 'points';

/**
 * A state of the world that a figure is read from: complete at base and in the long run, flows alone on the way, and
 * what the negotiation comes to after a review.
 */
export type MeasuredState = Pick<WorldState, 'flow'> &
  Partial<WorldState> & { readonly outcome?: OutcomeYear };

/** Indices; `sectors` is the group of sectors that is summed or averaged over. */
export interface FigureKey {
  readonly importers: readonly number[];
  readonly exporters: readonly number[];
  readonly sectors: readonly number[];
}

/** A figure that results give, by name. Every table, fact and expectation reads results through these. */
export interface ResultMeasure {
  /** Kebab-case: the `measure` column of the facts. */
  readonly id: MeasureId;
  readonly title: string;
  readonly keys: MeasureKeys;
  /** Unit of levels. `money` stands for the economy's own unit. */
  readonly unit: 'money' | 'index' | 'percent';
  readonly change: ChangeKind;
  /** Whether flows alone give it, so that it exists on the transition path. */
  readonly onTheWay: boolean;
  /** Whether it is a figure of the negotiation, with one for every review; the long run has that of the last. */
  readonly negotiated: boolean;
  /** Whether the parties together have a figure besides each of them: region code `parties`. */
  readonly together?: boolean;
  /** The level; NaN where the key has no such figure. Region-keyed measures read `importers[0]`. */
  value(result: ScenarioResult, state: MeasuredState, key: FigureKey): number;
}

function sumFlow(
  result: ScenarioResult,
  flow: Float64Array,
  { importers, exporters, sectors }: FigureKey,
): number {
  const N = result.regions.length;
  const J = result.sectors.length;
  let sum = 0;
  for (const n of importers) {
    for (const i of exporters) {
      // Sales at home are asked for by name only; a group's trade is what crosses a border.
      if (n === i && importers.length + exporters.length > 2) continue;
      for (const j of sectors) sum += flow[(n * N + i) * J + j]!;
    }
  }
  return sum;
}

/** Average of a duty over cells, weighted with flows; goods that do not flow do not count. */
function averageDuty(
  result: ScenarioResult,
  duty: Float64Array,
  weightOf: (cell: number) => number,
  { importers, exporters, sectors }: FigureKey,
): number {
  const N = result.regions.length;
  const J = result.sectors.length;
  let paid = 0;
  let flow = 0;
  for (const n of importers) {
    for (const i of exporters) {
      if (n === i) continue;
      for (const j of sectors) {
        const at = (n * N + i) * J + j;
        const weight = weightOf(at);
        paid += duty[at]! * weight;
        flow += weight;
      }
    }
  }
  return flow > 0 ? (100 * paid) / flow : Number.NaN;
}

function sumSectors(result: ScenarioResult, values: Float64Array, key: FigureKey): number {
  const J = result.sectors.length;
  let sum = 0;
  for (const n of key.importers) for (const j of key.sectors) sum += values[n * J + j]!;
  return sum;
}

function others(result: ScenarioResult, region: number): number[] {
  return result.regions.map((_, n) => n).filter((n) => n !== region);
}

/** What the negotiation comes to in a state; undefined before the first review. */
function outcomeIn(result: ScenarioResult, state: MeasuredState): OutcomeYear | undefined {
  return state.outcome ?? (state === result.longRun ? result.negotiation?.years.at(-1) : undefined);
}

/** Probability of a regime of the agreement, which is in force at first. */
function probabilityOf(title: string, regime: RegimeKind): Omit<ResultMeasure, 'id' | 'keys' | 'negotiated'> {
  return {
    title: `Probability: ${title}`,
    unit: 'percent',
    change: 'points',
    onTheWay: false,
    value: (result, state) => {
      if (!result.negotiation) return Number.NaN;
      const outcome = outcomeIn(result, state);
      if (!outcome) return regime === 'in-force' ? 100 : 0;
      return 100 * (outcome.regimes.find((one) => one.regime === regime)?.probability ?? 0);
    },
  };
}

/** Place of a region at the table; −1 where it does not sit there. */
function seatOf(result: ScenarioResult, n: number | undefined): number {
  const code = n === undefined ? undefined : result.regions[n]!.code;
  return result.negotiation?.choices.table.parties.indexOf(code ?? '') ?? -1;
}

const region = (key: FigureKey) => key.importers[0]!;

const definitions: Readonly<Record<MeasureId, Omit<ResultMeasure, 'id' | 'keys' | 'negotiated'>>> = {
  'trade-flow': {
    title: 'Trade flow, before duty',
    unit: 'money',
    change: 'percent',
    onTheWay: true,
    value: (result, state, key) => sumFlow(result, state.flow, key),
  },
  'trade-volume': {
    title: 'Trade flow at base-year prices',
    unit: 'money',
    change: 'percent',
    onTheWay: false,
    value: (result, state, key) => sumFlow(result, state.volume!, key),
  },
  exports: {
    title: 'Exports',
    unit: 'money',
    change: 'percent',
    onTheWay: true,
    value: (result, state, key) =>
      sumFlow(result, state.flow, {
        ...key,
        importers: others(result, region(key)),
        exporters: [region(key)],
      }),
  },
  imports: {
    title: 'Imports, before duty',
    unit: 'money',
    change: 'percent',
    onTheWay: true,
    value: (result, state, key) =>
      sumFlow(result, state.flow, {
        ...key,
        importers: [region(key)],
        exporters: others(result, region(key)),
      }),
  },
  'real-income': {
    title: 'Real income',
    unit: 'index',
    change: 'percent',
    onTheWay: false,
    value: (_, state, key) => state.realIncome![region(key)]!,
  },
  'real-wage': {
    title: 'Real wage',
    unit: 'index',
    change: 'percent',
    onTheWay: false,
    value: (_, state, key) => state.wage![region(key)]! / state.consumerPrices![region(key)]!,
  },
  wage: {
    title: 'Wage',
    unit: 'index',
    change: 'percent',
    onTheWay: false,
    value: (_, state, key) => state.wage![region(key)]!,
  },
  'consumer-prices': {
    title: 'Consumer prices',
    unit: 'index',
    change: 'percent',
    onTheWay: false,
    value: (_, state, key) => state.consumerPrices![region(key)]!,
  },
  income: {
    title: 'Final expenditure',
    unit: 'money',
    change: 'percent',
    onTheWay: false,
    value: (_, state, key) => state.income![region(key)]!,
  },
  'tariff-revenue': {
    title: 'Tariff revenue',
    unit: 'money',
    change: 'percent',
    onTheWay: false,
    value: (_, state, key) => state.tariffRevenue![region(key)]!,
  },
  output: {
    title: 'Gross output',
    unit: 'money',
    change: 'percent',
    onTheWay: false,
    value: (result, state, key) => sumSectors(result, state.output!, key),
  },
  'value-added': {
    title: 'Value added',
    unit: 'money',
    change: 'percent',
    onTheWay: false,
    value: (result, state, key) => sumSectors(result, state.valueAdded!, key),
  },
  price: {
    title: 'Price to buyers',
    unit: 'index',
    change: 'percent',
    onTheWay: false,
    value: (result, state, key) =>
      key.sectors.length === 1
        ? state.price![region(key) * result.sectors.length + key.sectors[0]!]!
        : Number.NaN,
  },
  'statutory-duty': {
    title: 'Average duty, base-year weights',
    unit: 'percent',
    change: 'points',
    onTheWay: false,
    // Goods that may not be imported pay no duty: their base-year value is no weight.
    value: (result, state, key) =>
      averageDuty(
        result,
        state.statutoryDuty!,
        (cell) => result.base.flow[cell]! * (1 - state.bannedShare![cell]!),
        key,
      ),
  },
  'effective-duty': {
    title: 'Average duty paid, after substitution',
    unit: 'percent',
    change: 'points',
    onTheWay: false,
    value: (result, state, key) =>
      averageDuty(result, state.effectiveDuty!, (cell) => state.flow[cell]!, key),
  },
  'party-content': {
    title: 'Share of the parties in the value added of final expenditure',
    unit: 'percent',
    change: 'points',
    onTheWay: false,
    value: (_, state, key) => 100 * state.partyContent![region(key)]!,
  },
  'third-market-share': {
    title: 'Share in what everyone but the parties imports',
    unit: 'percent',
    change: 'points',
    onTheWay: true,
    together: true,
    value: (result, state, key) => {
      const importers = regionGroup(result, 'rest');
      const exporters = result.regions.map((_, i) => i);
      const sold = sumFlow(result, state.flow, { ...key, importers, exporters: key.importers });
      return (100 * sold) / sumFlow(result, state.flow, { ...key, importers, exporters });
    },
  },
  'probability-in-force': probabilityOf('in force, neither extended nor replaced', 'in-force'),
  'probability-extended': probabilityOf('extended', 'extended'),
  'probability-bilateral-one': probabilityOf('a protocol with the first partner alone', 'bilateral-one'),
  'probability-bilateral-other': probabilityOf('a protocol with the second partner alone', 'bilateral-other'),
  'probability-two-bilaterals': probabilityOf('a protocol with each partner', 'two-bilaterals'),
  'probability-without-proposer': probabilityOf('left by the proposer', 'without-proposer'),
  'probability-expired': probabilityOf('expired', 'expired'),
  'expected-real-income': {
    title: 'Real income, mean over outcomes of the negotiation',
    unit: 'index',
    change: 'percent',
    onTheWay: false,
    value: (result, state, key) => {
      const seat = seatOf(result, region(key));
      if (seat < 0) return Number.NaN;
      const outcome = outcomeIn(result, state);
      if (!outcome) return result.base.realIncome[region(key)]!;
      return result.longRun.realIncome[region(key)]! * (1 + outcome.realIncome[seat]!.mean / 100);
    },
  },
  'expected-flow': {
    title: 'Trade flow, before duty, mean over outcomes of the negotiation',
    unit: 'money',
    change: 'percent',
    onTheWay: false,
    value: (result, state, key) => {
      const [importer, exporter] = [key.importers, key.exporters].map((regions) =>
        regions.length === 1 ? seatOf(result, regions[0]) : -1,
      ) as [number, number];
      if (importer < 0 || exporter < 0 || importer === exporter) return Number.NaN;
      const outcome = outcomeIn(result, state);
      return outcome ? outcome.flow[importer]![exporter]!.mean : sumFlow(result, state.flow, key);
    },
  },
};

/** Every measure, in the order of the facts. */
export const resultMeasures: readonly ResultMeasure[] = (Object.keys(measureKeys) as MeasureId[]).map(
  (id) => ({
    id,
    keys: measureKeys[id],
    negotiated: isOfNegotiation(id),
    ...definitions[id],
  }),
);

const byId = new Map<string, ResultMeasure>(resultMeasures.map((measure) => [measure.id, measure]));

/** @throws RangeError for an id that is not in `resultMeasures`. */
export function resultMeasure(id: string): ResultMeasure {
  const measure = byId.get(id);
  if (!measure) throw new RangeError(`no measure "${id}"; there are: ${[...byId.keys()].join(', ')}`);
  return measure;
}

/** The change from one value to another in the measure's own terms: percent, or percentage points. */
export function changeOf(measure: ResultMeasure, from: number, to: number): number {
  if (measure.change === 'points') return to - from;
  return from === to ? 0 : 100 * (to / from - 1);
}

/** Indices of a sector code, of `goods` or `services`, or of all sectors for `all` or nothing. */
export function sectorGroup(result: Pick<ScenarioResult, 'sectors'>, code: string | undefined): number[] {
  const indices = result.sectors.map((_, j) => j);
  if (code === undefined || code === '' || code === 'all') return indices;
  if (code === 'goods' || code === 'services') return indices.filter((j) => result.sectors[j]!.kind === code);
  return indices.filter((j) => result.sectors[j]!.code === code);
}

/** Indices of a region code, of the `parties`, or of everyone else for `rest`. */
export function regionGroup(result: Pick<ScenarioResult, 'regions' | 'parties'>, code: string): number[] {
  const indices = result.regions.map((_, n) => n);
  if (code === 'parties') return [...result.parties];
  if (code === 'rest') return indices.filter((n) => !result.parties.includes(n));
  return indices.filter((n) => result.regions[n]!.code === code);
}
