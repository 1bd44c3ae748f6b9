import type { Economy } from '../economy/economy.ts';
import { buildReview, ReviewTooLarge } from '../negotiation/build-review.ts';
import type { Concept, NegotiationChoices } from '../negotiation/negotiation-result.ts';
import { readStance } from '../negotiation/parse-stance.ts';
import { readTable } from '../negotiation/parse-table.ts';
import { Written } from '../negotiation/read-written.ts';
import type { Stance } from '../negotiation/stance.ts';
import type { NegotiationTable } from '../negotiation/table.ts';
import { adviseWord } from '../problems/nearest-word.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import type { CaseFiles, FileKind } from './case-files.ts';
import type { CaseLaw } from './case-law.ts';
import { type CaseLayer, findFile } from './case-layers.ts';
import { checkSeats } from './negotiation-faults.ts';

/** What a negotiation is read against. */
export interface SeatContext {
  readonly economy: Economy;
  /** The law as the changes of the case have left it. */
  readonly caseLaw: CaseLaw;
  readonly files: CaseFiles;
  readonly problems: ProblemList;
}

const base = ['negotiation'];

/**
 * Who sits at which table in a case, and how they are taken to behave. Of a case that varies another each key counts
 * for itself, stances party by party.
 *
 * @returns undefined where no file of the case has the key, or after a problem.
 */
export async function resolveNegotiation(
  layers: readonly CaseLayer[],
  context: SeatContext,
): Promise<NegotiationChoices | undefined> {
  if (!layers.some((layer) => layer.gives('negotiation'))) return undefined;
  const { problems } = context;
  const written = new Written(layers);
  if (!written.has(base)) return undefined;
  const before = problems.length;
  const table = await tableOf(written, context);
  const seats = new Map<string, Stance>();
  for (const code of written.keys([...base, 'stances'])) {
    const path = [...base, 'stances', code];
    const file = fileAt(written, path, 'stance', context);
    const stance = file && readStance(file, written.place(path), context.files, context.economy, problems);
    if (stance && stance.party !== '' && stance.party !== code) {
      const message = `${stance.id} is a stance of ${stance.party}, not of ${code}`;
      problems.add('wrong-party', message, written.place(path), othersFor(code, context));
    } else if (stance) seats.set(code, stance);
  }
  if (table) checkParties(written, table, problems);
  const precision = written.number([...base, 'precision']);
  if (precision !== undefined && precision <= 0) {
    const message = `"precision" must be above 0, not ${precision}`;
    problems.add('out-of-range', message, written.place([...base, 'precision']));
  }
  if (!table || problems.length > before) return undefined;
  const stances = table.parties.map((party) => seats.get(party)!);
  checkSeats(table, stances, written, problems);
  if (problems.length > before) return undefined;
  try {
    buildReview(table, stances);
  } catch (error) {
    if (!(error instanceof ReviewTooLarge)) throw error;
    const message = `a review at this table has more than ${error.nodes} positions: ${table.packages.length} packages and ${table.escalations.length} escalations`;
    const advice = 'leave some out, with "without" beside "table"';
    problems.add('review-too-large', message, written.place([...base, 'table']), advice);
    return undefined;
  }
  return {
    table,
    stances,
    concept: (written.text([...base, 'concept']) as Concept | undefined) ?? 'quantal',
    ...(precision === undefined ? {} : { precision }),
    economistsView: written.isTrue([...base, 'economists-view']),
  };
}

async function tableOf(written: Written, context: SeatContext): Promise<NegotiationTable | undefined> {
  const path = [...base, 'table'];
  if (!written.has(path)) {
    const place = written.place(base, 'key');
    const advice = 'add a line such as "table: review-of-2026"';
    context.problems.add('missing-key', '"table" is missing', place, advice);
    return undefined;
  }
  const file = fileAt(written, path, 'table', context);
  const table = file === undefined ? undefined : await readTable(file, written.place(path), context);
  return table && without(table, written, context.problems);
}

/** The table without what the case leaves out. */
function without(table: NegotiationTable, written: Written, problems: ProblemList): NegotiationTable {
  const path = [...base, 'without'];
  const ids = [...table.packages, ...table.escalations, ...table.news].map(({ id }) => id);
  const left = new Set(written.texts(path));
  [...left].forEach((id, k) => {
    if (ids.includes(id)) return;
    const message = `there is no package, escalation or news "${id}" at this table`;
    problems.add('unknown-entry', message, written.owner(path).place([...path, k]), adviseWord(id, ids));
  });
  if (left.size === 0) return table;
  const stays = ({ id }: { readonly id: string }) => !left.has(id);
  const known = (id: string) => !left.has(id);
  return {
    ...table,
    packages: table.packages.filter(stays).map((pack) => ({ ...pack, ends: pack.ends.filter(known) })),
    // What answered only an escalation that is left out has nothing to answer.
    escalations: table.escalations
      .filter(({ id, answers }) => known(id) && (answers.length === 0 || answers.some(known)))
      .map((escalation) => ({ ...escalation, answers: escalation.answers.filter(known) })),
    news: table.news.filter(stays),
  };
}

function fileAt(
  written: Written,
  path: readonly string[],
  kind: FileKind,
  { files, problems }: SeatContext,
): string | undefined {
  const layer = written.owner(path);
  return findFile(layer, layer.text(path)!, layer.place(path), `"${path.at(-1)}"`, kind, files, problems);
}

/** A stance for each party, and none besides. */
function checkParties(written: Written, { parties }: NegotiationTable, problems: ProblemList): void {
  const path = [...base, 'stances'];
  const codes = written.keys(path);
  for (const code of codes) {
    if (parties.includes(code)) continue;
    const message = `"${code}" is no party of the table`;
    problems.add('unknown-party', message, written.place([...path, code], 'key'), adviseWord(code, parties));
  }
  const missing = parties.filter((party) => !codes.includes(party));
  if (missing.length === 0) return;
  const message = `there is no stance for ${missing.join(' and ')}`;
  const place = written.place(written.has(path) ? path : base, 'key');
  problems.add('missing-stance', message, place, 'usmca-sim stances lists those there are');
}

function othersFor(code: string, { files, economy }: SeatContext): string | undefined {
  const name = economy.regions.find((region) => region.code === code)?.name;
  const ids = files.ids('stance').filter((id) => name !== undefined && id.startsWith(name.toLowerCase()));
  return ids.length > 0 ? `of ${name} there are: ${ids.join(', ')}` : undefined;
}
