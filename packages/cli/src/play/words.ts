import { adviseWord, InputError } from '@usmca-sim/core';

/** What a person may type beside a move, and what it does. */
export const words = [
  ['show N', 'move N in full: every flow between the three'],
  ['board', 'what you may do, again'],
  ['role', 'your confidential sheet in brief; role more has all of it'],
  ['shared', 'the sheet that everybody has: packages, measures, how a review goes'],
  ['log', 'everything that has happened'],
  ['news', 'the news so far, and what may come'],
  ['predict', 'predict what another decides at the same time'],
  [
    'predict USA from CAN -3.5',
    'predict what this review does to a flow: imports of the first from the second, percent',
  ],
  ['predict off', 'not to be asked for predictions; on to be asked again'],
  ['undo', 'take your last move back, with what came after it'],
  ['what-if NAME', 'try something from here; the game itself waits'],
  ['branches', 'the game and its what-ifs beside each other'],
  ['go NAME', 'go to one of them'],
  ['back', 'leave this what-if, back to what it left'],
  ['save FILE', 'write a copy; the game itself is written after every move'],
  ['debrief', 'end here, and see what everybody wanted'],
  ['quit', 'stop; the game can be taken up again'],
  ['help', 'this list'],
] as const;

const names = [...new Set(words.map(([word]) => word.split(' ')[0]!))];
export type Word =
  | 'show'
  | 'board'
  | 'role'
  | 'shared'
  | 'log'
  | 'news'
  | 'predict'
  | 'undo'
  | 'what-if'
  | 'branches'
  | 'go'
  | 'back'
  | 'save'
  | 'debrief'
  | 'quit'
  | 'help';

const aliases: ReadonlyMap<string, Word> = new Map([
  ['?', 'help'],
  ['whatif', 'what-if'],
  ['exit', 'quit'],
  ['q', 'quit'],
]);

/** A line as a word with what follows it; undefined where it begins with none. */
export function wordIn(line: string): { readonly word: Word; readonly rest: string } | undefined {
  const [first = '', rest = ''] = line.trim().split(/\s+(.*)/s);
  const said = first.toLowerCase();
  const word = aliases.get(said) ?? names.find((name) => name === said);
  return word === undefined ? undefined : { word: word as Word, rest: rest.trim() };
}

/** What may be chosen, as it is shown and as the game names it. */
export interface Choice {
  readonly move: string;
  readonly shown: string;
}

/**
 * The place of the choice that a line names by its number, by the game's name for it or as it is shown.
 *
 * @throws InputError where it is none, with what may have been meant.
 */
export function choiceIn(line: string, choices: readonly Choice[]): number {
  const said = line.trim().toLowerCase();
  if (/^[-+]?[\d.]+$/.test(said)) {
    const at = Number(said) - 1;
    if (choices[at]) return at;
    throw refused(`there is no ${said.slice(0, 20)} here`, `type a number from 1 to ${choices.length}`);
  }
  const plain = (text: string) => text.toLowerCase().replace(/[“”"]/g, '');
  const found = choices.findIndex(({ move, shown }) => [plain(move), plain(shown)].includes(plain(said)));
  if (found >= 0) return found;
  const known = [...choices.map(({ move }) => move), ...names];
  const near = adviseWord(said.split(' ')[0]!.length > 2 ? said : said.slice(0, 60), known);
  const advice = near?.startsWith('did you') ? near : `type a number from 1 to ${choices.length}, or help`;
  throw refused(`"${line.trim().slice(0, 60)}" is neither a move nor a word here`, advice);
}

/**
 * Probabilities by move: `2` for certainty, `1=70 2=30` in percent.
 *
 * @throws InputError where a number is none of the choices, or nothing can be read.
 */
export function chancesIn(line: string, choices: readonly Choice[]): Record<string, number> {
  const parts = line.trim().split(/[\s,;]+/);
  if (parts.length === 1 && !/[=:]/.test(parts[0]!)) return { [choices[choiceIn(line, choices)]!.move]: 1 };
  const chances: Record<string, number> = {};
  for (const part of parts) {
    const read = /^(\d+)[=:](\d+(?:\.\d+)?)%?$/.exec(part);
    if (!read) throw refused(`"${part.slice(0, 20)}" is no probability`, 'such as 1=70 2=30, in percent');
    const { move } = choices[choiceIn(read[1]!, choices)]!;
    chances[move] = (chances[move] ?? 0) + Number(read[2]) / 100;
  }
  return chances;
}

/** A predicted flow: `USA from CAN -3.5`. @throws InputError where it is not that. */
export function flowIn(
  text: string,
  parties: readonly string[],
): { importer: number; exporter: number; change: number } {
  const read = /^(\w+)\s+from\s+(\w+)\s+([-+−]?\d+(?:\.\d+)?)\s*%?$/i.exec(text);
  if (!read)
    throw refused(`"${text.slice(0, 60)}" is no prediction of a flow`, 'such as predict USA from CAN -3.5');
  const indexOf = (code: string) => {
    const at = parties.indexOf(code.toUpperCase());
    if (at >= 0) return at;
    throw refused(`"${code.slice(0, 20)}" is no party`, adviseWord(code, parties) ?? '');
  };
  return {
    importer: indexOf(read[1]!),
    exporter: indexOf(read[2]!),
    change: Number(read[3]!.replace('−', '-')),
  };
}

export function refused(message: string, advice: string): InputError {
  return new InputError([{ code: 'at-the-table', message, advice }]);
}
