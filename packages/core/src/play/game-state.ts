import type { PlayedMove } from '../strategies/strategy.ts';

/** Who moves for a party: people, the solved game with its probabilities, or a strategy by its id. */
export type Seat = 'person' | 'solution' | (string & {});

/** What is agreed before a game begins, and never changes in it. Plain data. */
export interface GameSetup {
  /** In the table's order of parties. */
  readonly seats: readonly [Seat, Seat, Seat];
  /** What chance is drawn from: the same seed and the same moves of people give the same game. */
  readonly seed: string;
  /** What a facilitator has planned, in order of review. */
  readonly news: readonly PlannedNews[];
}

/** News of a facilitator's, in place of what chance would bring, or words beside it. */
export interface PlannedNews {
  /** Year of a review. */
  readonly at: number;
  /** Id in the table's list, or `none` for a review without; where absent, chance decides as usual. */
  readonly news?: string;
  /** Read out to everybody before the review; plain text, without effect on payoffs. */
  readonly say?: string;
}

/** An answer that has been given and not been shown: somebody decides at the same time. */
export interface SealedMove {
  /** Index into the table's parties, as everywhere in a game. */
  readonly party: number;
  readonly move: string;
}

/** What a person expects another party to do next. */
export interface MovePrediction {
  readonly kind: 'move';
  readonly party: number;
  readonly of: number;
  /** Place in `GameState.moves` of the move that is predicted: there once it has been made. */
  readonly at: number;
  /** Probability by move, moves of the party predicted; they sum to 1. Moves left out have 0. */
  readonly chances: Readonly<Record<string, number>>;
}

/** What a person expects a review to do to a flow: in the long run of what follows it, against what stands before. */
export interface FlowPrediction {
  readonly kind: 'flow';
  readonly party: number;
  /** Index of the review at whose end it is seen. */
  readonly review: number;
  readonly importer: number;
  readonly exporter: number;
  /** Percent. */
  readonly change: number;
}

export type Prediction = MovePrediction | FlowPrediction;

/** Where a game stands: plain data in which every key is always there, so that equal states are equal texts. */
export interface GameState {
  /** Of this form. */
  readonly version: 1;
  /** Index of the review; the number of reviews held once the game is over. */
  readonly review: number;
  /** Index into the states of the negotiation: that in which the review began or, once over, the game ended. */
  readonly state: number;
  /** Node of the review's tree; −1 once the game is over. */
  readonly node: number;
  /** Everything that has happened and is known to all, news included, oldest first. */
  readonly moves: readonly PlayedMove[];
  /** Given for the present decision. Of no concern to the others until all are in. */
  readonly sealed: readonly SealedMove[];
  readonly predictions: readonly Prediction[];
  /** Present value to each party of what has been paid, and once over of all that follows; percent of real income. */
  readonly scores: readonly number[];
}

/** What may happen to a game. */
export type GameEvent =
  /** A person's decision, named as its legal moves are; sealed while another decides at the same time. */
  | { readonly type: 'move'; readonly party: number; readonly move: string }
  /** A person's prediction of what another decides at the present turn, before it is shown. */
  | {
      readonly type: 'predict-move';
      readonly party: number;
      readonly of: number;
      readonly chances: Readonly<Record<string, number>>;
    }
  /** A person's prediction of a flow, at any time of a review. */
  | {
      readonly type: 'predict-flow';
      readonly party: number;
      readonly importer: number;
      readonly exporter: number;
      /** Percent. */
      readonly change: number;
    }
  /** What is next is nobody's decision, or not a person's: chance, a strategy or the solution has its turn. */
  | { readonly type: 'go-on' };
