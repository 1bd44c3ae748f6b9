import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError, type NegotiatedScenario } from '@usmca-sim/core';
import {
  type GameSetup,
  loadGame,
  type PlayedGame,
  parseNews,
  readSavedGame,
  type SavedGame,
  saveGame,
  startGame,
} from '@usmca-sim/core/play';
import { strategyOf } from '@usmca-sim/core/strategies';
import { lawManifest, renderers } from '@usmca-sim/reporter';
import { castOf, debriefReport, scaleOfEconomy } from '@usmca-sim/reporter/play';
import { commandLine } from '../command-line.ts';
import { type Context, type Input, Interrupted } from '../context.ts';
import { emit } from '../emit.ts';
import { exitCodes } from '../exit-codes.ts';
import { type BehaviourOptions, behaviourInWords } from '../negotiation-choices.ts';
import type { OutputOptions, WorldOptions } from '../options.ts';
import { packageVersion } from '../package-version.ts';
import { openPlayable, type PlayableCase } from '../playable-case.ts';
import { reproductionOf } from '../reproduction.ts';
import type { Session } from '../session.ts';
import { freeFile, GameFile, newFile } from './game-file.ts';
import { Screen } from './screen.ts';
import { ScriptInput } from './script-input.ts';
import { conceptFor, seatsOf } from './seats.ts';
import { Sitting, whoPlays } from './sitting.ts';

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
    const saved = options.resume === undefined ? undefined : savedGame(options.resume, options, session);
    const wanted = name ?? saved?.case;
    if (wanted === undefined)
      throw usage('no case is named', 'such as usmca-sim play review-as-it-went --as CAN');
    const concept = conceptFor(options.concept, options.others ?? []);
    const behaviour = {
      ...options,
      ...(concept === undefined ? {} : { concept }),
    };
    const file = fileFor(saved, options, wanted, context);
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

/** A game as the command runs it, with where it is kept and how it is gone on with. */
class GameRun {
  readonly #opened: PlayableCase;
  readonly #options: PlayOptions;
  readonly #session: Session;
  readonly #input: Input;
  readonly #file: GameFile | undefined;
  readonly #resume: string;
  readonly #screen: Screen;
  #saves = true;

  constructor(
    opened: PlayableCase,
    options: PlayOptions,
    session: Session,
    input: Input,
    file: GameFile | undefined,
    resume: string,
  ) {
    this.#opened = opened;
    this.#options = options;
    this.#session = session;
    this.#input = input;
    this.#file = file;
    this.#resume = resume;
    this.#screen = new Screen(session.context);
  }

