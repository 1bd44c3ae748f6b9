import type { NegotiationTable } from '@usmca-sim/core';
import { joined } from '../names.ts';

/** A move of the game, as its tree names it. */
export interface NamedMove {
  /** Indices into the table's parties: none for chance, two where they decide at once. */
  readonly players: readonly number[];
  readonly about: string;
  readonly move: string;
}

/** Who plays, and over what. */
export interface Cast {
  readonly table: NegotiationTable;
  /** Names of the parties as they stand in a sentence, in the table's order. */
  readonly names: readonly string[];
}

/** A move as a clause without its end: `Canada confirms “Clean extension” and Mexico refuses it`. */
export function moveInWords({ players, about, move }: NamedMove, cast: Cast): string {
  const { table, names } = cast;
  if (players.length === 0) return newsInWords(move, table);
  const [first, second] = players.map((p) => names[p]!);
  if (second !== undefined) return togetherInWords([first!, second], about, move, table);
  return `${first} ${deed(about, move, cast, 'finite')}`;
}

/** What somebody would do instead: `to offer “Clean extension” to both`. */
export function moveAsInfinitive(about: string, move: string, cast: Cast): string {
  return `to ${deed(about, move, cast, 'infinitive')}`;
}

/** Whether a move says to whom the one who offers turns; with what is its next move. */
export function isTurning(move: string): boolean {
  return turning.test(move);
}

/** What an offer holds, after whom it turns to: `with “Clean extension”`. */
export function contentOfOffer(move: string, { table, names }: Cast): string {
  const found = offering.exec(move);
  if (!found) return '';
  const { one, to, then, thenTo } = found.groups as {
    one: string;
    to?: string;
    then?: string;
    thenTo?: string;
  };
  const pack = (id: string) => titleOf(id, table.packages);
  if (then === undefined) return `with ${pack(one)}`;
  return `with ${pack(one)} to ${nameOf(to!, table, names)} and, if refused, ${pack(then)} to ${nameOf(thenTo!, table, names)}`;
}

const turning = /^turn to (?<whom>.+)$/;
const offering = /^offer (?<one>\S+?)(?: to (?<to>\S+?)(?:, then (?<then>\S+) to (?<thenTo>\S+))?)?$/;

function nameOf(code: string, { parties }: NegotiationTable, names: readonly string[]): string {
  return names[parties.indexOf(code)] ?? code;
}

type Form = 'finite' | 'infinitive';

function deed(about: string, move: string, { table, names }: Cast, form: Form): string {
  const verb = (stem: string, finite = `${stem}s`) => (form === 'finite' ? finite : stem);
  const pack = (id: string) => titleOf(id, table.packages);
  const turn = turning.exec(move)?.groups;
  if (turn) return `${verb('turn')} to ${nameOf(turn['whom']!, table, names)}`;
  const offer = offering.exec(move)?.groups;
  if (offer) {
    const { one, to, then, thenTo } = offer;
    const whom = to === undefined ? 'both' : nameOf(to, table, names);
    const after =
      then === undefined ? '' : `, and if refused ${pack(then)} to ${nameOf(thenTo!, table, names)}`;
    return `${verb('offer')} ${pack(one!)} to ${whom}${after}`;
  }
  const measure = /^(impose|lift) (\S+)$/.exec(move);
  if (measure) return `${verb(measure[1]!)} ${titleOf(measure[2]!, table.escalations)}`;
  const answer = /^(?:answer to|confirm) (\S+)$/.exec(about);
  // Beside the move itself, what it answers has been said.
  const offered = answer && form === 'finite' ? ` ${pack(answer[1]!)}` : '';
  switch (move) {
    case 'no offer':
      return `${verb('make')} no offer`;
    case 'hold':
      return `${verb('leave')} its measures as they are`;
    case 'give notice':
      return `${verb('give')} notice of withdrawal`;
    case 'leave':
      return `${verb('let')} its notice run out and ${verb('leave')}`;
    case 'take the notice back':
      return `${verb('take')} its notice back`;
    case 'accept':
    case 'refuse':
    case 'confirm':
      return `${verb(move)}${offered}`;
    case 'join':
      return `${verb('join')} a common front`;
    case 'apart':
      return `${verb('stay')} out of a common front`;
    default:
      return `${verb('choose')} ${move}`;
  }
}

function togetherInWords(
  names: readonly string[],
  about: string,
  move: string,
  table: NegotiationTable,
): string {
  const moves = move.split(' / ');
  const [one, two] = moves;
  if (about === 'caucus' && moves.includes('apart')) {
    return one === two
      ? `${joined(names)} act apart`
      : `no common front: ${names[one === 'join' ? 0 : 1]} would join one, ${names[one === 'join' ? 1 : 0]} would not`;
  }
  if (about === 'caucus') return `${joined(names)} act as one`;
  const what = titleOf(about.replace(/^confirm /, ''), table.packages);
  if (one === two) return `${joined(names)} ${one} ${what}`;
  return `${names[0]} ${one}s and ${names[1]} ${two}s ${what}`;
}

function newsInWords(move: string, { news }: NegotiationTable): string {
  return move === 'no news' ? 'no news before the review' : `news: ${titleOf(move, news)}`;
}

function titleOf(id: string, among: readonly { readonly id: string; readonly title: string }[]): string {
  const found = among.find((one) => one.id === id);
  return found ? `“${found.title}”` : id;
}
