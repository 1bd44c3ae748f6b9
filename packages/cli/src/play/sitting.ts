import { InputError } from '@usmca-sim/core';
import {
  branchOf,
  branchOff,
  type GameEvent,
  goTo,
  type PlayedGame,
  type PlayerView,
  play,
  stateOf,
  type Turn,
  takeBack,
  trunk,
  turnOf,
  viewOf,
} from '@usmca-sim/core/play';
import {
  branchesReport,
  capitalised,
  castOf,
  headingsOf,
  joined,
  moveForYou,
  moveInWords,
  moveReport,
  type PlayedCase,
  publicSheet,
  regimeInWords,
  roleSheet,
  type TurnToShow,
  turnReport,
} from '@usmca-sim/reporter/play';
import type { Input } from '../context.ts';
import type { Screen } from './screen.ts';
import { type Choice, chancesIn, choiceIn, flowIn, refused, type Word, wordIn, words } from './words.ts';

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

/** Why people got up. */
export type Ending = 'over' | 'debrief' | 'quit' | 'no-more-lines';

type Heard =
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'changed' }
  | { readonly kind: 'stop'; readonly ending: Ending };

const changed: Heard = { kind: 'changed' };

/** People at the table, from when they sit down until the game is over or they get up. */
export class Sitting {
  readonly #table: Table;
  readonly #people: readonly number[];
  #game: PlayedGame;
  #predicts: boolean;
  /** Who has the keyboard. */
  #holder: number | undefined;
  /** Who has been given its sheet. */
  readonly #briefed = new Set<number>();
  /** By party, moves of the game that have been told it. */
  readonly #told = [0, 0, 0];
  /** Predictions that have been asked for, answered or not. */
  readonly #asked = new Set<string>();
  readonly #greeted = new Set<string>();

  constructor(
    table: Table,
    game: PlayedGame,
    choices: { readonly predicts: boolean; readonly isResumed: boolean },
  ) {
    this.#table = table;
    this.#game = game;
    this.#people = game.setup.seats.flatMap((seat, party) => (seat === 'person' ? [party] : []));
    this.#predicts = choices.predicts;
    if (choices.isResumed) for (const party of this.#people) this.#briefed.add(party);
  }

  /** The game as it stands. */
  get game(): PlayedGame {
    return this.#game;
  }

  async play(): Promise<Ending> {
    for (;;) {
      const turn = this.#turn();
      const ending =
        turn.kind === 'over'
          ? await this.#atTheEnd()
          : turn.kind === 'others'
            ? await this.#letOthersMove(turn)
            : await this.#askForMove(turn);
      if (ending) return ending;
    }
  }

  #turn(): Turn {
    return turnOf(this.#playable, this.#game.setup, stateOf(this.#game));
  }

  get #playable() {
    return this.#table.played.playable;
  }

  get #cast() {
    return castOf(this.#table.played);
  }

  #view(party: number): PlayerView {
    return viewOf(this.#playable, this.#game.setup, stateOf(this.#game), party);
  }

