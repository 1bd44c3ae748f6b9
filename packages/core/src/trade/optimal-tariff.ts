import { EquilibriumError } from './equilibrium-error.ts';

/**
 * Two countries alike in size and productivity that trade one good (Armington or Eaton and Kortum, perfect competition):
 * the smallest world in which a tariff has an optimum, and a measure for larger models.
 */
export interface TwoCountryWorld {
  /** ε = θ, the trade elasticity; positive. */
  readonly elasticity: number;
  /** τ: how much has to be sent for one to arrive; at least 1. */
  readonly tradeCost: number;
}

export interface TwoCountryEquilibrium {
  /** Of the first country, that of the second being 1. */
  readonly wage: number;
  /** λ_jj: share of its spending, duties included, that each country spends at home. */
  readonly homeShare: readonly [number, number];
  /** Share of its output that each country sells at home; λ_jj where its duty is zero. */
  readonly soldAtHome: readonly [number, number];
  /** Income with duties over the price index; only ratios mean anything. */
  readonly realIncome: readonly [number, number];
}

/**
 * The equilibrium at given duties. With wage w of the first country and t_n the duty of n on imports from j,
 *
 *     λ_nn = w_n^(−ε) / (w_n^(−ε) + (τ w_j (1 + t_n))^(−ε)),   P_n^(−ε) the same denominator,
 *     I_n = w_n / (1 − (1 − λ_nn) t_n/(1 + t_n)),
 *     (1 − λ_11) I_1/(1 + t_1) = (1 − λ_22) I_2/(1 + t_2),
 *
 * the last by bisection in ln w: imports of the first rise with its wage, its exports fall.
 *
 * @param duties of the first on the second and of the second on the first, at least 0.
 */
export function twoCountryEquilibrium(
  world: TwoCountryWorld,
  duties: readonly [number, number],
): TwoCountryEquilibrium {
  checkWorld(world);
  if (!duties.every((duty) => duty >= 0 && duty < Infinity)) {
    throw new RangeError(`duties are numbers of at least 0, not ${duties.join(', ')}`);
  }
  let [low, high] = [-1, 1];
  while (at(world, duties, Math.exp(high)).surplus > 0) high *= 2;
  while (at(world, duties, Math.exp(low)).surplus < 0) low *= 2;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (at(world, duties, Math.exp(middle)).surplus > 0) low = middle;
    else high = middle;
  }
  const { surplus: _, ...equilibrium } = at(world, duties, Math.exp(low));
  return equilibrium;
}

/** What stands at a wage, and the trade surplus of the first country. */
function at({ elasticity, tradeCost }: TwoCountryWorld, duties: readonly [number, number], wage: number) {
  const country = (own: number, other: number, duty: number) => {
    const home = own ** -elasticity;
    const abroad = (tradeCost * other * (1 + duty)) ** -elasticity;
    const homeShare = home / (home + abroad);
    const income = own / (1 - ((1 - homeShare) * duty) / (1 + duty));
    const imports = ((1 - homeShare) * income) / (1 + duty);
    const realIncome = income * (home + abroad) ** (1 / elasticity);
    return { homeShare, imports, realIncome, soldAtHome: (homeShare * income) / own };
  };
  const one = country(wage, 1, duties[0]);
  const two = country(1, wage, duties[1]);
  return {
    surplus: two.imports - one.imports,
    wage,
    homeShare: [one.homeShare, two.homeShare],
    soldAtHome: [one.soldAtHome, two.soldAtHome],
    realIncome: [one.realIncome, two.realIncome],
  } as const;
}

export interface OptimalTariff {
  /** A fraction. */
  readonly rate: number;
  /** Real income of the two at it, as a ratio to that without any duty. */
  readonly realIncome: readonly [number, number];
  readonly iterations: number;
}

/**
 * The duty by which the first country gains most, the second's as given:
 *
 *     t* = 1 / (ε s_jj)
 *
 * where s_jj is the share of its output that the partner sells at home, at t* itself: by a fixed point. It is the inverse
 * of the elasticity of what the partner offers. Where the partner has no duty of its own, s_jj is its home share of
 * spending λ_jj: Gros (1987), Journal of International Economics 23; Felbermayr, Jung and Larch (2013), ibid. 89(1).
 *
 * @throws EquilibriumError where the fixed point is not found to 1e-13.
 *
 * @example
 *     optimalTariff({ elasticity: 5, tradeCost: 2 }).rate; // .203772
 */
export function optimalTariff(world: TwoCountryWorld, partnerDuty = 0): OptimalTariff {
  return fixedPoint(world, (rate) => [rate, partnerDuty]);
}

/**
 * The duties of a tariff war between the two: each is the best answer to the other, which is the same. Real income is
 * that of either.
 *
 * @throws EquilibriumError as `optimalTariff`.
 *
 * @example
 *     symmetricNashTariff({ elasticity: 5, tradeCost: 2 }).rate; // .202072, at −.1609% of real income
 */
export function symmetricNashTariff(world: TwoCountryWorld): OptimalTariff {
  return fixedPoint(world, (rate) => [rate, rate]);
}

function fixedPoint(world: TwoCountryWorld, dutiesAt: (rate: number) => [number, number]): OptimalTariff {
  let rate = 1 / world.elasticity;
  for (let iterations = 1; iterations <= 1000; iterations++) {
    const { soldAtHome } = twoCountryEquilibrium(world, dutiesAt(rate));
    const next = 1 / (world.elasticity * soldAtHome[1]);
    const change = Math.abs(next - rate);
    // Half a step, since a higher duty raises what is sold at home, which asks for a lower one.
    rate = (rate + next) / 2;
    if (change > 1e-13 * rate) continue;
    const free = twoCountryEquilibrium(world, [0, 0]).realIncome;
    const { realIncome } = twoCountryEquilibrium(world, dutiesAt(rate));
    return { rate, realIncome: [realIncome[0] / free[0], realIncome[1] / free[1]], iterations };
  }
  throw new EquilibriumError('not-converged', `no best tariff found: still changing near ${rate}`, {
    residual: Number.NaN,
    sweeps: 1000,
    region: '',
  });
}

function checkWorld({ elasticity, tradeCost }: TwoCountryWorld): void {
  if (!(elasticity > 0 && elasticity < Infinity)) {
    throw new RangeError(`a trade elasticity is positive, not ${elasticity}`);
  }
  if (!(tradeCost >= 1 && tradeCost < Infinity)) {
    throw new RangeError(`an iceberg cost is at least 1, not ${tradeCost}`);
  }
}
