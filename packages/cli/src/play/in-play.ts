import { InputError } from '@usmca-sim/core';
import {
  type GameEvent,
  type PlayedGame,
  type PlayerView,
  play,
  stateOf,
  type Turn,
  trunk,
  turnOf,
  viewOf,
} from '@usmca-sim/core/play';
import {
  type Cast,
  castOf,
  headingsOf,
  moveForYou,
  type PlayedCase,
  plainLine,
  type TurnToShow,
} from '@usmca-sim/reporter/play';
import type { Input } from '../context.ts';
import type { Screen } from './screen.ts';
import type { Choice } from './words.ts';

/** What a game is played at. */
export interface Table {
  readonly played: PlayedCase;
  readonly money: TurnToShow['money'];
  readonly screen: Screen;
  readonly input: Input;
  /** Called with the game after everything that happens to it. */
  keep(game: PlayedGame): void;
  /** Says where the game is kept, or writes a copy of it where a place is named. */
  copy(game: PlayedGame, path: string): void;
}

/** The game on the table, with what everybody at it asks of it. */
export class InPlay {
  readonly table: Table;
  /** Parties that people play. */
  readonly people: readonly number[];
  /** Whether people are asked for predictions. */
  predicts: boolean;
  #game: PlayedGame;

  constructor(table: Table, game: PlayedGame, predicts: boolean) {
    this.table = table;
    this.people = game.setup.seats.flatMap((seat, party) => (seat === 'person' ? [party] : []));
    this.predicts = predicts;
    this.#game = game;
  }

  get game(): PlayedGame {
    return this.#game;
  }

  /** The game changes, and is kept. */
  set game(game: PlayedGame) {
    this.#game = game;
    this.table.keep(game);
  }

  happen(event: GameEvent): void {
    this.game = play(this.playable, this.#game, event);
  }

  get playable() {
    return this.table.played.playable;
  }

  get cast(): Cast {
    return castOf(this.table.played);
  }

  get state() {
    return stateOf(this.#game);
  }

  get turn(): Turn {
    return turnOf(this.playable, this.#game.setup, this.state);
  }

  view(party: number): PlayerView {
    return viewOf(this.playable, this.#game.setup, this.state, party);
  }

  /** The turn as a party sees it; undefined once the game is over. */
  shown(party: number): TurnToShow | undefined {
    const { turn } = this;
    if (turn.kind === 'over') return undefined;
    return { view: this.view(party), year: turn.year, about: turn.about, money: this.table.money };
  }

  choicesOf(about: string, moves: readonly string[]): Choice[] {
    return moves.map((move) => ({ move, shown: moveForYou(about, move, this.cast) }));
  }

  /** A line in answer to a prompt; undefined once there are no more. */
  async ask(prompt: string): Promise<string | undefined> {
    const { input, screen } = this.table;
    const plain = plainLine(prompt);
    const line = await input.line(`${plain} `);
    if (!input.isTerminal) screen.typed(plain, line);
    return line;
  }

  /** Who is asked, when, and on which branch: `Canada 2027 [what if]`. */
  promptOf(party: number): string {
    const { turn } = this;
    const { branch } = this.#game;
    const when = turn.kind === 'over' ? '' : ` ${turn.year}`;
    return `${headingsOf(this.table.played)[party]}${when}${branch === trunk ? '' : ` [${branch}]`}`;
  }

  /**
   * What somebody tries at the table: where it cannot be it is said so, and nothing has changed.
   *
   * @throws InputError where a script has tried it: there is nobody to ask again.
   */
  tried<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const place = this.table.input.place?.();
      if (place) {
        const length = Math.max(1, place.text.length);
        throw new InputError(
          error.problems.map((problem) => ({ ...problem, place: { ...place, column: 1, length } })),
        );
      }
      this.table.screen.refuse(error);
      return undefined;
    }
  }
}
