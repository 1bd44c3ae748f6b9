import { z } from 'zod';
import { InputError } from '../problems/problem.ts';
import { checksumOf } from './checksum.ts';
import type { GameEvent } from './game-state.ts';
import type { MadeOf, Playable } from './playable.ts';
import { goTo, type PlayedGame, play, startGame, trunk } from './played-game.ts';

/** Of this form; another form is another number. */
const formatVersion = 1;
const format = 'usmca-sim game';

/** A saved game is at most this long: thousands of events. */
const longest = 5_000_000;

const text = z.string().max(4000);
const party = z.int().min(0).max(2);
const event = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('move'), party, move: text }),
  z.strictObject({
    type: z.literal('predict-move'),
    party,
    of: party,
    chances: z.record(z.string(), z.number()),
  }),
  z.strictObject({
    type: z.literal('predict-flow'),
    party,
    importer: party,
    exporter: party,
    change: z.number(),
  }),
  z.strictObject({ type: z.literal('go-on') }),
]);
const branch = z.strictObject({
  name: text,
  from: z.strictObject({ branch: text, events: z.int().min(0) }).optional(),
  events: z.array(event),
  /** Checksum of the state to which the events lead. */
  state: text,
});
const contents = z.strictObject({
  program: text,
  case: text,
  madeOf: z.strictObject({ data: text, law: text, case: text, table: text, stances: text }),
  setup: z.strictObject({
    seats: z.tuple([text, text, text]),
    seed: text,
    news: z.array(z.strictObject({ at: z.number(), news: text.optional(), say: text.optional() })),
  }),
  branch: text,
  takenBack: z.int().min(0),
  branches: z.array(branch).min(1),
});
const saved = z.strictObject({
  format: z.literal(format),
  formatVersion: z.literal(formatVersion),
  checksum: text,
  game: contents,
});

type Contents = z.infer<typeof contents>;

/**
 * A game as JSON text, with its news, branches and log.
 *
 * @param program version of the program: another one may play differently, and refuses it.
 */
export function saveGame({ id, madeOf }: Playable, game: PlayedGame, program: string): string {
  const { setup, branches, branch: current, takenBack } = game;
  const held: Contents = {
    program,
    case: id,
    madeOf,
    setup: { ...setup, seats: [...setup.seats], news: setup.news.map((item) => ({ ...item })) },
    branch: current,
    takenBack,
    branches: branches.map(({ name, from, log, state }) => ({
      name,
      ...(from ? { from } : {}),
      events: log.map((logged) => logged.event as z.infer<typeof event>),
      state: checksumOf(JSON.stringify(state)),
    })),
  };
  return `${JSON.stringify({ format, formatVersion, checksum: checksumOf(JSON.stringify(held)), game: held }, undefined, 1)}\n`;
}

/** What a saved game is of, before the negotiation that it needs is at hand. */
export interface SavedGame {
  readonly case: string;
  readonly contents: Contents;
  readonly file: string;
}

/**
 * Reads the text of a saved game.
 *
 * @param file is named in messages; @param program version of the program that reads it.
 * @throws InputError where it is no saved game, cut off, edited by hand, or of another version.
 */
export function readSavedGame(json: string, file: string, program: string): SavedGame {
  const refuse = refusing(file);
  if (json.length > longest) throw refuse('too-long', 'is too long for a saved game', 'is it another file?');
  const written = parsed(json, refuse);
  const head = (typeof written === 'object' ? written : undefined) as Record<string, unknown> | null;
  if (head?.['format'] !== format) {
    throw refuse('not-a-game', 'is not a saved game', 'usmca-sim play writes one with --save');
  }
  if (head['formatVersion'] !== formatVersion) {
    const message = `is a saved game of form ${JSON.stringify(head['formatVersion'])?.slice(0, 20)}; this version reads form ${formatVersion}`;
    throw refuse('other-version', message, 'go on with the version that has saved it');
  }
  // Before its shape is looked at, so that a hand that broke something is told as such.
  if (head['checksum'] !== checksumOf(JSON.stringify(head['game']) ?? '')) {
    throw refuse('edited', 'has been changed since it was saved', 'go on from a copy that nobody has edited');
  }
  const checked = saved.safeParse(written);
  if (!checked.success) {
    const path = checked.error.issues[0]!.path.join('.');
    throw refuse('not-a-game', `is not a saved game: "${path}" is not as it should be`);
  }
  const { game } = checked.data;
  if (game.program !== program) {
    const message = `was saved by version ${game.program}; this is ${program}`;
    throw refuse('other-version', message, `go on with version ${game.program}, or begin anew`);
  }
  return { case: game.case, contents: game, file };
}

/**
 * A saved game, played again event by event up to where it stood.
 *
 * @throws InputError where it is of another case, or data, law, table or stances are no longer those that it was played
 * on.
 */
export function loadGame(playable: Playable, { contents: held, file }: SavedGame): PlayedGame {
  const refuse = refusing(file);
  if (held.case !== playable.id) {
    const message = `is a game of the case "${held.case}", not of "${playable.id}"`;
    throw refuse('other-case', message, `name the case ${held.case}`);
  }
  const changed = (Object.keys(names) as (keyof MadeOf)[]).filter(
    (key) => held.madeOf[key] !== playable.madeOf[key],
  );
  if (changed.length > 0) {
    const what = changed.map((key) => names[key]).join(', ');
    const message = `was played on other ${what} than there ${changed.length > 1 || changed[0] === 'stances' ? 'are' : 'is'} now`;
    throw refuse('other-contents', message, 'put them back as they were, or begin anew');
  }
  const isTrunkFirst = held.branches[0]!.name === trunk;
  if (!isTrunkFirst || !held.branches.some(({ name }) => name === held.branch)) {
    throw refuse('not-a-game', 'has no such branch as it says is played');
  }
  const { setup } = held;
  const begun = startGame(playable, setup as PlayedGame['setup']);
  const branches = held.branches.map(({ name, from, events, state }) => {
    const game = (events as GameEvent[]).reduce((going, next) => play(playable, going, next), begun);
    const { log, state: reached } = game.branches[0]!;
    if (checksumOf(JSON.stringify(reached)) !== state) {
      throw refuse('another-outcome', 'does not lead where it did when it was saved');
    }
    return { name, ...(from ? { from } : {}), log, state: reached };
  });
  return goTo({ ...begun, branches, takenBack: held.takenBack }, held.branch);
}

const names: Record<keyof MadeOf, string> = {
  data: 'trade data',
  law: 'law on record',
  case: 'settings of the case',
  table: 'negotiation table',
  stances: 'stances',
};

type Refuse = (code: string, message: string, advice?: string) => InputError;

function refusing(file: string): Refuse {
  return (code, message, advice) =>
    new InputError([{ code, message: `${file} ${message}`, ...(advice ? { advice } : {}) }]);
}

function parsed(json: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(json);
  } catch {
    const isCut = json.trimStart().startsWith('{') && json.includes(`"${format}"`);
    throw isCut
      ? refuse(
          'cut-off',
          'is a saved game that is cut off or broken: it is not whole JSON',
          'go on from a copy of it',
        )
      : refuse('not-json', 'is not a saved game: it is not JSON', 'usmca-sim play writes one with --save');
  }
}
