import type { Economy, Equilibrium, TradeShock } from '../src/index.ts';

/**
 * How far an equilibrium is from satisfying the equations of the model, computed from its levels alone: the largest
 * residual, prices relative to themselves and money relative to what the region or the sector turns over.
 */
export function largestResidual(
  economy: Economy,
  theta: Float64Array,
  shock: TradeShock,
  { wage, price, unitCost, expenditure, output, flow, income, tariffRevenue, realIncome }: Equilibrium,
): number {
  const N = economy.regions.length;
  const J = economy.sectors.length;
  const { duty, valueAddedShare, inputShare, finalShare, valueAdded, deficit } = economy;
  let worst = 0;
  const hold = (left: number, right: number, scale: number) => {
    const gap = Math.abs(left - right) / scale;
    // NaN compares false with everything: it must count as the worst there is.
    if (!(gap <= worst)) worst = Number.isNaN(gap) ? Infinity : gap;
  };
  // By cell: what the change does to its weight in spending, Λ, and what of that reaches the exporter, Λ f'.
  const weight = new Float64Array(flow.length).fill(1);
  const reaching = duty.map((rate) => 1 / (1 + rate));
  for (const { importer, exporter, sector, bundles } of shock.cells) {
    const at = (importer * N + exporter) * J + sector;
    weight[at] = 0;
    reaching[at] = 0;
    for (const bundle of bundles) {
      const dearer = (bundle.tradeCost * (1 + bundle.duty)) / (1 + duty[at]!);
      const part = bundle.share * dearer ** -theta[sector]!;
      weight[at]! += part;
      reaching[at]! += part / (1 + bundle.duty);
    }
  }
  let world = 0;
  let wages = 0;
  for (let n = 0; n < N; n++) {
    let labour = 0;
    let revenue = 0;
    let baseRevenue = 0;
    let traded = 0;
    let consumer = 0;
    for (let j = 0; j < J; j++) {
      const own = n * J + j;
      let logCost = valueAddedShare[own]! * Math.log(wage[n]!);
      let wanted = finalShare[own]! * income[n]!;
      for (let k = 0; k < J; k++) {
        logCost += inputShare[(n * J + k) * J + j]! * Math.log(price[n * J + k]!);
        wanted += inputShare[(n * J + j) * J + k]! * output[n * J + k]!;
      }
      hold(Math.log(unitCost[own]!), logCost, 1);
      hold(expenditure[own]!, wanted, wanted + 1e-6 * income[n]!);
      let spent = 0;
      for (let i = 0; i < N; i++) {
        const at = (n * N + i) * J + j;
        spent += economy.flow[at]! * (1 + duty[at]!);
        baseRevenue += economy.flow[at]! * duty[at]!;
      }
      let index = 0;
      let sold = 0;
      let received = 0;
      for (let i = 0; i < N; i++) {
        const at = (n * N + i) * J + j;
        const share = spent > 0 ? (economy.flow[at]! * (1 + duty[at]!)) / spent : i === n ? 1 : 0;
        const relative = (unitCost[i * J + j]! / price[own]!) ** -theta[j]! * expenditure[own]!;
        index += share * weight[at]! * unitCost[i * J + j]! ** -theta[j]!;
        hold(flow[at]!, share * reaching[at]! * relative, expenditure[own]! + 1e-6 * income[n]!);
        received += flow[at]!;
        sold += flow[(i * N + n) * J + j]!;
        if (i !== n) traded += flow[at]! - flow[(i * N + n) * J + j]!;
      }
      hold(Math.log(price[own]!), -Math.log(index) / theta[j]!, 1);
      hold(output[own]!, sold, sold + 1e-6 * income[n]!);
      revenue += expenditure[own]! - received;
      labour += valueAddedShare[own]! * output[own]!;
      consumer += finalShare[own]! * Math.log(price[own]!);
    }
    hold(labour, wage[n]! * valueAdded[n]!, wage[n]! * valueAdded[n]!);
    hold(tariffRevenue[n]!, revenue, income[n]!);
    hold(income[n]!, wage[n]! * valueAdded[n]! + revenue + deficit[n]!, income[n]!);
    hold(traded, deficit[n]!, income[n]!);
    const before = valueAdded[n]! + baseRevenue + deficit[n]!;
    hold(realIncome[n]!, income[n]! / before / Math.exp(consumer), realIncome[n]!);
    wages += wage[n]! * valueAdded[n]!;
    world += valueAdded[n]!;
  }
  hold(wages, world, world);
  return worst;
}
