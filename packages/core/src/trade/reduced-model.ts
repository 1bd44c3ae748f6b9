import type { Economy } from '../economy/economy.ts';
import { invert } from './dense-matrix.ts';

/**
 * The economy as the solver sees it: traded sectors only.
 *
 * A sector that no region trades and no duty touches has a price that follows from costs at home and a sale for
 * every purchase, so it drops out through the Leontief inverse L = (I − Γ_SS)^(−1) of its region. T traded sectors
 * remain. Sector-shaped arrays here are `[n·T + j]`; share arrays are `[(j·N + n)·N + i]`, importer n, exporter i,
 * so that the inner loops of a sweep run along memory.
 */
export interface ReducedModel {
  readonly economy: Economy;
  readonly elasticity: Float64Array;
  readonly N: number;
  readonly T: number;
  /** Economy-wide indices of the traded and the other sectors. */
  readonly traded: readonly number[];
  readonly sheltered: readonly number[];
  /** −θ_j and −1/θ_j of traded sectors, `[j]`. */
  readonly negativeElasticity: Float64Array;
  readonly negativeInverse: Float64Array;
  /** π: base expenditure shares. */
  readonly share: Float64Array;
  /** π/(1+τ): what exporters receive of each dollar spent. */
  readonly keptShare: Float64Array;
  /** B = Γ_TT + Γ_TS L Γ_ST, `[(n·T + j)·T + k]`: expenditure on j per dollar of k sold. */
  readonly requirement: Float64Array;
  /** B transposed, `[(n·T + j)·T + k]`: weight of input k's price in the cost of j. */
  readonly costWeight: Float64Array;
  /** a = α_T + Γ_TS L α_S: expenditure on j per dollar of final expenditure. */
  readonly finalWeight: Float64Array;
  /** b = γ_T + γ_S L Γ_ST: value added embodied in a dollar of j, and the wage's weight in its cost. */
  readonly wageWeight: Float64Array;
  /** λ = γ_S L α_S, `[n]`: value added that final expenditure employs in sheltered sectors. */
  readonly shelteredLabour: Float64Array;
  /** L of each region, `[(n·S + s)·S + r]`. */
  readonly leontief: Float64Array;
  /** X: base expenditure on traded sectors, tariffs included. */
  readonly expenditure: Float64Array;
  /** I: base final expenditure, `[n]`. */
  readonly income: Float64Array;
  /** Σ_n (wL)_n: value added of the world, which the numeraire holds. */
  readonly worldValueAdded: number;
}

export function reduceEconomy(economy: Economy, elasticity: Float64Array): ReducedModel {
  const N = economy.regions.length;
  const J = economy.sectors.length;
  const { traded, sheltered } = splitSectors(economy, N, J);
  const T = traded.length;
  const S = sheltered.length;
  const { inputShare, valueAddedShare, finalShare, flow, duty } = economy;

  const share = new Float64Array(T * N * N);
  const keptShare = new Float64Array(T * N * N);
  const expenditure = new Float64Array(N * T);
  const income = new Float64Array(N);
  for (let n = 0; n < N; n++) {
    income[n] = economy.valueAdded[n]! + economy.deficit[n]!;
    for (let t = 0; t < T; t++) {
      let total = 0;
      for (let i = 0; i < N; i++) {
        const cell = (n * N + i) * J + traded[t]!;
        total += flow[cell]! * (1 + duty[cell]!);
        income[n]! += flow[cell]! * duty[cell]!;
      }
      expenditure[n * T + t] = total;
      for (let i = 0; i < N; i++) {
        const cell = (n * N + i) * J + traded[t]!;
        // A good that nobody buys is given to the home producer, so that its price stays defined.
        const part = total > 0 ? (flow[cell]! * (1 + duty[cell]!)) / total : i === n ? 1 : 0;
        share[(t * N + n) * N + i] = part;
        keptShare[(t * N + n) * N + i] = part / (1 + duty[cell]!);
      }
    }
  }

  const requirement = new Float64Array(N * T * T);
  const costWeight = new Float64Array(N * T * T);
  const finalWeight = new Float64Array(N * T);
  const wageWeight = new Float64Array(N * T);
  const shelteredLabour = new Float64Array(N);
  const leontief = new Float64Array(N * S * S);
  for (let n = 0; n < N; n++) {
    const gamma = (input: number, user: number) => inputShare[(n * J + input) * J + user]!;
    const added = (sector: number) => valueAddedShare[n * J + sector]!;
    const final = (sector: number) => finalShare[n * J + sector]!;
    const system = new Float64Array(S * S);
    for (let r = 0; r < S; r++) {
      for (let s = 0; s < S; s++) system[r * S + s] = (r === s ? 1 : 0) - gamma(sheltered[r]!, sheltered[s]!);
    }
    const L = invert(system, S);
    leontief.set(L, n * S * S);
    // Γ_TS L and γ_S L: what a dollar of each sheltered sector needs of the traded ones and of labour, in all.
    const labourBehind = new Float64Array(S);
    for (let s = 0; s < S; s++) {
      for (let r = 0; r < S; r++) labourBehind[s]! += added(sheltered[r]!) * L[r * S + s]!;
      shelteredLabour[n]! += labourBehind[s]! * final(sheltered[s]!);
    }
    for (let j = 0; j < T; j++) {
      const needed = new Float64Array(S);
      for (let s = 0; s < S; s++) {
        for (let r = 0; r < S; r++) needed[s]! += gamma(traded[j]!, sheltered[r]!) * L[r * S + s]!;
      }
      let toFinal = final(traded[j]!);
      for (let s = 0; s < S; s++) toFinal += needed[s]! * final(sheltered[s]!);
      finalWeight[n * T + j] = toFinal;
      let toWage = added(traded[j]!);
      for (let s = 0; s < S; s++) toWage += labourBehind[s]! * gamma(sheltered[s]!, traded[j]!);
      wageWeight[n * T + j] = toWage;
      for (let k = 0; k < T; k++) {
        let toUser = gamma(traded[j]!, traded[k]!);
        for (let s = 0; s < S; s++) toUser += needed[s]! * gamma(sheltered[s]!, traded[k]!);
        requirement[(n * T + j) * T + k] = toUser;
        costWeight[(n * T + k) * T + j] = toUser;
      }
    }
  }

  return {
    economy,
    elasticity,
    N,
    T,
    traded,
    sheltered,
    negativeElasticity: Float64Array.from(traded, (j) => -elasticity[j]!),
    negativeInverse: Float64Array.from(traded, (j) => -1 / elasticity[j]!),
    share,
    keptShare,
    requirement,
    costWeight,
    finalWeight,
    wageWeight,
    shelteredLabour,
    leontief,
    expenditure,
    income,
    worldValueAdded: economy.valueAdded.reduce((sum, value) => sum + value, 0),
  };
}

function splitSectors(economy: Economy, N: number, J: number): { traded: number[]; sheltered: number[] } {
  const traded: number[] = [];
  const sheltered: number[] = [];
  for (let j = 0; j < J; j++) {
    let crosses = false;
    for (let n = 0; n < N && !crosses; n++) {
      for (let i = 0; i < N && !crosses; i++) {
        const cell = (n * N + i) * J + j;
        crosses = i === n ? economy.duty[cell]! !== 0 : economy.flow[cell]! > 0;
      }
    }
    (crosses ? traded : sheltered).push(j);
  }
  return { traded, sheltered };
}
