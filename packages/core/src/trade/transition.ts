/**
 * One year of partial adjustment in logs towards the long run of the year's policy,
 *
 *     ln x_t = ln x_(t−1) + φ (ln x*_t − ln x_(t−1)),
 *
 * except that goods under a new ban stop at once: a ban leaves no old orders to run out. With φ = 0.36 the first
 * year's elasticity is about a third of the long run's, as Boehm, Levchenko and Pandalai-Nayar (2023, American
 * Economic Review 113(4)) estimate.
 *
 * @param previous x_(t−1); @param longRun x*_t; both laid out alike, in money.
 * @param banned, previouslyBanned part of each flow's base value that may not be imported in t and in t−1.
 * @param speed φ in (0, 1].
 */
export function transitionYear(
  previous: Float64Array,
  longRun: Float64Array,
  banned: Float64Array,
  previouslyBanned: Float64Array,
  speed: number,
): Float64Array {
  return previous.map((value, cell) => {
    const target = longRun[cell]!;
    if (!(target > 0)) return 0;
    const stillOpen =
      previouslyBanned[cell]! < 1 ? Math.min(1, (1 - banned[cell]!) / (1 - previouslyBanned[cell]!)) : 0;
    const before = value * stillOpen;
    // A flow that was shut or empty has no past to move from.
    if (!(before > 0)) return target;
    return before === target ? target : before * Math.exp(speed * Math.log(target / before));
  });
}
