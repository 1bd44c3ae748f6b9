import type { Economy } from '../economy/economy.ts';

/**
 * Of the value added that each region's final expenditure pays for, the share that was added in a group of regions:
 * flows and inputs are followed back through every stage of production. Duties paid on the way are nobody's value
 * added and stand in neither part of the share.
 *
 *     v_ij = γ_ij [i in group] + Σ_k γ_i,kj q_ik        content of a dollar of i's output of j
 *     q_nk = Σ_i v_ik M_nik / X_nk                      content of a dollar that n spends on k, duties included
 *
 * @param flow M, value before duty, `[(n·N + i)·J + j]`.
 * @param expenditure X, duties included, `[n·J + j]`.
 * @param group indices of the regions.
 * @returns shares in [0, 1], `[n]`.
 */
export function valueAddedContent(
  economy: Economy,
  { flow, expenditure }: { readonly flow: Float64Array; readonly expenditure: Float64Array },
  group: readonly number[],
): Float64Array {
  const everyone = economy.regions.map((_, n) => n);
  const ofGroup = contentOfSpending(economy, flow, expenditure, group);
  const ofAll = contentOfSpending(economy, flow, expenditure, everyone);
  const J = economy.sectors.length;
  return Float64Array.from(everyone, (n) => {
    let part = 0;
    let whole = 0;
    for (let at = n * J; at < (n + 1) * J; at++) {
      part += economy.finalShare[at]! * ofGroup[at]!;
      whole += economy.finalShare[at]! * ofAll[at]!;
    }
    return part / whole;
  });
}

const mostStages = 20_000;

/** q of the equations above, `[n·J + k]`. */
function contentOfSpending(
  economy: Economy,
  flow: Float64Array,
  expenditure: Float64Array,
  group: readonly number[],
): Float64Array {
  const N = economy.regions.length;
  const J = economy.sectors.length;
  const { inputShare, valueAddedShare } = economy;
  const inGroup = economy.regions.map((_, n) => (group.includes(n) ? 1 : 0));
  const ofOutput = new Float64Array(N * J);
  const ofSpending = new Float64Array(N * J);
  // Each pass adds one more stage of production: as many as it takes, some forty where a third of output is value added.
  for (let stage = 0; stage < mostStages; stage++) {
    let largest = 0;
    for (let i = 0; i < N; i++) {
      for (let j = 0; j < J; j++) {
        let content = valueAddedShare[i * J + j]! * inGroup[i]!;
        for (let k = 0; k < J; k++) content += inputShare[(i * J + k) * J + j]! * ofSpending[i * J + k]!;
        largest = Math.max(largest, Math.abs(content - ofOutput[i * J + j]!));
        ofOutput[i * J + j] = content;
      }
    }
    for (let n = 0; n < N; n++) {
      for (let j = 0; j < J; j++) {
        let content = 0;
        for (let i = 0; i < N; i++) content += flow[(n * N + i) * J + j]! * ofOutput[i * J + j]!;
        ofSpending[n * J + j] = expenditure[n * J + j]! > 0 ? content / expenditure[n * J + j]! : 0;
      }
    }
    if (largest < 1e-10) return ofSpending;
  }
  throw new RangeError(
    `inputs of ${economy.id} cannot be followed back: too little value added in its sectors`,
  );
}
