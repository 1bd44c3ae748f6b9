import type { ClaimResponse, Economy, Law, TariffMeasure } from '@usmca-sim/core';
import { hashOf, ownFile, ownFileIfAny } from '../files.ts';

/** Stands until a fit is in `law/claims.json`. */
const assumedClaims: ClaimResponse = { scale: 0.04, speed: 0.5, memory: 24, since: '2025-01-01' };

let record: Law | undefined;

/**
 * The law on record, 1 January 2024 to 6 October 2026, for an economy that has the regions and sectors that it speaks
 * of, in million US$. For any other economy only the law of its own base year is known, and adds nothing.
 */
export function lawOf(economy: Economy): Law {
  record ??= readRecord();
  return covers(record, economy) ? record : ownLaw(economy);
}

function readRecord(): Law {
  const text = ownFile('law/law.json');
  const fitted = ownFileIfAny('law/claims.json');
  const files = new Map([
    ['law.json', text],
    ...(fitted === undefined ? [] : [['claims.json', fitted] as const]),
  ]);
  const { measures, goods, usContent, situations, covered } = JSON.parse(text) as Law;
  return {
    measures: measures.map(withBans),
    goods,
    claims: fitted === undefined ? assumedClaims : claimsIn(fitted),
    usContent,
    situations,
    covered,
    hash: hashOf(files),
  };
}

/** JSON has no infinity: a ban is written as a word. */
function withBans(measure: TariffMeasure): TariffMeasure {
  const isBan = ({ rate }: { rate: unknown }) => rate === 'ban';
  if (!measure.charges.some(isBan)) return measure;
  const charges = measure.charges.map((charge) => (isBan(charge) ? { ...charge, rate: Infinity } : charge));
  return { ...measure, charges };
}

function claimsIn(text: string): ClaimResponse {
  const { scale, speed, memory, since } = JSON.parse(text) as ClaimResponse;
  return { scale, speed, memory, since };
}

/** The law of an economy that the record does not speak of: what is in its own duties. */
function ownLaw({ year, hash }: Economy): Law {
  const title = `Law of ${year}, as in the data`;
  return {
    measures: [],
    goods: { lists: [], groups: [], coverage: [] },
    claims: assumedClaims,
    usContent: {},
    situations: [{ id: 'base-year', title, date: `${year}-12-31` }],
    covered: { first: `${year}-01-01`, last: `${year}-12-31` },
    hash,
  };
}

function covers({ measures, goods }: Law, { regions, sectors, unit }: Economy): boolean {
  const regionCodes = new Set(regions.map(({ code }) => code));
  const sectorCodes = new Set(sectors.map(({ code }) => code));
  return (
    unit === 'million US$' &&
    measures.every(({ importer, exporters }) =>
      [importer, ...exporters].every((code) => regionCodes.has(code)),
    ) &&
    [...goods.groups, ...goods.coverage].every(({ sector }) => sectorCodes.has(sector))
  );
}
