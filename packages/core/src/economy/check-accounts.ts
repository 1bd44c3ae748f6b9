import type { Economy } from './economy.ts';
import { importsOf, outputOf, spendingOf, tariffRevenueOf, valueAddedOf } from './totals.ts';

/** Largest gap in an accounting identity, relative to its larger side. */
export const accountingTolerance = 1e-6;

/** Totals that the tables state besides what the model needs; each is checked where it is given. */
export interface StatedTotals {
  /** Sector-shaped, `[n·J + j]`. */
  readonly grossOutput?: Float64Array;
  readonly expenditure?: Float64Array;
  readonly valueAdded?: Float64Array;
  /** Region-shaped, `[n]`. */
  readonly gdp?: Float64Array;
  readonly tariffRevenue?: Float64Array;
  readonly finalExpenditure?: Float64Array;
}

type EconomyTable =
  | 'regions.csv'
  | 'trade_flows.csv'
  | 'region_sector.csv'
  | 'input_shares.csv'
  | 'elasticities.csv';

/** A figure that cannot be, or two figures that should agree and do not. */
export interface AccountBreak {
  readonly code: string;
  readonly message: string;
  readonly advice?: string;
  readonly table: EconomyTable;
  /** Flat, row-major index of the cell in its table. */
  readonly cell: number;
  readonly column: string;
}

/**
 * Checks that an economy is one: no negative flows, shares that add up, markets that clear, income that is spent.
 *
 * With N regions, J sectors, gross output Y_ij = Σ_n flow_nij, expenditure X_nj = Σ_i flow_nij (1 + duty_nij) and
 * final expenditure I_n = value added + tariff revenue + deficit:
 *
 *     value-added share + Σ_k input share_k = 1                of every sector with output
 *     Σ_j final share_j = 1,  Σ_n deficit_n = 0
 *     deficit_n = imports_n − exports_n                        of a balanced economy
 *     X_nj = Σ_k input share_n,jk Y_nk + final share_nj I_n    of a balanced economy
 *     stated totals = these                                    of a balanced economy
 *
 * @returns what breaks (`breaks`) and what is odd but can be worked with (`notes`).
 */
export function checkAccounts(
  economy: Economy,
  stated: StatedTotals = {},
): { breaks: AccountBreak[]; notes: AccountBreak[] } {
  const breaks: AccountBreak[] = [];
  const notes: AccountBreak[] = [];
  checkFlows(economy, breaks);
  checkShares(economy, breaks, notes);
  checkElasticities(economy, breaks);
  checkDeficits(economy, breaks);
  // Gaps in sums of figures that cannot be would only echo them.
  if (breaks.length === 0 && economy.accounts === 'balanced') checkBalance(economy, stated, breaks);
  return { breaks, notes };
}

function checkFlows(economy: Economy, breaks: AccountBreak[]): void {
  const { flow, duty, regions, sectors } = economy;
  const J = sectors.length;
  const table = 'trade_flows.csv';
  for (let cell = 0; cell < flow.length; cell++) {
    if (flow[cell]! < 0) {
      breaks.push({
        code: 'negative-flow',
        message: 'a flow cannot be negative',
        table,
        cell,
        column: 'value',
      });
    }
    const rate = duty[cell]!;
    const pair = Math.floor(cell / J);
    const home = Math.floor(pair / regions.length) === pair % regions.length;
    if (rate < 0 || rate > 20 || (home && rate !== 0)) {
      const message =
        rate < 0
          ? 'a duty cannot be negative'
          : home
            ? 'domestic sales pay no duty'
            : `a duty of ${rate * 100}%`;
      const advice = rate > 20 ? { advice: 'duties are fractions: 0.25 for 25%' } : {};
      breaks.push({ code: 'impossible-duty', message, ...advice, table, cell, column: 'duty' });
    }
  }
  spendingOf(economy).forEach((spent, cell) => {
    if (spent > 0 || Number.isNaN(spent)) return;
    const message = `${where(economy, cell)} buys nothing, not even from itself`;
    const advice = 'give a small flow: the model works with shares of what is bought';
    breaks.push({
      code: 'nothing-bought',
      message,
      advice,
      table: 'region_sector.csv',
      cell,
      column: 'sector',
    });
  });
}

