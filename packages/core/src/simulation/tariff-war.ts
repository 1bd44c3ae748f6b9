import type { Stance } from '../negotiation/stance.ts';
import type { SectorGroup } from '../tariff-war/sector-groups.ts';

export interface TariffWarOptions {
  /** What bears one duty; default `eightGroups`. */
  readonly groups?: readonly SectorGroup[];
  /** Of the parties in the economy's order: governments weigh sectors as these have it. Default: real income alone. */
  readonly stances?: readonly Stance[];
}

/** A duty of the war. */
export interface WarTariff {
  /** Region codes. */
  readonly importer: string;
  readonly exporter: string;
  /** Id of the group of goods. */
  readonly group: string;
  /** A fraction. */
  readonly rate: number;
  /** What the law of the case takes of the same goods, a fraction, weighted with base-year trade. */
  readonly lawful: number;
}

/** A tariff war that has settled: each party's duties are the best answer to those of the others. */
export interface TariffWar {
  /** Region codes, in the economy's order of parties; figures by party follow it. */
  readonly parties: readonly string[];
  readonly groups: readonly SectorGroup[];
  readonly objective: 'real-income' | 'stance';
  readonly tariffs: readonly WarTariff[];
  /** Real income in percent, long run, against the law of the case, by party. */
  readonly realIncome: readonly number[];
  /** The same against no duty at all among the parties. */
  readonly againstFreeTrade: readonly number[];
}
