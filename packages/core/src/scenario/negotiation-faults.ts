import type { Written } from '../negotiation/read-written.ts';
import type { Stance } from '../negotiation/stance.ts';
import type { NegotiationTable, Package } from '../negotiation/table.ts';
import { adviseWord } from '../problems/nearest-word.ts';
import type { ProblemList } from '../problems/problem-list.ts';

/**
 * Adds what does not fit between a table and those who sit at it: red lines on what is not there, and packages that
 * nobody may propose or accept.
 *
 * @param stances in the table's order of parties; @param written the case.
 */
export function checkSeats(
  table: NegotiationTable,
  stances: readonly Stance[],
  written: Written,
  problems: ProblemList,
): void {
  stances.forEach((stance) => {
    const place = written.place(['negotiation', 'stances', stance.party]);
    for (const { value } of stance.redLines) {
      const fault = unknownOption(value, table);
      if (fault) problems.add('unknown-red-line', `${stance.id}: ${fault.message}`, place, fault.advice);
    }
    for (const { id, options } of table.issues) {
      const isShut = options.length > 0 && options.every((option) => hasLine(stance, `${id}/${option.id}`));
      const needed = table.packages.every(({ picks }) => picks[id] !== undefined);
      if (!isShut || !needed) continue;
      const message = `${stance.id} has a red line on every option of ${id}, which every package needs`;
      problems.add('contradicts-itself', message, place, 'it could agree to nothing at this table');
    }
  });
  const [proposer, ...partners] = stances;
  for (const pack of table.packages) {
    const refused = lineIn(proposer!, pack);
    const answering = partners.filter(({ party }) => pack.with === 'both' || pack.with === party);
    const advice = `leave it out, with "without: [${pack.id}]" beside "table", or the red line`;
    if (refused !== undefined) {
      const message = `nobody may propose ${pack.id}: ${refused} is a red line of ${proposer!.id}`;
      problems.add('package-nobody-proposes', message, pack.place, advice);
    } else if (answering.length > 0 && answering.every((stance) => lineIn(stance, pack) !== undefined)) {
      const lines = answering.map((stance) => `${lineIn(stance, pack)} is a red line of ${stance.id}`);
      const message = `nobody may accept ${pack.id}: ${lines.join(', ')}`;
      problems.add('package-nobody-accepts', message, pack.place, advice);
    }
  }
}

function hasLine({ redLines }: Stance, option: string): boolean {
  return redLines.some(({ value }) => value === option);
}

function lineIn(stance: Stance, { picks }: Package): string | undefined {
  const picked = Object.entries(picks).map(([issue, option]) => `${issue}/${option}`);
  return picked.find((option) => hasLine(stance, option));
}

function unknownOption(
  line: string,
  { issues }: NegotiationTable,
): { readonly message: string; readonly advice: string | undefined } | undefined {
  const [issue, option] = line.split('/');
  const found = issues.find(({ id }) => id === issue);
  if (!found) {
    const ids = issues.map(({ id }) => id);
    return {
      message: `its red line ${line} is on no issue of the table`,
      advice: adviseWord(issue!, ids),
    };
  }
  const ids = found.options.map(({ id }) => id);
  if (ids.includes(option!)) return undefined;
  return {
    message: `its red line ${line} is on no option of the table`,
    advice: adviseWord(option!, ids),
  };
}
