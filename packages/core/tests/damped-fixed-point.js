/**
 * A second, plain solver of the same equations, for checking and timing against: the nested damped iteration of
 * Caliendo and Parro (2015, appendix), written straight from the equations, with every sector in the system and N²J
 * powers in every price sweep. Shares no code with the solver.
 *
 * @typedef {import('../src/index.ts').Economy} Economy
 * @typedef {import('../src/index.ts').TradeShock} TradeShock
 *
 * @param {Economy} economy
 * @param {Float64Array} elasticity
 * @param {TradeShock} shock
 * @param {{ tolerance?: number, damping?: number, maxSteps?: number }} [options]
 */
export function solveByDampedIteration(economy, elasticity, shock, options = {}) {
  const { tolerance = 1e-10, damping = 0.3, maxSteps = 20_000 } = options;
  const N = economy.regions.length;
  const J = economy.sectors.length;
  const { flow, duty, inputShare, valueAddedShare, finalShare, valueAdded, deficit } = economy;
  const at = (/** @type {number} */ n, /** @type {number} */ i, /** @type {number} */ j) =>
    (n * N + i) * J + j;

  const shares = new Float64Array(N * N * J);
  const spending = new Float64Array(N * J);
  for (let n = 0; n < N; n++) {
    for (let j = 0; j < J; j++) {
      let total = 0;
      for (let i = 0; i < N; i++) total += flow[at(n, i, j)] * (1 + duty[at(n, i, j)]);
      spending[n * J + j] = total;
      for (let i = 0; i < N; i++) {
        shares[at(n, i, j)] =
          total > 0 ? (flow[at(n, i, j)] * (1 + duty[at(n, i, j)])) / total : i === n ? 1 : 0;
      }
    }
  }
  const wedge = new Float64Array(N * N * J).fill(1);
  const kept = duty.map((rate) => 1 / (1 + rate));
  for (const { importer, exporter, sector, bundles } of shock.cells) {
    const cell = at(importer, exporter, sector);
    let weight = 0;
    let net = 0;
    for (const { share, duty: rate, tradeCost } of bundles) {
      if (rate === Infinity) continue;
      const part = share * ((tradeCost * (1 + rate)) / (1 + duty[cell])) ** -elasticity[sector];
      weight += part;
      net += part / (1 + rate);
    }
    wedge[cell] = weight;
    kept[cell] = weight > 0 ? net / weight : 1;
  }

  const world = valueAdded.reduce((sum, value) => sum + value, 0);
  const wage = new Float64Array(N).fill(1);
  const price = new Float64Array(N * J).fill(1);
  const cost = new Float64Array(N * J).fill(1);
  const after = new Float64Array(N * N * J);
  const expenditure = spending.slice();
  const sales = new Float64Array(N * J);
  const income = new Float64Array(N);
  for (let step = 1; step <= maxSteps; step++) {
    for (let inner = 0; inner < 5000; inner++) {
      let largest = 0;
      for (let n = 0; n < N; n++) {
        for (let j = 0; j < J; j++) {
          let product = wage[n] ** valueAddedShare[n * J + j];
          for (let k = 0; k < J; k++) product *= price[n * J + k] ** inputShare[(n * J + k) * J + j];
          cost[n * J + j] = product;
        }
      }
      for (let n = 0; n < N; n++) {
        for (let j = 0; j < J; j++) {
          let sum = 0;
          for (let i = 0; i < N; i++) {
            sum += shares[at(n, i, j)] * wedge[at(n, i, j)] * cost[i * J + j] ** -elasticity[j];
          }
          const next = sum ** (-1 / elasticity[j]);
          largest = Math.max(largest, Math.abs(next / price[n * J + j] - 1));
          price[n * J + j] = next;
        }
      }
      if (largest < tolerance / 10) break;
    }
    for (let n = 0; n < N; n++) {
      for (let j = 0; j < J; j++) {
        for (let i = 0; i < N; i++) {
          const ratio = (cost[i * J + j] / price[n * J + j]) ** -elasticity[j];
          after[at(n, i, j)] = shares[at(n, i, j)] * wedge[at(n, i, j)] * ratio;
        }
      }
    }
    for (let inner = 0; inner < 5000; inner++) {
      sales.fill(0);
      for (let n = 0; n < N; n++) {
        income[n] = wage[n] * valueAdded[n] + deficit[n];
        for (let i = 0; i < N; i++) {
          for (let j = 0; j < J; j++) {
            const spent = after[at(n, i, j)] * expenditure[n * J + j];
            sales[i * J + j] += spent * kept[at(n, i, j)];
            income[n] += spent * (1 - kept[at(n, i, j)]);
          }
        }
      }
      let largest = 0;
      for (let n = 0; n < N; n++) {
        for (let j = 0; j < J; j++) {
          let next = finalShare[n * J + j] * income[n];
          for (let k = 0; k < J; k++) next += inputShare[(n * J + j) * J + k] * sales[n * J + k];
          const scale = Math.max(spending[n * J + j], 1e-9 * valueAdded[n]);
          largest = Math.max(largest, Math.abs(next - expenditure[n * J + j]) / scale);
          expenditure[n * J + j] = next;
        }
      }
      if (largest < tolerance / 10) break;
    }
    let worst = 0;
    const paid = new Float64Array(N);
    for (let n = 0; n < N; n++) {
      for (let j = 0; j < J; j++) paid[n] += valueAddedShare[n * J + j] * sales[n * J + j];
      const gap = paid[n] / valueAdded[n] / wage[n] - 1;
      worst = Math.max(worst, Math.abs(gap));
      wage[n] *= 1 + damping * gap;
    }
    let bill = 0;
    for (let n = 0; n < N; n++) bill += wage[n] * valueAdded[n];
    for (let n = 0; n < N; n++) wage[n] *= world / bill;
    if (worst < tolerance) {
      const flows = new Float64Array(N * N * J);
      for (let n = 0; n < N; n++) {
        for (let i = 0; i < N; i++) {
          for (let j = 0; j < J; j++) {
            flows[at(n, i, j)] = after[at(n, i, j)] * expenditure[n * J + j] * kept[at(n, i, j)];
          }
        }
      }
      return { wage, price, flow: flows, income, steps: step };
    }
  }
  throw new Error(`the damped iteration did not converge in ${maxSteps} steps`);
}
