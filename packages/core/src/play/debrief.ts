import { BargainingError, bargainingProblem, compareOutcome, paretoSet } from '../bargaining/index.ts';
import { decidingPart, type PayoffParts, payoffParts, totalOf } from '../negotiation/payoff.ts';
import type { RegimeKind } from '../negotiation/table.ts';
import { isEfficient, leftOnTheTable } from '../strategies/left-on-the-table.ts';
import { ReviewWalk } from '../strategies/review-walk.ts';
import type { PlayedMove } from '../strategies/strategy.ts';
import { prospectOf } from './compare-branches.ts';
import { type DealOnTheTable, dealsOnTheTable } from './deals-on-the-table.ts';
import type { GameState } from './game-state.ts';
import { partOf } from './moves-at.ts';
import { childNamed, type Playable } from './playable.ts';
import { branchOf, type PlayedGame } from './played-game.ts';
import { type ScoredPredictions, scorePredictions } from './score-predictions.ts';
import { type SolvedMove, solvedMoves } from './value-differences.ts';

/** What there is to say of a game once nothing is secret any more. By-party arrays are in the table's order. */
export interface Debrief {
  readonly isOver: boolean;
  readonly regime: RegimeKind;
  /** Present value of the whole game, percent of real income; of one that is not over, as the solved game goes on. */
  readonly scores: readonly number[];
  /** What the game was worth to each before anybody moved, as it is solved. */
  readonly expected: readonly number[];
  readonly moves: readonly PlayedMove[];
  /** Offers and what became of them, in order. */
  readonly offers: readonly OfferMade[];
  readonly bargaining: AgainstDeals;
  /** Turns of people, in order. */
  readonly turns: readonly TurnOfPerson[];
  readonly predictions: ScoredPredictions;
  readonly takenBack: number;
}

/** An offer on the line of time. */
export interface OfferMade {
  readonly year: number;
  /** Place in `moves`. */
  readonly at: number;
  /** As the tree names it: `offer clean`, `offer side to CAN`. */
  readonly move: string;
  /** Answers in the order in which they came. */
  readonly answers: readonly { readonly party: number; readonly about: string; readonly move: string }[];
  /** Whether anything was agreed. */
  readonly agreed: boolean;
}

/** An outcome against the deals that could have been signed at the first review. */
export interface AgainstDeals {
  /** The efficient ones: no other is better for somebody and worse for nobody. */
  readonly pareto: readonly DealOnTheTable[];
  /** What each would have had with no deal at the first review. */
  readonly disagreement: readonly number[];
  /** The Nash point of the deals from there; absent where no deal makes everybody better off. */
  readonly nash?: {
    readonly deal: DealOnTheTable;
    /** Outcome less point, by party. */
    readonly difference: readonly number[];
    readonly distance: number;
  };
  /** What every party could have had more, all by the same amount: percent of real income. */
  readonly leftOnTheTable: number;
  readonly efficient: boolean;
}

/** What a person did, and what the solved game would have. */
export interface TurnOfPerson {
  readonly party: number;
  readonly year: number;
  readonly about: string;
  readonly made: SolvedMove;
  /** The move that is worth most to the party if everybody goes on as the solved game does. */
  readonly best: SolvedMove;
  /** What the move made is worth less than the best: percent of real income, present value of that review; 0 or more. */
  readonly loses: number;
  /** Absent where the best was made. */
  readonly decidedBy?: keyof PayoffParts;
}

/** Payoffs nearer to each other than this are the same: they are summed in different orders. */
const least = 1e-9;

/** The debrief of the branch that is played. */
export function debriefOf(playable: Playable, game: PlayedGame): Debrief {
  const { state } = branchOf(game);
  const { isOver, regime, worth } = prospectOf(playable, state);
  return {
    isOver,
    regime,
    scores: worth,
    expected: prospectOf(playable, game.start).worth,
    moves: state.moves,
    offers: offersIn(state.moves),
    bargaining: againstDeals(playable, worth),
    turns: turnsOfPeople(playable, game, state),
    predictions: scorePredictions(playable, state),
    takenBack: game.takenBack,
  };
}

