import type { Economy } from '../economy/economy.ts';

/**
 * The share of each region's final expenditure, duties aside, that ends up as value added in a group of regions:
 * flows and inputs are followed back through every stage of production.
 *
 *     v_ij = γ_ij [i in group] + Σ_k γ_i,kj q_ik        content of a dollar of i's output of j
 *     q_nk = Σ_i v_ik M_nik / Σ_i M_nik                 content of a dollar that n spends on k, before duty
 *
 * @param flow M, value before duty, `[(n·N + i)·J + j]`.
 * @param group indices of the regions.
 * @returns shares in [0, 1], `[n]`.
 */
export function valueAddedContent(
  economy: Economy,
  flow: Float64Array,
  group: readonly number[],
): Float64Array {
  const N = economy.regions.length;
  const J = economy.sectors.length;
  const { inputShare, valueAddedShare, finalShare } = economy;
  const inGroup = economy.regions.map((_, n) => (group.includes(n) ? 1 : 0));
  const bought = new Float64Array(N * J);
  for (let n = 0; n < N; n++) {
    for (let i = 0; i < N; i++) for (let j = 0; j < J; j++) bought[n * J + j]! += flow[(n * N + i) * J + j]!;
  }
  const ofOutput = new Float64Array(N * J);
  const ofSpending = new Float64Array(N * J);
  // Each pass adds one more stage of production; value added is a good third of output, so forty leave 1e-7.
  for (let stage = 0; stage < 60; stage++) {
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
        ofSpending[n * J + j] = bought[n * J + j]! > 0 ? content / bought[n * J + j]! : 0;
      }
    }
    if (largest < 1e-10) break;
  }
  return Float64Array.from({ length: N }, (_, n) => {
    let content = 0;
    for (let j = 0; j < J; j++) content += finalShare[n * J + j]! * ofSpending[n * J + j]!;
    return content;
  });
}
