import type { Region } from '@usmca-sim/core';
import type { TariffWar } from '@usmca-sim/core/tariff-war';
import { inSentence } from '../names.ts';
import { formatNumber } from '../number-style.ts';

/** A tariff war and the case whose law it takes the place of. */
export interface FoughtCase {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** Regions of the economy: names of the parties. */
  readonly regions: readonly Region[];
  readonly war: TariffWar;
}

/** What one importer levies on one partner. */
export interface PairOfWar {
  /** Region codes, and their places among the parties. */
  readonly importer: string;
  readonly exporter: string;
  readonly n: number;
  readonly i: number;
  readonly label: string;
  readonly tariffs: TariffWar['tariffs'];
}

export function pairsOf(one: FoughtCase): PairOfWar[] {
  const { parties, tariffs } = one.war;
  return parties.flatMap((importer, n) =>
    parties.flatMap((exporter, i) => {
      const own = tariffs.filter((tariff) => tariff.importer === importer && tariff.exporter === exporter);
      return own.length === 0
        ? []
        : [{ importer, exporter, n, i, label: `${importer} on ${exporter}`, tariffs: own }];
    }),
  );
}

/** Weighted with base-year trade. */
export function meanOf(tariffs: TariffWar['tariffs'], figure: 'rate' | 'alone' | 'lawful'): number {
  const trade = tariffs.reduce((sum, tariff) => sum + tariff.trade, 0);
  return tariffs.reduce((sum, tariff) => sum + (tariff[figure] * tariff.trade) / trade, 0);
}

export function tradeOf({ tariffs }: PairOfWar): number {
  return tariffs.reduce((sum, { trade }) => sum + trade, 0);
}

export function nameOf({ regions }: FoughtCase, code: string): string {
  return regions.find((region) => region.code === code)?.name ?? code;
}

export function sentenceNames({ regions, war }: FoughtCase): string[] {
  return war.parties.map((code) => {
    const region = regions.find((known) => known.code === code);
    return region ? inSentence(region) : code;
  });
}

export function percentOf(rate: number, decimals: number): string {
  return `${formatNumber(100 * rate, decimals)}%`;
}
