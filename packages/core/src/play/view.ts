import type { PolicyOutcome } from '../negotiation/negotiation-result.ts';
import type { OncePart } from '../negotiation/review-tree.ts';
import type { PlayedMove } from '../strategies/strategy.ts';
import { ownMoves, tradeIn } from './consequence.ts';
import type { GameSetup, GameState, Prediction } from './game-state.ts';
import { movesAt } from './moves-at.ts';
import { type Playable, walkTo } from './playable.ts';
import { turnAt } from './turn.ts';

/**
 * What a party may know at a moment: what has happened, what it may do itself, and what the trade model says to
 * everybody. Not what others have sealed or predicted, nor their payoffs.
 */
export interface PlayerView {
  readonly party: number;
  /** Year of the review; absent once the game is over. */
  readonly year?: number;
  /** What the present review or, once over, the end stands in: index into the states, and its trade. */
  readonly state: number;
  readonly today: PolicyOutcome;
  /** A facilitator's words for this review. */
  readonly said?: string;
  readonly happened: readonly PlayedMove[];
  /** What it has sealed itself. */
  readonly sealed?: string;
  /** People still to decide, it may be one of them. */
  readonly waitingFor: readonly number[];
  /** What it may do; empty where it is not asked, or has answered. */
  readonly moves: readonly OwnMove[];
  /** Others whose decision is next, with their moves, which it may predict. */
  readonly mayPredict: readonly { readonly of: number; readonly moves: readonly string[] }[];
  /** Its own. */
  readonly predictions: readonly Prediction[];
}

/** A move as the party sees it that may make it. */
export interface OwnMove {
  readonly move: string;
  /** What it pays or costs the party at once, where it comes to what is assumed; percent of real income, by part. */
  readonly pays: Readonly<Partial<Record<OncePart, number>>>;
  readonly leadsTo: Consequence;
}

/** What trade comes to if a move is agreed to by those whom it addresses, and then nobody does anything more. */
export interface Consequence {
  /** Moves of others, and later ones of the party's own, that have to follow; those that leave things as they are are not named. */
  readonly assuming: readonly PlayedMove[];
  /** Index of the state in which the review then ends. */
  readonly state: number;
  /** In the long run of its policy. */
  readonly trade: PolicyOutcome;
  /** Percent against today, by party. */
  readonly realIncome: readonly number[];
  /** Percent against today, `[importer][exporter]`; 0 of a party with itself. */
  readonly flow: readonly (readonly number[])[];
}

/** The game as a party sees it; of one that no person plays, as its person would. */
export function viewOf(playable: Playable, setup: GameSetup, state: GameState, party: number): PlayerView {
  const walk = walkTo(playable, state.moves);
  const turn = turnAt(walk, setup, state);
  const isOver = turn.kind === 'over';
  const said = isOver ? undefined : setup.news.find(({ at }) => at === turn.year)?.say;
  const sealed = state.sealed.find((one) => one.party === party)?.move;
  const isAsked = !isOver && walk.players.includes(party) && sealed === undefined;
  const mayPredict =
    isOver || sealed !== undefined
      ? []
      : walk.players
          .filter((player) => player !== party && !hasPredicted(state, party, player))
          .map((of) => ({ of, moves: movesAt(walk, of) }))
          .filter(({ moves }) => moves.length > 1);
  return {
    party,
    ...(isOver ? {} : { year: turn.year }),
    state: state.state,
    today: tradeIn(playable, state.state, isOver),
    ...(said === undefined ? {} : { said }),
    happened: state.moves,
    ...(sealed === undefined ? {} : { sealed }),
    waitingFor: turn.kind === 'people' ? turn.parties : [],
    moves: isAsked ? ownMoves(playable, walk, party) : [],
    mayPredict,
    predictions: state.predictions.filter((one) => one.party === party),
  };
}

/** Whether a party has predicted the move that another makes next. */
export function hasPredicted({ predictions, moves }: GameState, party: number, of: number): boolean {
  return predictions.some(
    (one) => one.kind === 'move' && one.party === party && one.of === of && one.at === moves.length,
  );
}
