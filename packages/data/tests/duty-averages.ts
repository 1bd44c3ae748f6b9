import { type FlowDuty, flowDuties, type Law, rulingOfRecord, timelineOf } from '@usmca-sim/core';
import { economy2024 } from '../src/index.ts';

const economy = economy2024();
const goods = economy.sectors.filter(({ kind }) => kind === 'goods').map(({ code }) => code);

/** The duties of a law on any day, with averages over them. */
export function dutiesUnder(law: Law) {
  const timeline = timelineOf(rulingOfRecord(economy, law));
  const days = new Map<string, FlowDuty[]>();
  const on = (date: string) => {
    const known = days.get(date) ?? flowDuties(timeline, date);
    days.set(date, known);
    return known;
  };
  const flow = (date: string, importer: string, exporter: string, sector: string) =>
    on(date).find(
      (duty) => duty.importer === importer && duty.exporter === exporter && duty.sector === sector,
    );
  /** What measures add to the ordinary duty of a flow, percent. */
  const added = (date: string, importer: string, exporter: string, sector: string) =>
    100 * sum(flow(date, importer, exporter, sector)?.measures.map(({ contribution }) => contribution) ?? []);
  /** The same over all goods, weighted with the flows of 2024. */
  const average = (date: string, importer: string, exporter: string) => {
    const values = goods.map((sector) => flowValue(importer, exporter, sector));
    const paid = goods.map((sector, k) => values[k]! * added(date, importer, exporter, sector));
    return sum(paid) / sum(values);
  };
  return { flow, added, average };
}

/** Million US$ of 2024. */
export function flowValue(importer: string, exporter: string, sector: string): number {
  const n = economy.regions.findIndex(({ code }) => code === importer);
  const i = economy.regions.findIndex(({ code }) => code === exporter);
  const j = economy.sectors.findIndex(({ code }) => code === sector);
  return economy.flow[(n * economy.regions.length + i) * economy.sectors.length + j]!;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