function offersIn(moves: readonly PlayedMove[]): OfferMade[] {
  return moves.flatMap((made, at) => {
    if (!made.move.startsWith('offer ')) return [];
    const rest = moves.slice(at + 1);
    const end = rest.findIndex(({ about }) => !/^(?:confirm|answer to) /.test(about));
    const answers = rest.slice(0, end < 0 ? rest.length : end).flatMap(({ players, about, move }) =>
      players.map((party, side) => ({
        party,
        about,
        move: players.length === 1 ? move : partOf(move, side),
      })),
    );
    const agreed = answers.some(({ move }) => move === 'accept') || isConfirmed(answers);
    return [{ year: made.year, at, move: made.move, answers, agreed }];
  });
}

function isConfirmed(answers: OfferMade['answers']): boolean {
  return answers.length > 0 && answers.every(({ move }) => move === 'confirm');
}

/** Sets payoffs against the deals of the first review. */
export function againstDeals(playable: Playable, outcome: readonly number[]): AgainstDeals {
  const { tree, start } = playable.game.year;
  const deals = dealsOnTheTable(playable);
  const payoffs = deals.map(({ worth }) => worth);
  const efficient = paretoSet(payoffs, least).map((k) => deals[k]!);
  const efficientPayoffs = efficient.map(({ worth }) => worth);
  const disagreement =
    tree.begins[start]! < 0
      ? [...outcome]
      : playable.game.ranges(0, start).map(({ reservation }) => reservation);
  return {
    pareto: efficient,
    disagreement,
    ...nashOf(deals, disagreement, outcome),
    leftOnTheTable: leftOnTheTable(outcome, efficientPayoffs),
    efficient: isEfficient(outcome, efficientPayoffs),
  };
}

function nashOf(
  deals: readonly DealOnTheTable[],
  disagreement: readonly number[],
  outcome: readonly number[],
): Pick<AgainstDeals, 'nash'> {
  if (deals.length === 0) return {};
  try {
    const packages = deals.map(({ worth }) => worth);
    const { nash } = compareOutcome(bargainingProblem(packages, disagreement), outcome).to;
    const deal = deals[nash.point.carriedBy[0]!.package]!;
    return { nash: { deal, difference: nash.difference, distance: nash.distance } };
  } catch (error) {
    if (error instanceof BargainingError && error.code === 'nothing-to-gain') return {};
    throw error;
  }
}

function turnsOfPeople(playable: Playable, { setup }: PlayedGame, { moves }: GameState): TurnOfPerson[] {
  const walk = new ReviewWalk(playable.game);
  const turns: TurnOfPerson[] = [];
  for (const { year, players, about, move } of moves) {
    players.forEach((party, side) => {
      if (setup.seats[party] !== 'person') return;
      const own = players.length === 1 ? move : partOf(move, side);
      turns.push({ party, year, about, ...judged(solvedMoves(playable, walk, party), own) });
    });
    walk.take(childNamed(walk, move));
  }
  return turns;
}

function judged(
  solved: readonly SolvedMove[],
  own: string,
): Pick<TurnOfPerson, 'made' | 'best' | 'loses' | 'decidedBy'> {
  const made = solved.find(({ move }) => move === own)!;
  const better = (one: SolvedMove, other: SolvedMove) => totalOf(one.worth) - totalOf(other.worth) > least;
  const best = solved.reduce((most, one) => (better(one, most) ? one : most), made);
  const loses = best === made ? 0 : totalOf(best.worth) - totalOf(made.worth);
  return {
    made,
    best,
    loses,
    ...(best === made
      ? {}
      : { decidedBy: decidingPart(payoffParts.map((part) => best.worth[part] - made.worth[part])) }),
  };
}
