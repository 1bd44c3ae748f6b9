import { capitalised, headingsOf, moveInWords, roleBrief, turnReport } from '@usmca-sim/reporter/play';
import type { InPlay } from './in-play.ts';

/** Who has the keyboard, and what each has been told. */
export class Telling {
  readonly #inPlay: InPlay;
  #holder: number | undefined;
  /** Who has been given its sheet. */
  readonly #briefed: Set<number>;
  /** By party, how many moves of the game it has been told, and years that have been opened. */
  readonly #told = [0, 0, 0];
  readonly #opened = new Set<string>();

  constructor(inPlay: InPlay, isResumed: boolean) {
    this.#inPlay = inPlay;
    this.#briefed = new Set(isResumed ? inPlay.people : []);
  }

  /** Whoever has the keyboard. */
  get holder(): number {
    return this.#holder ?? this.#inPlay.people[0]!;
  }

  /** Gives the keyboard to a party: what the one before has seen goes off the screen first. */
  async hand(party: number): Promise<void> {
    const { people, table } = this.#inPlay;
    const { screen, input, played } = table;
    const name = headingsOf(played)[party]!;
    if (people.length > 1 && this.#holder !== party) {
      screen.clear();
      screen.heading(`Pass the keyboard to ${name}`);
      this.news(party);
      if (input.isTerminal) {
        screen.gap();
        await this.#inPlay.ask(`${name}: press Enter when nobody else looks`);
        screen.clear();
      }
    }
    this.#holder = party;
    if (this.#briefed.has(party)) return;
    this.#briefed.add(party);
    screen.report(roleBrief(played, party));
    if (!input.isTerminal) return;
    screen.gap();
    await this.#inPlay.ask('role shows this again, role more the rest of your sheet. Press Enter to begin');
  }

  /** What has happened and a party has not been told yet. */
  news(party: number): void {
    const { table, state, turn, cast, game } = this.#inPlay;
    const { screen } = table;
    const news = state.moves.slice(this.#told[party]!);
    this.#told[party] = state.moves.length;
    const now = turn.kind === 'over' ? [] : [turn.year];
    for (const year of new Set([...news.map((move) => move.year), ...now])) {
      const opened = `${party}/${year}`;
      if (!this.#opened.has(opened)) {
        this.#opened.add(opened);
        screen.heading(`Review of ${year}`);
        const said = game.setup.news.find(({ at }) => at === year)?.say;
        if (said) screen.say(`The facilitator: ${said}`);
      }
      screen.points(
        news.filter((move) => move.year === year).map((move) => capitalised(moveInWords(move, cast))),
      );
    }
  }

  /** What may be done now, for who has the keyboard. */
  board(party: number): void {
    this.news(party);
    const shown = this.#inPlay.shown(party);
    if (shown) this.#inPlay.table.screen.report(turnReport(this.#inPlay.table.played, shown));
  }

  /** Moves have been taken back. */
  forget(): void {
    const { length } = this.#inPlay.state.moves;
    this.#told.forEach((told, party) => {
      this.#told[party] = Math.min(told, length);
    });
  }

  /** Another branch is played: what it shares with this one is known, and the log has the rest. */
  skip(): void {
    this.#told.fill(this.#inPlay.state.moves.length);
  }

  log(): void {
    const { table, state, cast } = this.#inPlay;
    table.screen.heading('What has happened');
    table.screen.points(
      state.moves.length === 0
        ? ['nothing yet']
        : state.moves.map((move) => `${move.year}: ${moveInWords(move, cast)}`),
    );
  }

  /** News that came and may come. */
  newspaper(): void {
    const { table, state, cast, turn, game } = this.#inPlay;
    const { screen } = table;
    const until = turn.kind === 'over' ? Number.POSITIVE_INFINITY : turn.year;
    const came = state.moves.filter(({ players }) => players.length === 0);
    const said = game.setup.news.filter(({ at, say }) => say !== undefined && at <= until);
    screen.heading('The news so far');
    screen.points([
      ...came.map((move) => `${move.year}: ${moveInWords(move, cast)}`),
      ...said.map(({ at, say }) => `${at}, the facilitator: ${say}`),
    ]);
    if (cast.table.news.length === 0) return;
    screen.heading('What may come');
    screen.points(cast.table.news.map(({ title }) => title));
  }
}