function checkShares(economy: Economy, breaks: AccountBreak[], notes: AccountBreak[]): void {
  const { regions, sectors, valueAddedShare, inputShare, finalShare } = economy;
  const J = sectors.length;
  const output = outputOf(economy);
  const table = 'region_sector.csv';
  for (let n = 0; n < regions.length; n++) {
    let final = 0;
    for (let j = 0; j < J; j++) {
      const cell = n * J + j;
      final += finalShare[cell]!;
      let inputs = 0;
      for (let k = 0; k < J; k++) {
        const at = (n * J + k) * J + j;
        inputs += inputShare[at]!;
        if (inputShare[at]! < 0) notes.push(negativeInput(economy, at));
      }
      for (const [column, share] of [
        ['value_added_share', valueAddedShare[cell]!],
        ['final_demand_share', finalShare[cell]!],
      ] as const) {
        if (share >= 0 && share <= 1 + accountingTolerance) continue;
        const message = `${where(economy, cell)}: a share of ${share} is not between 0 and 1`;
        breaks.push({ code: 'impossible-share', message, table, cell, column });
      }
      const sum = inputs + valueAddedShare[cell]!;
      const unused = output[cell] === 0 && sum === 0;
      if (unused || Math.abs(sum - 1) <= accountingTolerance) continue;
      const message = `${where(economy, cell)}: input shares (${show(inputs)}) and the value-added share (${show(
        valueAddedShare[cell]!,
      )}) add up to ${show(sum)}, not 1`;
      breaks.push({ code: 'shares-do-not-add-up', message, table, cell, column: 'value_added_share' });
    }
    if (Math.abs(final - 1) <= accountingTolerance) continue;
    const message = `final demand shares of ${regions[n]!.code} add up to ${show(final)}, not 1`;
    breaks.push({
      code: 'shares-do-not-add-up',
      message,
      table,
      cell: n * J,
      column: 'final_demand_share',
    });
  }
  economy.valueAdded.forEach((value, n) => {
    if (value > 0) return;
    const message = `${regions[n]!.code} has no value added`;
    breaks.push({ code: 'no-value-added', message, table, cell: n * J, column: 'value_added_share' });
  });
}

function negativeInput(economy: Economy, at: number): AccountBreak {
  const J = economy.sectors.length;
  const user = at % J;
  const input = Math.floor(at / J) % J;
  const region = Math.floor(at / J / J);
  const message = `the share of input ${economy.sectors[input]!.code} in ${where(economy, region * J + user)} is negative: ${show(economy.inputShare[at]!)}`;
  return { code: 'negative-input-share', message, table: 'input_shares.csv', cell: at, column: 'share' };
}

function checkElasticities(economy: Economy, breaks: AccountBreak[]): void {
  for (const [column, values] of economy.elasticities) {
    values.forEach((theta, cell) => {
      if (theta > 0 && theta <= 100) return;
      const message = `a trade elasticity of ${theta} is not between 0 and 100`;
      breaks.push({ code: 'impossible-elasticity', message, table: 'elasticities.csv', cell, column });
    });
  }
}

function checkDeficits(economy: Economy, breaks: AccountBreak[]): void {
  const { deficit } = economy;
  const sum = deficit.reduce((total, value) => total + value, 0);
  const size = deficit.reduce((total, value) => total + Math.abs(value), 0);
  if (Math.abs(sum) <= accountingTolerance * size) return;
  const message = `the deficits of all regions add up to ${show(sum)}, not 0`;
  breaks.push({ code: 'deficits-do-not-add-up', message, table: 'regions.csv', cell: 0, column: 'deficit' });
}

