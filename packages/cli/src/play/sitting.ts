import type { PlayedGame, Turn } from '@usmca-sim/core/play';
import { trunk } from '@usmca-sim/core/play';
import { castOf, joined, moveForYou, type PlayedCase, regimeInWords } from '@usmca-sim/reporter/play';
import { type Ending, type Heard, Hearing } from './hearing.ts';
import { InPlay, type Table } from './in-play.ts';
import { Telling } from './telling.ts';
import { type Choice, chancesIn, choiceIn, refused } from './words.ts';

/** People at the table, from when they sit down until the game is over or they get up. */
export class Sitting {
  readonly #inPlay: InPlay;
  readonly #telling: Telling;
  readonly #hearing: Hearing;
  /** Predictions that have been asked for, answered or not. */
  readonly #asked = new Set<string>();

  constructor(
    table: Table,
    game: PlayedGame,
    { predicts, isResumed }: { readonly predicts: boolean; readonly isResumed: boolean },
  ) {
    this.#inPlay = new InPlay(table, game, predicts);
    this.#telling = new Telling(this.#inPlay, isResumed);
    this.#hearing = new Hearing(this.#inPlay, this.#telling, (party) => this.#askForPredictions(party, true));
  }

  /** The game as it stands. */
  get game(): PlayedGame {
    return this.#inPlay.game;
  }

  async play(): Promise<Ending> {
    for (;;) {
      const { turn } = this.#inPlay;
      const ending = await (turn.kind === 'over'
        ? this.#atTheEnd()
        : turn.kind === 'others'
          ? this.#letOthersMove(turn)
          : this.#askForMove(turn));
      if (ending) return ending;
    }
  }

  async #letOthersMove({ parties, about }: Extract<Turn, { kind: 'others' }>): Promise<Ending | undefined> {
    // Whether somebody imposes or lifts something is worth no question at every review.
    if (parties.length > 0 && /^(?:offer|answer|confirm)/.test(about)) {
      for (const party of this.#inPlay.people) {
        const heard = await this.#askForPredictions(party);
        if (heard) return heard.kind === 'stop' ? heard.ending : undefined;
      }
    }
    this.#inPlay.happen({ type: 'go-on' });
    this.#tellOfPrediction();
    return undefined;
  }

  async #askForMove({ parties, about }: Extract<Turn, { kind: 'people' }>): Promise<Ending | undefined> {
    const party = parties[0]!;
    const { screen } = this.#inPlay.table;
    await this.#telling.hand(party);
    this.#telling.board(party);
    const predicted = await this.#askForPredictions(party);
    if (predicted) return predicted.kind === 'stop' ? predicted.ending : undefined;
    const choices = this.#inPlay.choicesOf(
      about,
      this.#inPlay.view(party).moves.map(({ move }) => move),
    );
    screen.choices(choices.map(({ shown }) => shown));
    for (;;) {
      const heard = await this.#hearing.next(this.#inPlay.promptOf(party), party);
      if (heard.kind === 'stop') return heard.ending;
      if (heard.kind === 'changed') return undefined;
      const made = this.#inPlay.tried(() => {
        const choice = choices[choiceIn(heard.line, choices)]!;
        this.#inPlay.happen({ type: 'move', party, move: choice.move });
        return choice;
      });
      if (!made) continue;
      const isSealed = this.#inPlay.state.sealed.length > 0;
      screen.say(
        `You have chosen: ${made.shown}.${isSealed ? ' It is sealed until the other has chosen.' : ''}`,
      );
      this.#tellOfPrediction();
      return undefined;
    }
  }

  /** Asks a party what others do next; undefined where that is done with, or there is nothing to predict. */
  async #askForPredictions(
    party: number,
    isWanted = false,
  ): Promise<Exclude<Heard, { kind: 'line' }> | undefined> {
    const { cast, table, turn } = this.#inPlay;
    if (turn.kind === 'over') return undefined;
    for (const { of, moves } of this.#inPlay.view(party).mayPredict) {
      const at = `${this.#inPlay.game.branch}/${this.#inPlay.state.moves.length}/${party}/${of}`;
      if (!isWanted && (!this.#inPlay.predicts || this.#asked.has(at))) continue;
      this.#asked.add(at);
      await this.#telling.hand(party);
      this.#telling.news(party);
      const choices = moves.map((move): Choice => {
        const shown = moveForYou(turn.about, move, cast).replace(/^([^“]*?)\byour\b/, '$1its');
        return { move, shown };
      });
      table.screen.heading(`Before it is shown: what does ${cast.names[of]} do?`);
      table.screen.choices(choices.map(({ shown }) => shown));
      table.screen.say('Type 2 if you are certain of 2, or percent, such as 1=70 2=30; Enter skips.');
      for (;;) {
        const heard = await this.#hearing.next(`${this.#inPlay.promptOf(party)}, your prediction`, party, {
          takesEmpty: true,
          isDone: () => !this.#inPlay.predicts && !isWanted,
        });
        if (heard.kind !== 'line') return heard;
        const isDone = this.#inPlay.tried(() => {
          if (heard.line.trim() === '') return true;
          const chances = chancesIn(heard.line, choices);
          this.#inPlay.happen({ type: 'predict-move', party, of, chances });
          return true;
        });
        if (isDone) break;
      }
    }
    return undefined;
  }

  /** What the one person at the table had given the move that has come; several hear of theirs in the debrief. */
  #tellOfPrediction(): void {
    if (this.#inPlay.people.length > 1) return;
    const { predictions, moves } = this.#inPlay.state;
    const last = moves.at(-1);
    for (const one of predictions) {
      if (!last || one.kind !== 'move' || one.at !== moves.length - 1) continue;
      const side = last.players.indexOf(one.of);
      const made = last.players.length === 1 ? last.move : last.move.split(' / ')[side]!;
      this.#telling.news(one.party);
      this.#inPlay.table.screen.say(`You had given that ${Math.round(100 * (one.chances[made] ?? 0))}%.`);
    }
  }

  async #atTheEnd(): Promise<Ending | undefined> {
    const { table, playable, state, game, cast } = this.#inPlay;
    const { holder } = this.#telling;
    this.#telling.news(holder);
    const { regime } = playable.game.year.states[state.state]!;
    const ended = regimeInWords(regime === 'in-force' ? 'expired' : regime, cast.names);
    table.screen.heading(`The game is over: ${ended}`);
    // A script has no afterthoughts.
    if (table.input.place) return 'over';
    const where = game.branch === trunk ? '' : ` This was “${game.branch}”; back returns to what it left.`;
    table.screen.say(`Enter shows the debrief; undo takes your last move back.${where}`);
    for (;;) {
      const heard = await this.#hearing.next('The end', holder, { takesEmpty: true });
      if (heard.kind === 'stop') return heard.ending === 'no-more-lines' ? 'over' : heard.ending;
      if (heard.kind === 'changed') return undefined;
      if (heard.line.trim() === '') return 'over';
      this.#inPlay.tried(() => {
        throw refused('the game is over', 'Enter shows the debrief; or undo, what-if NAME, branches, quit');
      });
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
  const playedBy = (seat: string) => names.filter((_, party) => setup.seats[party] === seat);
  const people = playedBy('person');
  const others = [...new Set(setup.seats)].flatMap((seat) => {
    if (seat === 'person') return [];
    const theirs = playedBy(seat);
    return [`; ${joined(theirs)} ${theirs.length > 1 ? 'are' : 'is'} played by ${titleOf(seat)}`];
  });
  return `${people.length > 1 ? 'People play' : 'You play'} ${joined(people)}${others.join('')}.`;
}
