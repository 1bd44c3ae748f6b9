import type { Economy } from '../economy/economy.ts';
import { InputError } from '../problems/problem.ts';
import { ProblemList } from '../problems/problem-list.ts';
import type { Change } from '../tariffs/change.ts';
import { checkPrecedence } from '../tariffs/check-precedence.ts';
import { startOf, type TariffMeasure } from '../tariffs/measure.ts';
import type { CaseLaw } from './case-law.ts';
import type { CaseLayer } from './case-layers.ts';

/**
 * The measures that a case writes itself, as changes: each is enacted on its own first day, before anything else that
 * the case does. Those marked as threats can be named by its changes.
 */
export function enactOwnMeasures(
  layers: readonly CaseLayer[],
  economy: Economy,
  caseLaw: CaseLaw,
  problems: ProblemList,
): Change[] {
  const words = {
    regions: economy.regions.map(({ code }) => code),
    sectors: economy.sectors.map(({ code }) => code),
    lists: caseLaw.goods.lists.map(({ id }) => id),
  };
  const changes: Change[] = [];
  for (const measure of layers.flatMap((layer) => layer.measures(words, problems))) {
    if (caseLaw.record.some(({ id }) => id === measure.id)) {
      const message = `there is already a measure "${measure.id}"`;
      problems.add('two-measures', message, measure.place, 'give each measure an id of its own');
      continue;
    }
    caseLaw.bring(measure);
    if (measure.status === 'threat') continue;
    const place = measure.place ? { place: measure.place } : {};
    const change: Change = { verb: 'enact', measures: [measure], on: startOf(measure), ...place };
    caseLaw.apply(change);
    changes.push(change);
  }
  return changes;
}

/** Checks the case's own measures against the law that it leaves: where they meet, one must give way or fall on top. */
export function checkOwnPrecedence(
  enacted: readonly Change[],
  caseLaw: CaseLaw,
  problems: ProblemList,
): void {
  const own = enacted.flatMap((change) => (change.verb === 'enact' ? change.measures : []));
  if (own.length === 0) return;
  const isOwn = ({ id }: TariffMeasure) => own.some((measure) => measure.id === id);
  // Last in order, so that what is wrong is said of them.
  const law = [...caseLaw.standing.filter((one) => !isOwn(one)), ...caseLaw.standing.filter(isOwn)];
  const found = new ProblemList();
  checkPrecedence(law, caseLaw.goods, found);
  try {
    found.throwIfAny();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.addAll(error.problems.filter(({ place }) => own.some((measure) => measure.place === place)));
  }
}
