import { type Fact, facts, type ScenarioResult } from '@usmca-sim/core';
import { type Comparison, frameOf, type Show, withoutNoise } from './frame.ts';

/** The facts of a comparison's results, each result followed as `differencesFrom` says. */
export function comparisonFacts(
  comparison: Comparison,
  show: Show,
  { all = false }: { readonly all?: boolean } = {},
): Iterable<Fact> {
  const { ownBase } = frameOf(comparison);
  const cases = comparison.results.map(
    (result): CaseFacts => ({
      id: result.scenario.id,
      ownBase: ownBase.has(result),
      ...(all ? factsAnew(result) : factsHeld(result)),
    }),
  );
  return factsWithDifferences(cases, comparison.reference, show);
}

type OwnFacts = Pick<CaseFacts, 'facts' | 'factsAtBaseSize'>;

/** All of them are too many to hold: they are made each time they are asked for. */
function factsAnew(result: ScenarioResult): OwnFacts {
  return {
    facts: () => facts(result, { all: true }),
    factsAtBaseSize: () => facts(result, { all: true, atBaseSize: true }),
  };
}

/** Facts that are made once, however many cases are set against them. */
function factsHeld(result: ScenarioResult): OwnFacts {
  let held: readonly Fact[] | undefined;
  const factsAtBaseSize = () => {
    held ??= [...facts(result, { atBaseSize: true })];
    return held;
  };
  // What does not grow is at that size throughout.
  return { facts: result.madeBy.growth === 0 ? factsAtBaseSize : () => facts(result), factsAtBaseSize };
}

/** Facts of a comparison, one case after another. */
export interface CaseFacts {
  readonly id: string;
  /** Its base is not that of the reference, so that its levels cannot be set against those of the reference. */
  readonly ownBase: boolean;
  /** With the growth that the case states. */
  facts(): Iterable<Fact>;
  /** Without it: what differences are taken of. */
  factsAtBaseSize(): Iterable<Fact>;
}

/**
 * The facts of every case, then for every case but the reference the differences against the same fact of the
 * reference. What a row says is told by its unit: `million US$` is a level, `percent vs base` a change against the
 * base year, `percent vs law-of-august-2025` a difference from that case in percent, `million US$ vs …` one in money,
 * `percentage points vs …` one of rates. Percentages of nothing are left out.
 *
 * Differences are of levels at the size of the base-year economy, the long run against the long run and a year of the
 * transition against the same year: they hold no growth, and no years that the other has not had. A case with a base
 * of its own has changes against that base and no differences from the reference.
 *
 * @param show `levels` gives no differences, `differences` gives those of money in money, `percent` in percent.
 */
export function* factsWithDifferences(
  cases: readonly CaseFacts[],
  reference: string,
  show: Show,
): Generator<Fact> {
  for (const one of cases) {
    for (const fact of one.facts()) {
      const isChange = fact.unit.endsWith(' vs base');
      yield isChange ? { ...fact, value: withoutNoise(fact.value) } : fact;
    }
  }
  const standard = cases.find(({ id }) => id === reference);
  if (show === 'levels' || !standard) return;
  for (const one of cases) {
    if (one === standard || one.ownBase) continue;
    for (const [block, reference] of inStep(one.factsAtBaseSize(), standard.factsAtBaseSize())) {
      // Within a block the order is the same as well: what has been passed is not looked at again.
      let from = 0;
      for (const fact of block) {
        // The base of these cases is the same world: a difference there is no finding.
        if (fact.horizon === 'base') continue;
        let at = from;
        while (at < reference.length && !isSameFigure(fact, reference[at]!)) at++;
        if (at === reference.length) continue;
        from = at + 1;
        const difference = differenceOf(fact, reference[at]!.value, show, standard.id);
        if (difference) yield difference;
      }
    }
  }
}

/**
 * The facts of two cases, a measure and place at a time. Both come in the same order, so that one block of each is
 * held; blocks of `others` are kept only where `these` do not have the measure or the place.
 */
function* inStep(
  these: Iterable<Fact>,
  others: Iterable<Fact>,
): Generator<readonly [readonly Fact[], readonly Fact[]]> {
  const ahead = blocksOf(others);
  const passed = new Map<string, readonly Fact[]>();
  for (const block of blocksOf(these)) {
    const key = placeOf(block[0]!);
    let other = passed.get(key);
    while (!other) {
      const next = ahead.next();
      if (next.done) break;
      const at = placeOf(next.value[0]!);
      if (at === key) other = next.value;
      else passed.set(at, next.value);
    }
    passed.delete(key);
    if (other) yield [block, other];
  }
}

/** Facts that follow one another with the same measure and place. */
function* blocksOf(facts: Iterable<Fact>): Generator<readonly Fact[]> {
  let block: Fact[] = [];
  for (const fact of facts) {
    if (block.length > 0 && !isSamePlace(fact, block[0]!)) {
      yield block;
      block = [];
    }
    block.push(fact);
  }
  if (block.length > 0) yield block;
}

function isSamePlace(a: Fact, b: Fact): boolean {
  return (
    a.measure === b.measure &&
    a.importer === b.importer &&
    a.exporter === b.exporter &&
    a.region === b.region &&
    a.sector === b.sector
  );
}

function placeOf({ measure, importer, exporter, region, sector }: Fact): string {
  return [measure, importer, exporter, region, sector].join('\u0000');
}

/** Of one measure and place. The long run is one state, whatever year a case puts it in. */
function isSameFigure(a: Fact, b: Fact): boolean {
  return a.unit === b.unit && a.horizon === b.horizon && (a.horizon === 'long-run' || a.year === b.year);
}

function differenceOf(
  fact: Fact,
  against: number,
  show: 'differences' | 'percent',
  reference: string,
): Fact | undefined {
  const { value, unit } = fact;
  // Changes of a level that is there as well: the difference of the levels says it.
  if (unit === 'percent vs base' || unit === 'percentage points vs base') return undefined;
  if (unit.endsWith(' vs base')) {
    return {
      ...fact,
      value: value - against,
      unit: unit.replace(/base$/, reference),
    };
  }
  if (unit === 'percent')
    return {
      ...fact,
      value: withoutNoise(value - against),
      unit: `percentage points vs ${reference}`,
    };
  if (show === 'differences' && !unit.startsWith('index')) {
    return { ...fact, value: value - against, unit: `${unit} vs ${reference}` };
  }
  if (against === 0) return undefined;
  return {
    ...fact,
    value: withoutNoise(100 * (value / against - 1)),
    unit: `percent vs ${reference}`,
  };
}