function checkBalance(economy: Economy, stated: StatedTotals, breaks: AccountBreak[]): void {
  const { regions, sectors, deficit, valueAddedShare } = economy;
  const N = regions.length;
  const J = sectors.length;
  const output = outputOf(economy);
  const spending = spendingOf(economy);
  const use = usesOf(economy, output);
  const revenue = tariffRevenueOf(economy);
  const region = (
    column: string,
    given: Float64Array | undefined,
    of: string,
    value: (n: number) => number,
    scale: (n: number) => number,
  ) => {
    for (let n = 0; given !== undefined && n < N; n++) {
      if (!apart(given[n]!, value(n), scale(n))) continue;
      const message = `${regions[n]!.code}: ${column} ${gap(given[n]!, value(n))} that follows from ${of}`;
      breaks.push({ code: 'totals-disagree', message, table: 'regions.csv', cell: n, column });
    }
  };
  const sector = (
    column: string,
    given: Float64Array | undefined,
    of: string,
    value: (cell: number) => number,
  ) => {
    for (let cell = 0; given !== undefined && cell < N * J; cell++) {
      const n = Math.floor(cell / J);
      if (!apart(given[cell]!, value(cell), economy.valueAdded[n]! * 1e-6)) continue;
      const message = `${where(economy, cell)}: ${column} ${gap(given[cell]!, value(cell))} that follows from ${of}`;
      breaks.push({ code: 'totals-disagree', message, table: 'region_sector.csv', cell, column });
    }
  };
  const trade = importsOf(economy);
  const valueAdded = valueAddedOf(economy);
  const size = (n: number) => economy.valueAdded[n]!;
  const flows = 'trade_flows.csv';
  region('deficit', deficit, flows, (n) => trade.imports[n]! - trade.exports[n]!, size);
  region('gdp', stated.gdp, 'value added', (n) => valueAdded[n]!, size);
  region(
    'tariff_revenue',
    stated.tariffRevenue,
    flows,
    (n) => revenue[n]!,
    (n) => size(n) * 1e-3,
  );
  const income = (n: number) => valueAdded[n]! + revenue[n]! + deficit[n]!;
  region(
    'final_expenditure',
    stated.finalExpenditure,
    'value added, tariff revenue and deficit',
    income,
    size,
  );
  sector('gross_output', stated.grossOutput, flows, (cell) => output[cell]!);
  sector('expenditure', stated.expenditure, flows, (cell) => spending[cell]!);
  const product = (cell: number) => valueAddedShare[cell]! * output[cell]!;
  sector('value_added', stated.valueAdded, 'its share in sales', product);
  for (let cell = 0; cell < N * J; cell++) {
    if (!apart(spending[cell]!, use[cell]!, economy.valueAdded[Math.floor(cell / J)]! * 1e-6)) continue;
    const message = `${where(economy, cell)}: what is bought, duties included, ${gap(spending[cell]!, use[cell]!)} used as inputs and for final demand`;
    const advice = 'data that do not balance can be balanced by the model: accounts: to-be-balanced';
    const code = 'market-does-not-clear';
    breaks.push({ code, message, advice, table: 'region_sector.csv', cell, column: 'sector' });
  }
}

/** What inputs and final demand take of each sector: Σ_k input share_n,jk Y_nk + final share_nj I_n, `[n·J + j]`. */
function usesOf(economy: Economy, output: Float64Array): Float64Array {
  const { regions, sectors, inputShare, finalShare, deficit } = economy;
  const J = sectors.length;
  const revenue = tariffRevenueOf(economy);
  const valueAdded = valueAddedOf(economy);
  const use = new Float64Array(regions.length * J);
  for (let n = 0; n < regions.length; n++) {
    const income = valueAdded[n]! + revenue[n]! + deficit[n]!;
    for (let j = 0; j < J; j++) {
      let used = finalShare[n * J + j]! * income;
      for (let k = 0; k < J; k++) used += inputShare[(n * J + j) * J + k]! * output[n * J + k]!;
      use[n * J + j] = used;
    }
  }
  return use;
}

/** Whether two figures differ by more than the tolerance, relative to the larger or to the least size that matters. */
function apart(a: number, b: number, size: number): boolean {
  return Math.abs(a - b) > accountingTolerance * Math.max(Math.abs(a), Math.abs(b), size);
}

function gap(given: number, expected: number): string {
  return `is ${show(given)}, ${show(Math.abs(given - expected))} ${given < expected ? 'less' : 'more'} than the ${show(expected)}`;
}

function where(economy: Economy, cell: number): string {
  const J = economy.sectors.length;
  return `region ${economy.regions[Math.floor(cell / J)]!.code}, sector ${economy.sectors[cell % J]!.code}`;
}

function show(value: number): string {
  return String(Number(value.toPrecision(7)));
}
