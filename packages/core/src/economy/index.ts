/** What the world looks like before anything changes: regions, sectors, flows, duties, and where each cell comes from. */
export {
  type AccountBreak,
  accountingTolerance,
  checkAccounts,
  type StatedTotals,
} from './check-accounts.ts';
export { type CsvLayout, type CsvTable, readCsvTable } from './csv-table.ts';
export {
  type Circle,
  type PairTrade,
  type ProvenanceShares,
  provenanceShares,
  type RegionSize,
  regionSizes,
  type SectorSize,
  type SourceUse,
  sectorSizes,
  sourceUses,
  tradeBetweenParties,
} from './describe-economy.ts';
export type { Economy, ProvenanceKind, Region, Sector, Source } from './economy.ts';
export { type FlowCell, type FlowScope, flowsIn, tradeValue } from './flow-scope.ts';
export { economyFiles, type LoadOptions, loadEconomy } from './load-economy.ts';
