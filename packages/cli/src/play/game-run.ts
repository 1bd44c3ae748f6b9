import { InputError } from '@usmca-sim/core';
import { type PlayedGame, saveGame } from '@usmca-sim/core/play';
import { strategyOf } from '@usmca-sim/core/strategies';
import { lawManifest, renderers } from '@usmca-sim/reporter';
import { castOf, debriefReport, scaleOfEconomy } from '@usmca-sim/reporter/play';
import { type Input, Interrupted } from '../context.ts';
import { emit } from '../emit.ts';
import { exitCodes } from '../exit-codes.ts';
import { behaviourInWords } from '../negotiation-choices.ts';
import { packageVersion } from '../package-version.ts';
import type { PlayableCase } from '../playable-case.ts';
import { reproductionOf } from '../reproduction.ts';
import type { Session } from '../session.ts';
import { type GameFile, newFile } from './game-file.ts';
import type { Ending } from './hearing.ts';
import type { PlayOptions } from './play-command.ts';
import { Screen } from './screen.ts';
import { ScriptInput } from './script-input.ts';
import { Sitting, whoPlays } from './sitting.ts';
import { usage } from './usage.ts';

/** A game as the command runs it, with where it is kept and how it is gone on with. */
export class GameRun {
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
    const ending = await this.#endingOf(sitting);
    switch (ending) {
      case 'interrupted':
        this.#session.exitCode = exitCodes.interrupted;
        return;
      case 'quit':
        screen.gap();
        this.#sayHowToGoOn();
        return;
      case 'no-more-lines':
        this.#sayHowToGoOn();
        throw usage('there are no more lines, and the game is not over', 'add moves, or end with quit');
      case 'over':
      case 'debrief':
        this.#sayWhatIsLeft();
        await this.#debrief(sitting.game);
    }
  }

  async #endingOf(sitting: Sitting): Promise<Ending | 'interrupted'> {
    try {
      return await sitting.play();
    } catch (error) {
      if (error instanceof Interrupted) {
        this.#screen.gap();
        this.#screen.say('Interrupted.');
        this.#sayHowToGoOn();
        return 'interrupted';
      }
      if (error instanceof InputError && this.#input.place) this.#sayHowToGoOn();
      throw error;
    }
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

function titleOfSeat(seat: string): string {
  if (seat === 'solution') return 'the game as it is solved';
  const { title } = strategyOf(seat);
  return `the strategy ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
