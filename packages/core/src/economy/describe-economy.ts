import type { Economy, ProvenanceKind } from './economy.ts';
import { outputOf, spendingOf, valueAddedOf } from './totals.ts';

/** Value of what one region buys of another, before duty, in the unit of the economy. */
export interface PairTrade {
  readonly importer: string;
  readonly exporter: string;
  readonly goods: number;
  readonly services: number;
  readonly total: number;
}

/** Trade between the parties, each direction once, in the order of the parties: the exporter's, then the importer's. */
export function tradeBetweenParties(economy: Economy): PairTrade[] {
  const { regions, parties } = economy;
  return parties.flatMap((i) =>
    parties
      .filter((n) => n !== i)
      .map((n) => {
        const goods = pairValue(economy, n, i, 'goods');
        const services = pairValue(economy, n, i, 'services');
        const [importer, exporter] = [regions[n]!.code, regions[i]!.code];
        return { importer, exporter, goods, services, total: goods + services };
      }),
  );
}

function pairValue(economy: Economy, n: number, i: number, kind: 'goods' | 'services'): number {
  const { regions, sectors, flow } = economy;
  const start = (n * regions.length + i) * sectors.length;
  return sectors.reduce((sum, sector, j) => (sector.kind === kind ? sum + flow[start + j]! : sum), 0);
}

/** One sector in all parties together; money in the unit of the economy. */
export interface SectorSize {
  readonly code: string;
  readonly name: string;
  readonly kind: 'goods' | 'services';
  readonly output: number;
  readonly valueAdded: number;
  /** What the parties buy, duties included. */
  readonly expenditure: number;
  /** Trade of the parties with one another, before duty. */
  readonly tradeWithin: number;
  /** Exports of the parties to, and imports from, everyone else, before duty. */
  readonly exportsOutside: number;
  readonly importsOutside: number;
  /** Long-run trade elasticity in the default set. */
  readonly elasticity: number;
}

/** Every sector as the parties produce and trade it, in the order of the economy. */
export function sectorSizes(economy: Economy): SectorSize[] {
  const { sectors, parties, elasticities, defaultElasticities } = economy;
  const J = sectors.length;
  const output = outputOf(economy);
  const spending = spendingOf(economy);
  const inside = new Set(parties);
  return sectors.map((sector, j) => {
    const of = (values: Float64Array) => parties.reduce((sum, n) => sum + values[n * J + j]!, 0);
    let [tradeWithin, exportsOutside, importsOutside] = [0, 0, 0];
    eachFlow(economy, (n, i, at, cell) => {
      if (at !== j || n === i) return;
      if (inside.has(n) && inside.has(i)) tradeWithin += economy.flow[cell]!;
      else if (inside.has(i)) exportsOutside += economy.flow[cell]!;
      else if (inside.has(n)) importsOutside += economy.flow[cell]!;
    });
    return {
      ...sector,
      output: of(output),
      valueAdded: parties.reduce(
        (sum, n) => sum + output[n * J + j]! * economy.valueAddedShare[n * J + j]!,
        0,
      ),
      expenditure: of(spending),
      tradeWithin,
      exportsOutside,
      importsOutside,
      elasticity: elasticities.get(defaultElasticities)![j]!,
    };
  });
}

/** Which cross-border flows a share is taken of. */
export type Circle = 'within the parties' | 'touching a party' | 'all pairs';

const circles: readonly Circle[] = ['within the parties', 'touching a party', 'all pairs'];

/** Shares of cross-border trade value whose figure was observed, derived, imputed or not stated; they sum to 1. */
export interface ProvenanceShares {
  readonly circle: Circle;
  readonly trade: 'goods' | 'goods and services';
  /** What the shares speak of: the value of the flow, or the duty that it pays. */
  readonly figure: 'value' | 'duty';
  /** Value of the flows, in the unit of the economy. */
  readonly value: number;
  readonly shares: Readonly<Record<ProvenanceKind, number>>;
}

