const golden = (Math.sqrt(5) - 1) / 2;

/**
 * Where a function of one variable with a single valley is least, by golden-section search.
 *
 * @param within how near to the bottom the answer is, in the units of the variable.
 */
export function lowest(
  of: (x: number) => number,
  from: number,
  to: number,
  within = 1e-7,
): { readonly at: number; readonly value: number } {
  let low = from;
  let high = to;
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let atLeft = of(left);
  let atRight = of(right);
  while (high - low > within) {
    if (atLeft <= atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - golden * (high - low);
      atLeft = of(left);
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + golden * (high - low);
      atRight = of(right);
    }
  }
  const at = (low + high) / 2;
  return { at, value: of(at) };
}

/** The values of a grid at which a function is at most `times` its least value there: first and last. */
export function bandOf(
  of: (x: number) => number,
  grid: readonly number[],
  times: number,
): { readonly from: number; readonly to: number } {
  const values = grid.map(of);
  const most = times * Math.min(...values);
  const within = grid.filter((_, k) => values[k]! <= most);
  return { from: within[0]!, to: within.at(-1)! };
}