  async play(begun: PlayedGame): Promise<void> {
    const { played, world } = this.#opened;
    const { playable } = played;
    const screen = this.#screen;
    this.#file?.write(this.#textOf(begun));
    screen.heading(playable.title);
    screen.say(
      playable.question,
      whoPlays(played, begun, titleOfSeat),
      this.#whereKept('is kept after every move'),
    );
    const people = begun.setup.seats.filter((seat) => seat === 'person').length;
    const sitting = new Sitting(
      {
        played,
        money: scaleOfEconomy(world.economy),
        screen,
        input: this.#input,
        keep: (game) => this.#keep(game),
        copy: (game, path) => this.#copy(game, path),
      },
      begun,
      {
        predicts: this.#options.predict ?? (people === 1 && this.#input.isTerminal),
        isResumed: this.#options.resume !== undefined,
      },
    );
    try {
      const ending = await sitting.play();
      if (ending === 'quit') {
        screen.gap();
        this.#sayHowToGoOn();
        return;
      }
      if (ending === 'no-more-lines') {
        this.#sayHowToGoOn();
        throw usage('there are no more lines, and the game is not over', 'add moves, or end with quit');
      }
    } catch (error) {
      if (!(error instanceof Interrupted)) {
        if (error instanceof InputError && this.#input.place) this.#sayHowToGoOn();
        throw error;
      }
      screen.gap();
      screen.say('Interrupted.');
      this.#sayHowToGoOn();
      this.#session.exitCode = exitCodes.interrupted;
      return;
    }
    this.#sayWhatIsLeft();
    await this.#debrief(sitting.game);
  }

  async #debrief(game: PlayedGame): Promise<void> {
    const { played, world } = this.#opened;
    const { setup } = game;
    const { table } = castOf(played);
    const words = [
      ...behaviourInWords(this.#options),
      `seats: ${table.parties.map((code, k) => `${code} ${setup.seats[k]}`).join(', ')}`,
      `seed ${setup.seed}`,
      ...(this.#options.news === undefined ? [] : [`news of ${this.#options.news}`]),
      ...(this.#file ? [`the game is in ${this.#file.path}`] : []),
    ];
    const manifest = lawManifest(
      world.economy,
      world.law,
      reproductionOf(this.#options, this.#session, words),
    );
    const report = debriefReport(played, game, manifest);
    const debrief: unknown = JSON.parse([...renderers.get('json')!.render({ report }, {})].join(''));
    const document = {
      format: 'usmca-sim/played-game',
      version: 1,
      game: JSON.parse(this.#textOf(game)),
      debrief,
    };
    this.#screen.gap();
    await emit({ report }, this.#options, this.#session.context, {
      json: `${JSON.stringify(document, undefined, 2)}\n`,
    });
  }

  /** A disk that is full does not end a game. */
  #keep(game: PlayedGame): void {
    if (!this.#file) return;
    try {
      this.#file.write(this.#textOf(game));
      this.#saves = true;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      if (this.#saves) this.#screen.refuse(error);
      this.#saves = false;
    }
  }

  #copy(game: PlayedGame, path: string): void {
    if (path !== '') {
      newFile(path, this.#session.context.cwd).write(this.#textOf(game));
      this.#screen.say(`A copy is in ${path}.`);
      return;
    }
    this.#keep(game);
    this.#screen.say(this.#whereKept('is kept'));
  }

  #whereKept(is: string): string {
    if (!this.#file) return 'The game is kept nowhere (--no-save); save FILE writes it.';
    return `The game ${is} in ${this.#file.path}. help lists what you may type.`;
  }

  #sayHowToGoOn(): void {
    if (!this.#file) {
      this.#screen.say('The game is kept nowhere (--no-save).');
    } else if (!this.#saves) {
      this.#screen.say(`The last moves could not be written to ${this.#file.path}.`);
    } else {
      this.#screen.say(`The game is kept up to the last move in ${this.#file.path}. To go on:`);
      this.#screen.command(this.#resume);
    }
  }

  #sayWhatIsLeft(): void {
    const left = this.#input instanceof ScriptInput ? this.#input.left : 0;
    if (left > 0) this.#screen.say(`note: ${left} lines of ${this.#options.moves} were not needed`);
  }

  #textOf(game: PlayedGame): string {
    return saveGame(this.#opened.played.playable, game, packageVersion());
  }
}

function inputFor({ moves }: PlayOptions, { input, cwd }: Context): Input {
  if (moves !== undefined) return new ScriptInput(readFileSync(resolve(cwd, moves), 'utf8'), moves);
  if (input) return input;
  throw usage('nothing can be typed here', 'name a file of moves: --moves FILE');
}

/** @throws InputError where options say anew what the game has settled. */
function savedGame(path: string, options: PlayOptions, { argv, context }: Session): SavedGame {
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
  return readSavedGame(new GameFile(path, context.cwd).read(), path, packageVersion());
}

function fileFor(
  saved: SavedGame | undefined,
  { save }: PlayOptions,
  name: string,
  { cwd }: Context,
): GameFile | undefined {
  if (save === false) return undefined;
  if (save !== undefined) return save === saved?.file ? new GameFile(save, cwd) : newFile(save, cwd);
  if (saved) return new GameFile(saved.file, cwd);
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

function titleOfSeat(seat: string): string {
  if (seat === 'solution') return 'the game as it is solved';
  const { title } = strategyOf(seat);
  return `the strategy ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

function usage(message: string, advice: string): InputError {
  return new InputError([{ code: 'play', message, advice }]);
}