  #set(game: PlayedGame): void {
    this.#game = game;
    const { length } = stateOf(game).moves;
    this.#told.forEach((told, party) => {
      this.#told[party] = Math.min(told, length);
    });
    this.#table.keep(game);
  }

  #happen(event: GameEvent): void {
    this.#set(play(this.#playable, this.#game, event));
  }

  async #letOthersMove(turn: Extract<Turn, { kind: 'others' }>): Promise<Ending | undefined> {
    if (turn.parties.length > 0 && /^(?:offer|answer|confirm)/.test(turn.about)) {
      for (const party of this.#people) {
        const heard = await this.#askForPredictions(party, turn);
        if (heard?.kind === 'stop') return heard.ending;
        if (heard) return undefined;
      }
    }
    this.#happen({ type: 'go-on' });
    this.#scoreOfPrediction();
    return undefined;
  }

  async #askForMove(turn: Extract<Turn, { kind: 'people' }>): Promise<Ending | undefined> {
    const party = turn.parties[0]!;
    await this.#hand(party);
    this.#showBoard(party);
    const predicted = await this.#askForPredictions(party, turn);
    if (predicted) return predicted.kind === 'stop' ? predicted.ending : undefined;
    const { moves } = this.#view(party);
    const choices = moves.map(
      ({ move }): Choice => ({
        move,
        shown: moveForYou(turn.about, move, this.#cast),
      }),
    );
    for (;;) {
      this.#table.screen.choices(choices.map(({ shown }) => shown));
      const heard = await this.#hear(`${this.#promptOf(party, turn.year)} `, party);
      if (heard.kind === 'stop') return heard.ending;
      if (heard.kind === 'changed') return undefined;
      const made = this.#tried(() => {
        const choice = choices[choiceIn(heard.line, choices)]!;
        this.#happen({ type: 'move', party, move: choice.move });
        return choice;
      });
      if (!made) continue;
      const isSealed = stateOf(this.#game).sealed.length > 0;
      this.#table.screen.say(
        isSealed
          ? 'Your answer is sealed until the other has given its own.'
          : `You have chosen: ${made.shown}.`,
      );
      this.#scoreOfPrediction();
      return undefined;
    }
  }

  /** Asks a party what others will do next; undefined where it is done with, or nothing is to be predicted. */
  async #askForPredictions(
    party: number,
    { about, year }: { readonly about: string; readonly year: number },
    isAskedFor = false,
  ): Promise<Exclude<Heard, { kind: 'line' }> | undefined> {
    for (const { of, moves } of this.#view(party).mayPredict) {
      const at = `${this.#game.branch}/${stateOf(this.#game).moves.length}/${party}/${of}`;
      if (!isAskedFor && (!this.#predicts || this.#asked.has(at))) continue;
      this.#asked.add(at);
      await this.#hand(party);
      this.#tellNews(party);
      const { names } = this.#cast;
      const choices = moves.map(
        (move): Choice => ({
          move,
          shown: capitalised(this.#infinitive(about, move)),
        }),
      );
      const { screen } = this.#table;
      screen.heading(`Before it is shown: what does ${names[of]} do?`);
      screen.choices(
        choices.map(({ shown }) => shown),
        'such as 2, or 1=70 2=30 in percent; Enter skips',
      );
      for (;;) {
        const heard = await this.#hear(`${this.#promptOf(party, year)} predict> `, party, true);
        if (heard.kind !== 'line') return heard;
        if (heard.line.trim() === '') break;
        const done = this.#tried(() => {
          this.#happen({
            type: 'predict-move',
            party,
            of,
            chances: chancesIn(heard.line, choices),
          });
          return true;
        });
        if (done) break;
      }
    }
    return undefined;
  }

  #infinitive(about: string, move: string): string {
    return moveForYou(about, move, this.#cast).replace(/\byour\b/, 'its');
  }

  /** What the one person at the table had given the move that has come; several hear of theirs in the debrief. */
  #scoreOfPrediction(): void {
    if (this.#people.length > 1) return;
    const { predictions, moves } = stateOf(this.#game);
    const last = moves.at(-1);
    for (const one of predictions) {
      if (one.kind !== 'move' || one.at !== moves.length - 1 || !last) continue;
      const made =
        last.players.length === 1 ? last.move : last.move.split(' / ')[last.players.indexOf(one.of)]!;
      this.#tellNews(one.party);
      this.#table.screen.say(`You had given that ${Math.round(100 * (one.chances[made] ?? 0))}%.`);
    }
  }

  /** Gives the keyboard to a party: what the one before has seen goes off the screen first. */
  async #hand(party: number): Promise<void> {
    const { screen, input, played } = this.#table;
    const name = headingsOf(played)[party]!;
    if (this.#people.length > 1 && this.#holder !== party) {
      screen.clear();
      screen.heading(`Pass the keyboard to ${name}`);
      this.#tellNews(party);
      if (input.isTerminal) {
        await input.line(`\n${name}: press Enter when nobody else looks `);
        screen.clear();
      }
    }
    this.#holder = party;
    if (this.#briefed.has(party)) return;
    this.#briefed.add(party);
    screen.report(roleSheet(played, party));
    if (!input.isTerminal) return;
    screen.gap();
    await input.line('This is your sheet; role shows it again. Press Enter to begin ');
  }

  /** What a party has not been told yet. */
  #tellNews(party: number): void {
    const { screen } = this.#table;
    const { moves } = stateOf(this.#game);
    const news = moves.slice(this.#told[party]!);
    this.#told[party] = moves.length;
    const turn = this.#turn();
    const years = [
      ...new Set([...news.map(({ year }) => year), ...(turn.kind === 'over' ? [] : [turn.year])]),
    ];
    for (const year of years) {
      const said = this.#game.setup.news.find(({ at }) => at === year)?.say;
      const key = `${party}/${year}`;
      const isNew = !this.#greeted.has(key);
      this.#greeted.add(key);
      if (isNew) screen.heading(`Review of ${year}`);
      if (isNew && said) screen.say(`The facilitator: ${said}`);
      screen.points(
        news.filter((move) => move.year === year).map((move) => capitalised(moveInWords(move, this.#cast))),
      );
    }
  }

  #showBoard(party: number): void {
    this.#tellNews(party);
    const shown = this.#shown(party);
    if (shown) this.#table.screen.report(turnReport(this.#table.played, shown));
  }

  #shown(party: number): TurnToShow | undefined {
    const turn = this.#turn();
    if (turn.kind === 'over') return undefined;
    const { year, about } = turn;
    return { view: this.#view(party), year, about, money: this.#table.money };
  }

  #promptOf(party: number, year: number): string {
    const { branch } = this.#game;
    return `${headingsOf(this.#table.played)[party]} ${year}${branch === trunk ? '' : ` [${branch}]`}>`;
  }

  /** Hears until somebody says something that is not a word of the table, or that changes the game. */
  async #hear(prompt: string, party: number, takesEmpty = false): Promise<Heard> {
    for (;;) {
      const line = await this.#table.input.line(prompt);
      if (line === undefined) {
        return {
          kind: 'stop',
          ending: this.#table.input.isTerminal ? 'quit' : 'no-more-lines',
        };
      }
      if (line.trim() === '' && !takesEmpty) continue;
      const said = wordIn(line);
      if (!said) return { kind: 'line', line };
      const heard = await this.#doWord(said.word, said.rest, party);
      if (heard) return heard;
    }
  }

  /** Does what a word says; undefined where the same is asked again. */
  async #doWord(word: Word, rest: string, party: number): Promise<Heard | undefined> {
    const { screen, played } = this.#table;
    switch (word) {
      case 'help':
        screen.heading('What you may type');
        screen.points([
          'the number of a move, or its name',
          ...words.map(([usage, what]) => `${usage}: ${what}`),
        ]);
        return undefined;
      case 'role':
        screen.report(roleSheet(played, party));
        return undefined;
      case 'shared':
        screen.report(publicSheet(played));
        return undefined;
      case 'board':
        this.#showBoard(party);
        return undefined;
      case 'log':
        this.#showLog();
        return undefined;
      case 'news':
        this.#showNews();
        return undefined;
      case 'branches':
        screen.report(branchesReport(played, this.#game, party));
        return undefined;
      case 'show':
        this.#tried(() => this.#showMove(rest, party));
        return undefined;
      case 'predict':
        return this.#predict(rest, party);
      case 'save':
        this.#tried(() => this.#table.copy(this.#game, rest));
        return undefined;
      case 'undo':
        return this.#undo(party);
      case 'what-if':
        return this.#tried(() => {
          const name = rest || `what if ${this.#game.branches.length}`;
          this.#set(branchOff(this.#game, name));
          screen.say(`You try something: “${name}”. The game itself waits; back takes you there.`);
          return changed;
        });
      case 'go':
        return this.#tried(() => this.#goTo(this.#game.branches[Number(rest) - 1]?.name ?? rest));
      case 'back':
        return this.#tried(() => {
          const { from } = branchOf(this.#game);
          if (!from)
            throw refused('this is the game itself', 'what-if NAME leaves it, branches lists what-ifs');
          return this.#goTo(from.branch);
        });
      case 'debrief':
        return this.#mayEnd();
      case 'quit':
        return { kind: 'stop', ending: 'quit' };
    }
  }

  async #predict(rest: string, party: number): Promise<Heard | undefined> {
    const { screen } = this.#table;
    if (rest === 'off' || rest === 'on') {
      this.#predicts = rest === 'on';
      screen.say(`You are ${this.#predicts ? '' : 'not '}asked for predictions.`);
      return undefined;
    }
    if (rest !== '') {
      this.#tried(() => {
        const flow = flowIn(rest, this.#cast.table.parties);
        this.#happen({ type: 'predict-flow', party, ...flow });
        screen.say('Noted; the debrief says what came.');
      });
      return undefined;
    }
    const turn = this.#turn();
    if (turn.kind === 'over' || this.#view(party).mayPredict.length === 0) {
      screen.say('Nobody else decides now. A flow can be predicted at any time: predict USA from CAN -3.5');
      return undefined;
    }
    return this.#askForPredictions(party, turn, true);
  }

  #undo(party: number): Heard | undefined {
    const { screen } = this.#table;
    const before = stateOf(this.#game).moves;
    const back = takeBack(this.#game, party);
    if (back === this.#game) {
      screen.say('! you have made no move that could be taken back');
      return undefined;
    }
    const undone = before.slice(stateOf(back).moves.length).find(({ players }) => players.includes(party));
    this.#set(back);
    screen.say(`Taken back${undone ? `: ${moveInWords(undone, this.#cast)} (${undone.year})` : ''}.`);
    return changed;
  }

  #goTo(name: string): Heard {
    this.#set(goTo(this.#game, name));
    // What is told of another branch begins where it parts from this one: the log has all of it.
    const { length } = stateOf(this.#game).moves;
    for (const party of this.#people) this.#told[party] = length;
    this.#table.screen.say(name === trunk ? 'Back in the game itself.' : `You are in “${name}”.`);
    return changed;
  }

  async #mayEnd(): Promise<Heard | undefined> {
    const { input, screen } = this.#table;
    screen.say('The debrief shows what every government wanted, and what it is worth to each.');
    const answer = await input.line('End the game here? yes or no > ');
    return answer?.trim().toLowerCase() === 'yes' ? { kind: 'stop', ending: 'debrief' } : undefined;
  }

  #showMove(rest: string, party: number): void {
    const shown = this.#shown(party);
    const moves = shown?.view.moves ?? [];
    if (!shown || moves.length === 0)
      throw refused('there is no move of yours to show', 'wait for your turn');
    const choices = moves.map(
      ({ move }): Choice => ({
        move,
        shown: moveForYou(shown.about, move, this.#cast),
      }),
    );
    if (rest === '') throw refused('show which move', `such as show 1; there are ${moves.length}`);
    this.#table.screen.report(moveReport(this.#table.played, shown, moves[choiceIn(rest, choices)]!));
  }

  #showLog(): void {
    const { moves } = stateOf(this.#game);
    this.#table.screen.heading('What has happened');
    this.#table.screen.points(
      moves.length === 0
        ? ['nothing yet']
        : moves.map((move) => `${move.year}: ${moveInWords(move, this.#cast)}`),
    );
  }

  #showNews(): void {
    const { screen } = this.#table;
    const turn = this.#turn();
    const until = turn.kind === 'over' ? Number.POSITIVE_INFINITY : turn.year;
    const came = stateOf(this.#game).moves.filter(({ players }) => players.length === 0);
    const said = this.#game.setup.news.flatMap(({ at, say }) => (say && at <= until ? [{ at, say }] : []));
    screen.heading('The news so far');
    screen.points([
      ...came.map((move) => `${move.year}: ${moveInWords(move, this.#cast)}`),
      ...said.map(({ at, say }) => `${at}, the facilitator: ${say}`),
    ]);
    const { news } = this.#cast.table;
    if (news.length > 0) {
      screen.heading('What may come');
      screen.points(news.map(({ title }) => title));
    }
  }

  async #atTheEnd(): Promise<Ending | undefined> {
    const { screen, played } = this.#table;
    const party = this.#holder ?? this.#people[0]!;
    this.#tellNews(party);
    const { regime } = played.playable.game.year.states[stateOf(this.#game).state]!;
    const { names } = this.#cast;
    screen.heading(`The game is over: ${regimeInWords(regime === 'in-force' ? 'expired' : regime, names)}`);
    const where =
      this.#game.branch === trunk ? '' : ` This was “${this.#game.branch}”; back returns to what it left.`;
    screen.say(`Enter shows the debrief; undo takes the last move back.${where}`);
    const heard = await this.#hear('\n> ', party, true);
    if (heard.kind === 'stop') return heard.ending === 'quit' ? 'quit' : 'over';
    if (heard.kind === 'changed') return undefined;
    if (heard.line.trim() === '') return 'over';
    this.#tried(() => {
      throw refused('the game is over', 'press Enter for the debrief, or undo, what-if, branches, quit');
    });
    return undefined;
  }

  /** What somebody tries at the table: where it cannot be it is said so, and nothing has changed. */
  #tried<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const place = this.#table.input.place?.();
      if (place) {
        throw new InputError(
          error.problems.map((problem) => ({
            ...problem,
            place: {
              ...place,
              column: 1,
              length: Math.max(1, place.text.length),
            },
          })),
        );
      }
      this.#table.screen.refuse(error);
      return undefined;
    }
  }
}

/** Who sits at the table, in a sentence. */
export function whoPlays(
  played: PlayedCase,
  { setup }: PlayedGame,
  titleOf: (seat: string) => string,
): string {
  const { names } = castOf(played);
  const people = names.filter((_, k) => setup.seats[k] === 'person');
  const seats = [...new Set(setup.seats.filter((seat) => seat !== 'person'))];
  const others = seats.map((seat) => {
    const theirs = names.filter((_, k) => setup.seats[k] === seat);
    return `${joined(theirs)} ${theirs.length > 1 ? 'are' : 'is'} played by ${titleOf(seat)}`;
  });
  return `${people.length > 1 ? 'People play' : 'You play'} ${joined(people)}${others.map((other) => `; ${other}`).join('')}.`;
}