/** How the trade values and duties came to be, weighted with trade value, for each circle and kind of trade. */
export function provenanceShares(economy: Economy): ProvenanceShares[] {
  const inside = new Set(economy.parties);
  return (['value', 'duty'] as const).flatMap((figure) =>
    (['goods', 'goods and services'] as const).flatMap((trade) =>
      circles.map((circle) => {
        const sums: Record<ProvenanceKind, number> = { observed: 0, derived: 0, imputed: 0, 'not stated': 0 };
        const source = figure === 'value' ? economy.flowSource : economy.dutySource;
        eachFlow(economy, (n, i, j, cell) => {
          if (n === i || (trade === 'goods' && economy.sectors[j]!.kind !== 'goods')) return;
          const counted = Number(inside.has(n)) + Number(inside.has(i));
          if (counted < (circle === 'within the parties' ? 2 : circle === 'touching a party' ? 1 : 0)) return;
          sums[economy.sources[source[cell]!]!.kind] += economy.flow[cell]!;
        });
        const value = Object.values(sums).reduce((sum, part) => sum + part, 0);
        const share = (kind: ProvenanceKind) => (value > 0 ? sums[kind] / value : 0);
        const shares = {
          observed: share('observed'),
          derived: share('derived'),
          imputed: share('imputed'),
          'not stated': share('not stated'),
        };
        return { circle, trade, figure, value, shares };
      }),
    ),
  );
}

/** What one source gives. */
export interface SourceUse {
  readonly id: string;
  readonly kind: ProvenanceKind;
  readonly description: string;
  /** Flows whose value, and whose duty, it gives, domestic sales included. */
  readonly valueCells: number;
  readonly dutyCells: number;
  /** Sum of the flows whose value, and whose duty, it gives. */
  readonly valueOfValues: number;
  readonly valueOfDuties: number;
}

/** Every source with how much rests on it, in the order of the economy. */
export function sourceUses(economy: Economy): SourceUse[] {
  const { sources, flow, flowSource, dutySource } = economy;
  const uses = sources.map((source) => ({
    ...source,
    valueCells: 0,
    dutyCells: 0,
    valueOfValues: 0,
    valueOfDuties: 0,
  }));
  flow.forEach((value, cell) => {
    const ofValue = uses[flowSource[cell]!]!;
    ofValue.valueCells++;
    ofValue.valueOfValues += value;
    const ofDuty = uses[dutySource[cell]!]!;
    ofDuty.dutyCells++;
    ofDuty.valueOfDuties += value;
  });
  return uses;
}

/** One region as a whole; money in the unit of the economy. */
export interface RegionSize {
  readonly code: string;
  readonly name: string;
  readonly valueAdded: number;
  readonly imports: number;
  readonly exports: number;
  /** Duty paid over the value of goods imported, fraction. */
  readonly averageDuty: number;
}

/** Every region's size, trade and average duty on goods, in the order of the economy. */
export function regionSizes(economy: Economy): RegionSize[] {
  const valueAdded = valueAddedOf(economy);
  return economy.regions.map((region, r) => {
    let [imports, exports, goods, paid] = [0, 0, 0, 0];
    eachFlow(economy, (n, i, j, cell) => {
      if (n === i) return;
      const value = economy.flow[cell]!;
      if (i === r) exports += value;
      if (n !== r) return;
      imports += value;
      if (economy.sectors[j]!.kind !== 'goods') return;
      goods += value;
      paid += value * economy.duty[cell]!;
    });
    const averageDuty = goods > 0 ? paid / goods : 0;
    return { ...region, valueAdded: valueAdded[r]!, imports, exports, averageDuty };
  });
}

function eachFlow(
  { regions, sectors }: Economy,
  visit: (importer: number, exporter: number, sector: number, cell: number) => void,
): void {
  let cell = 0;
  for (let n = 0; n < regions.length; n++) {
    for (let i = 0; i < regions.length; i++) {
      for (let j = 0; j < sectors.length; j++) visit(n, i, j, cell++);
    }
  }
}
