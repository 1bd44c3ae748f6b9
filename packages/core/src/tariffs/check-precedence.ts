import { adviseWord } from '../problems/nearest-word.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import type { GoodsTables, ProductGroup } from './goods.ts';
import { type Charge, isCharged, type TariffMeasure } from './measure.ts';

/**
 * Checks that law says what happens where measures meet: of two that bear on the same goods of a flow on the same day,
 * one must give way to the other or fall on top of it. Flows without product groups are not looked at: the coverage of
 * their lists is net of precedence. Threats are not in force.
 *
 * @param problems receives `overlap-without-precedence` at the place of the later of the two in order, and
 *   `unknown-precedence` where a measure names nothing that exists.
 */
export function checkPrecedence(
  measures: readonly TariffMeasure[],
  goods: Pick<GoodsTables, 'groups'>,
  problems: ProblemList,
): void {
  checkNames(measures, problems);
  const inLaw = measures.filter(({ status }) => status === 'law');
  for (const [k, second] of inLaw.entries()) {
    for (const first of inLaw.slice(0, k)) {
      if (first.importer !== second.importer || isSettled(first, second)) continue;
      const meeting = meetingOf(first, second, goods.groups);
      if (!meeting) continue;
      const { group, date } = meeting;
      problems.add(
        'overlap-without-precedence',
        `"${first.id}" and "${second.id}" both bear on ${group} on ${date}, and neither says which comes first`,
        second.place,
        `name the other under "yields-to" of the one that gives way, or under "adds-to" of the one on top`,
      );
    }
  }
}

/** Words that precedence may name: ids, authorities, `all`. */
function checkNames(measures: readonly TariffMeasure[], problems: ProblemList): void {
  const names = new Set(measures.flatMap(({ id, authority }) => [id, authority]));
  for (const { yieldsTo, addsTo, place } of measures) {
    for (const name of [...yieldsTo, ...addsTo]) {
      if (names.has(name) || (name === 'all' && addsTo.includes(name))) continue;
      const message = `there is no measure and no authority "${name}"`;
      problems.add('unknown-precedence', message, place, adviseWord(name, [...names]));
    }
  }
}

function isSettled(a: TariffMeasure, b: TariffMeasure): boolean {
  return names(a, b) || names(b, a);
}

function names({ yieldsTo, addsTo }: TariffMeasure, { id, authority }: TariffMeasure): boolean {
  const told = [...yieldsTo, ...addsTo];
  return told.includes(id) || told.includes(authority) || addsTo.includes('all');
}

/** A group that both bear on, and the first day on which they do. */
function meetingOf(
  first: TariffMeasure,
  second: TariffMeasure,
  groups: readonly ProductGroup[],
): { group: string; date: string } | undefined {
  // Coverage only changes on the first day of a charge.
  const days = [...new Set([...first.charges, ...second.charges].map(({ from }) => from))].sort();
  for (const date of days) {
    const now = [first, second].map((measure) => measure.charges.filter((charge) => isCharged(charge, date)));
    if (now.some((charges) => charges.length === 0)) continue;
    for (const group of groups) {
      if (group.importer !== first.importer) continue;
      const both = [first, second].every(
        (measure, k) =>
          measure.exporters.includes(group.exporter) && now[k]!.some((charge) => bearsOn(charge, group)),
      );
      if (both) return { group: group.id, date };
    }
  }
  return undefined;
}

/** Whether a charge names the goods of a group. */
function bearsOn({ exporters, lists, sectors, except }: Charge, group: ProductGroup): boolean {
  return (
    (exporters?.includes(group.exporter) ?? true) &&
    (sectors?.includes(group.sector) ?? true) &&
    (lists?.some((list) => group.lists.includes(list)) ?? true) &&
    !(except?.some((list) => group.lists.includes(list)) ?? false)
  );
}
