import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { NegotiatedScenario } from '@usmca-sim/core';
import {
  type GameSetup,
  loadGame,
  parseNews,
  readSavedGame,
  type SavedGame,
  startGame,
} from '@usmca-sim/core/play';
import type { BehaviourOptions } from '../behaviour-options.ts';
import { commandLine } from '../command-line.ts';
import type { Context, Input } from '../context.ts';
import type { OutputOptions, WorldOptions } from '../options.ts';
import { packageVersion } from '../package-version.ts';
import { openPlayable } from '../playable-case.ts';
import type { Session } from '../session.ts';
import { freeFile, GameFile, newFile } from './game-file.ts';
import { GameRun } from './game-run.ts';
import { ScriptInput } from './script-input.ts';
import { conceptFor, seatsOf } from './seats.ts';
import { usage } from './usage.ts';

export interface PlayOptions extends OutputOptions, WorldOptions, BehaviourOptions {
  readonly as?: string;
  readonly others?: readonly string[];
  readonly seed: string;
  readonly news?: string;
  /** False where the game is to be kept nowhere. */
  readonly save?: string | false;
  readonly resume?: string;
  readonly moves?: string;
  readonly predict?: boolean;
}

/** Plays a game from when people sit down to its debrief, or until they get up. */
export async function playCommand(
  name: string | undefined,
  options: PlayOptions,
  session: Session,
): Promise<void> {
  const { context } = session;
  const input = inputFor(options, context);
  try {
    const left = options.resume === undefined ? undefined : new GameFile(options.resume, context.cwd);
    const saved = left && savedGame(left, options, session);
    const wanted = name ?? saved?.case;
    if (wanted === undefined)
      throw usage('no case is named', 'such as usmca-sim play review-as-it-went --as CAN');
    const concept = conceptFor(options.concept, options.others ?? []);
    const behaviour = {
      ...options,
      ...(concept === undefined ? {} : { concept }),
    };
    const file = fileFor(left, options, wanted, context);
    let setup: GameSetup | undefined;
    const opened = await openPlayable(wanted, behaviour, session, (scenario) => {
      if (!saved) setup = setupFor(options, scenario, context);
    });
    const game = saved ? loadGame(opened.played.playable, saved) : startGame(opened.played.playable, setup!);
    await new GameRun(opened, options, session, input, file, resumeWith(wanted, file, behaviour)).play(game);
  } finally {
    input.close();
  }
}

function inputFor({ moves }: PlayOptions, { input, cwd }: Context): Input {
  if (moves !== undefined) return new ScriptInput(readFileSync(resolve(cwd, moves), 'utf8'), moves);
  if (input) return input;
  throw usage('nothing can be typed here', 'name a file of moves: --moves FILE');
}

/** @throws InputError where options say anew what the game has settled. */
function savedGame(file: GameFile, options: PlayOptions, { argv }: Session): SavedGame {
  const settled = [
    ['--as', options.as],
    ['--others', options.others],
    ['--news', options.news],
    ['--seed', argv.find((word) => /^--seed(=|$)/.test(word))],
  ].flatMap(([option, value]) => (value === undefined ? [] : [option as string]));
  if (settled.length > 0) {
    const message = `${settled.join(', ')} cannot change in a game that is taken up again`;
    throw usage(message, `leave ${settled.length > 1 ? 'them' : 'it'} out, or begin anew without --resume`);
  }
  return readSavedGame(file.read(), file.path, packageVersion());
}

function fileFor(
  left: GameFile | undefined,
  { save }: PlayOptions,
  name: string,
  { cwd }: Context,
): GameFile | undefined {
  if (save === false) return undefined;
  if (save !== undefined) return save === left?.path ? left : newFile(save, cwd);
  if (left) return left;
  return freeFile(name.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, ''), cwd);
}

function setupFor(
  { as, others, seed, news }: PlayOptions,
  { negotiation: { table } }: NegotiatedScenario,
  { cwd }: Context,
): GameSetup {
  const known = table.parties.join(', ');
  if (as === undefined)
    throw usage('nobody is at the table', `say whom you play: --as, one or more of ${known}`);
  return {
    seats: seatsOf(as, others ?? [], table.parties),
    seed,
    news: news === undefined ? [] : parseNews(readFileSync(resolve(cwd, news), 'utf8'), news, table),
  };
}

/** The command that takes the game up again. */
function resumeWith(name: string, file: GameFile | undefined, options: PlayOptions): string {
  const { economy, scenarios, concept, precision, economistsView } = options;
  const more = { economy, scenarios, concept, precision };
  return commandLine([
    'play',
    name,
    '--resume',
    file?.path ?? '',
    ...Object.entries(more).flatMap(([key, value]) => (value === undefined ? [] : [`--${key}`, `${value}`])),
    ...(economistsView ? ['--economists-view'] : []),
  ]);
}
