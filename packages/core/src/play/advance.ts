import { type Draft, enablePatches, produceWithPatches } from 'immer';
import seedrandom from 'seedrandom';
import { InputError } from '../problems/problem.ts';
import { strategyOf } from '../strategies/catalogue.ts';
import { nextChild } from '../strategies/play-reviews.ts';
import type { ReviewWalk } from '../strategies/review-walk.ts';
import type { Random, Strategy } from '../strategies/strategy.ts';
import type { GameEvent, GameSetup, GameState } from './game-state.ts';
import { objectionTo } from './objections.ts';
import { noNews } from './planned-news.ts';
import { childNamed, type Playable, walkTo } from './playable.ts';
import type { LoggedEvent } from './played-game.ts';
import { turnAt } from './turn.ts';

enablePatches();

/** What an event does. */
export interface GameStep extends LoggedEvent {
  readonly state: GameState;
}

/**
 * The game after an event; `state` itself never changes. What is drawn depends on the seed, on who draws and on how many
 * moves have been made, and on nothing else: a game that is taken up again goes on as it would have.
 *
 * @throws InputError where the event cannot be, with what could be instead.
 */
export function advance(playable: Playable, setup: GameSetup, state: GameState, event: GameEvent): GameStep {
  const walk = walkTo(playable, state.moves);
  const objection = objectionTo(walk, setup, state, event);
  if (objection) throw new InputError([objection]);
  const [next, patches, inversePatches] = produceWithPatches(state, (draft) => {
    take(walk, setup, draft, event);
  });
  return { event, state: next, patches, inversePatches };
}

function take(walk: ReviewWalk, setup: GameSetup, draft: Draft<GameState>, event: GameEvent): void {
  switch (event.type) {
    case 'predict-move': {
      const { party, of, chances } = event;
      draft.predictions.push({ kind: 'move', party, of, at: draft.moves.length, chances: { ...chances } });
      return;
    }
    case 'predict-flow': {
      const { party, importer, exporter, change } = event;
      draft.predictions.push({ kind: 'flow', party, review: draft.review, importer, exporter, change });
      return;
    }
    case 'move': {
      draft.sealed.push({ party: event.party, move: event.move });
      const turn = turnAt(walk, setup, draft);
      if (turn.kind === 'people' && turn.parties.length > 0) return;
      break;
    }
    case 'go-on':
  }
  walk.take(childNext(walk, setup, draft));
  const { review, state, node, scores, log } = walk;
  draft.moves.push({ ...log.at(-1)!, players: [...log.at(-1)!.players] });
  if (draft.sealed.length > 0) draft.sealed = [];
  draft.review = review;
  draft.state = state;
  draft.node = node;
  draft.scores = [...scores];
}

/** What comes of the decisions at a node: those sealed, those of strategies, those of chance or of a facilitator. */
function childNext(walk: ReviewWalk, { seats, seed, news }: GameSetup, { sealed }: GameState): number {
  const year = walk.game.year.table.reviews[walk.review]!;
  if (walk.players.length === 0) {
    const planned = news.find(({ at }) => at === year)?.news;
    if (planned !== undefined) return childNamed(walk, planned === noNews ? 'no news' : planned);
  }
  const strategies = seats.map((seat, party) =>
    seat === 'person' ? answering(sealed.find((one) => one.party === party)?.move) : strategyOfSeat(seat),
  );
  const { parties } = walk.game.year.table;
  const stream = (of: string): Random => {
    // Most moves draw from none or one of them.
    let random: Random | undefined;
    return () => {
      random ??= seedrandom(`${seed}/${of}/after ${walk.log.length} moves`);
      return random();
    };
  };
  return nextChild(walk, strategies, { news: stream('news'), parties: parties.map(stream) });
}

/** To play the solution is to make each move with the probability that it has there. */
function strategyOfSeat(seat: string): Strategy {
  return strategyOf(seat === 'solution' ? 'quantal' : seat);
}

/** A person as a strategy: makes the move that has been given. */
function answering(move: string | undefined): Strategy {
  return {
    id: 'person',
    title: 'A person',
    rule: 'Does as it pleases.',
    choose: ({ moves }) => moves.findIndex((own) => own.move === move),
  };
}
