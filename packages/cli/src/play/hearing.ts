import { branchOf, branchOff, goTo, takeBack, trunk } from '@usmca-sim/core/play';
import {
  branchesReport,
  moveInWords,
  moveReport,
  publicSheet,
  roleBrief,
  roleSheet,
} from '@usmca-sim/reporter/play';
import type { InPlay } from './in-play.ts';
import type { Telling } from './telling.ts';
import { choiceIn, flowIn, refused, type Word, wordIn, words } from './words.ts';

/** Why people got up. */
export type Ending = 'over' | 'debrief' | 'quit' | 'no-more-lines';

/** What came of listening: a line that is for whoever has asked, another position, or the end. */
export type Heard =
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'changed' }
  | { readonly kind: 'stop'; readonly ending: Ending };

const changed: Heard = { kind: 'changed' };

/** Listens to the table, and does what its words say. */
export class Hearing {
  readonly #inPlay: InPlay;
  readonly #telling: Telling;
  /** Asks a party to predict what it may. */
  readonly #askForPredictions: (party: number) => Promise<Heard | undefined>;

  constructor(
    inPlay: InPlay,
    telling: Telling,
    askForPredictions: (party: number) => Promise<Heard | undefined>,
  ) {
    this.#inPlay = inPlay;
    this.#telling = telling;
    this.#askForPredictions = askForPredictions;
  }

  /**
   * Listens until something is said that is not a word of the table, or that changes the game.
   *
   * @param asks whether Enter alone is an answer, and whether a word has left nothing to ask, which is as if Enter had
   *   been pressed.
   */
  async next(
    prompt: string,
    party: number,
    asks: { readonly takesEmpty?: boolean; readonly isDone?: () => boolean } = {},
  ): Promise<Heard> {
    const { input } = this.#inPlay.table;
    for (;;) {
      const line = await this.#inPlay.ask(`${prompt}>`);
      if (line === undefined) return { kind: 'stop', ending: input.isTerminal ? 'quit' : 'no-more-lines' };
      if (line.trim() === '' && !asks.takesEmpty) continue;
      const said = wordIn(line);
      if (!said) return { kind: 'line', line };
      const heard = await this.#do(said.word, said.rest, party);
      if (heard) return heard;
      if (asks.isDone?.()) return { kind: 'line', line: '' };
    }
  }

  /** Undefined where the same is asked again. */
  async #do(word: Word, rest: string, party: number): Promise<Heard | undefined> {
    const { table, game } = this.#inPlay;
    const { screen, played } = table;
    switch (word) {
      case 'help':
        screen.heading('What you may type');
        screen.points([
          'the number of a move, or its name',
          ...words.map(([use, what]) => `${use}: ${what}`),
        ]);
        return undefined;
      case 'role':
        screen.report((rest.toLowerCase() === 'more' ? roleSheet : roleBrief)(played, party));
        return undefined;
      case 'shared':
        screen.report(publicSheet(played));
        return undefined;
      case 'board':
        this.#telling.board(party);
        return undefined;
      case 'log':
        this.#telling.log();
        return undefined;
      case 'news':
        this.#telling.newspaper();
        return undefined;
      case 'branches':
        screen.report(branchesReport(played, game, party));
        return undefined;
      case 'show':
        this.#inPlay.tried(() => this.#showMove(rest, party));
        return undefined;
      case 'predict':
        return this.#predict(rest, party);
      case 'save':
        this.#inPlay.tried(() => table.copy(game, rest));
        return undefined;
      case 'undo':
        return this.#inPlay.tried(() => this.#undo(party));
      case 'what-if':
        return this.#inPlay.tried(() => this.#branchOff(rest || `what if ${game.branches.length}`));
      case 'go':
        return this.#inPlay.tried(() => this.#goTo(game.branches[Number(rest) - 1]?.name ?? rest));
      case 'back':
        return this.#inPlay.tried(() => this.#goBack());
      case 'debrief':
        return this.#mayEnd();
      case 'quit':
        return { kind: 'stop', ending: 'quit' };
    }
  }

  #showMove(rest: string, party: number): void {
    const shown = this.#inPlay.shown(party);
    const moves = shown?.view.moves ?? [];
    if (!shown || moves.length === 0)
      throw refused('there is no move of yours to show', 'wait for your turn');
    if (rest === '') throw refused('a move to show is missing', `such as show ${moves.length}`);
    const choices = this.#inPlay.choicesOf(
      shown.about,
      moves.map(({ move }) => move),
    );
    const { screen, played } = this.#inPlay.table;
    screen.report(moveReport(played, shown, moves[choiceIn(rest, choices)]!));
  }

  async #predict(rest: string, party: number): Promise<Heard | undefined> {
    const { screen } = this.#inPlay.table;
    if (rest === 'off' || rest === 'on') {
      this.#inPlay.predicts = rest === 'on';
      screen.say(
        rest === 'on' ? 'You will be asked for predictions.' : 'You will not be asked for predictions.',
      );
      return undefined;
    }
    if (rest !== '') {
      this.#inPlay.tried(() => {
        const flow = flowIn(rest, this.#inPlay.cast.table.parties);
        this.#inPlay.happen({ type: 'predict-flow', party, ...flow });
        screen.say('Noted; the debrief says what came.');
      });
      return undefined;
    }
    if (this.#inPlay.turn.kind !== 'over' && this.#inPlay.view(party).mayPredict.length > 0) {
      return this.#askForPredictions(party);
    }
    screen.say('Nobody else decides now. A flow can be predicted at any time: predict USA from CAN -3.5');
    return undefined;
  }

  #undo(party: number): Heard {
    const { moves, sealed } = this.#inPlay.state;
    const back = takeBack(this.#inPlay.game, party);
    if (back === this.#inPlay.game) throw refused('there is no move of yours to take back', 'make one first');
    this.#inPlay.game = back;
    this.#telling.forget();
    const undone = moves
      .slice(this.#inPlay.state.moves.length)
      .find(({ players }) => players.includes(party));
    const what = undone ? `: ${moveInWords(undone, this.#inPlay.cast)} (${undone.year})` : '';
    this.#inPlay.table.screen.say(`Taken back${sealed.length > 0 && !undone ? ': a sealed answer' : what}.`);
    return changed;
  }

  #branchOff(name: string): Heard {
    this.#inPlay.game = branchOff(this.#inPlay.game, name);
    this.#inPlay.table.screen.say(
      `You try something, “${name}”. The game itself waits; back takes you there.`,
    );
    return changed;
  }

  #goTo(name: string): Heard {
    this.#inPlay.game = goTo(this.#inPlay.game, name);
    this.#telling.skip();
    this.#inPlay.table.screen.say(name === trunk ? 'Back in the game itself.' : `You are in “${name}”.`);
    return changed;
  }

  #goBack(): Heard {
    const { from } = branchOf(this.#inPlay.game);
    if (!from) throw refused('this is the game itself', 'what-if NAME leaves it, branches lists what-ifs');
    return this.#goTo(from.branch);
  }

  async #mayEnd(): Promise<Heard | undefined> {
    const { screen } = this.#inPlay.table;
    if (this.#inPlay.turn.kind !== 'over') {
      screen.say('The debrief shows what every government wanted, and what it is worth to each.');
      const answer = await this.#inPlay.ask('End the game here? yes or no>');
      if (answer?.trim().toLowerCase() !== 'yes') return undefined;
    }
    return { kind: 'stop', ending: 'debrief' };
  }
}
