import type { Economy } from '@usmca-sim/core';

/** What is asked of the law: by default, trade among the parties. Codes of the economy. */
export interface LawSelection {
  readonly importer?: string;
  readonly exporter?: string;
  readonly sector?: string;
  /** Third countries as well. */
  readonly all?: boolean;
}

/** An importer and an exporter, as codes. */
export interface NamedPair {
  readonly importer: string;
  readonly exporter: string;
}

/**
 * The pairs that a selection speaks of: those among the parties, with `all` those with a party at one end, or those
 * of the importer or exporter named. Third countries that are named are there without `all`.
 */
export function pairsOf(economy: Economy, { importer, exporter, all = false }: LawSelection): NamedPair[] {
  const codes = economy.regions.map(({ code }) => code);
  const parties = economy.parties.map((at) => codes[at]!);
  const anyone = all ? codes : parties;
  const named = importer !== undefined && exporter !== undefined;
  const importers = importer === undefined ? anyone : [importer];
  const exporters = exporter === undefined ? anyone : [exporter];
  return importers.flatMap((into) =>
    exporters.flatMap((from) =>
      into !== from && (named || parties.includes(into) || parties.includes(from))
        ? [{ importer: into, exporter: from }]
        : [],
    ),
  );
}

/** `United States from Canada`. */
export function pairName(economy: Economy, { importer, exporter }: NamedPair): string {
  return `${nameOf(economy, importer)} from ${nameOf(economy, exporter)}`;
}

/** The name of a region as it stands alone. */
export function nameOf(economy: Economy, code: string): string {
  return economy.regions.find((region) => region.code === code)?.name ?? code;
}
