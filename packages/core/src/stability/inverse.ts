import { type GraphModel, requireIn } from './graph-model.ts';
import type { Route } from './moves.ts';
import { answers, type StabilityConcept, stabilityOf } from './stability.ts';

/** One way in which a move would lose its attraction: the state in question at least as good as each of these. */
export interface Alternative {
  /** States that the player would have to like no better than the state in question, and likes better today. */
  readonly noBetterThanHere: readonly number[];
  /** The answer of the others that would then deter it; absent where the move itself would no longer tempt. */
  readonly sanction?: Route;
}

/** What it takes for one move to lose its attraction: any one of the alternatives. */
export interface Demand {
  readonly move: number;
  readonly alternatives: readonly Alternative[];
}

/**
 * What a player would have to prefer for it to stay at a state, all else as it is: for each move that today tempts it
 * undeterred, the alternatives, of which any one is enough. Empty where it stays already. Fewest changes first.
 *
 * The inverse problem of the graph model: Kinsara, Kilgour and Hipel (2015), IEEE Transactions on Systems, Man, and
 * Cybernetics: Systems 45(5), with the others' moves and preferences given.
 *
 * @throws ConflictError for a state or player that the model does not have.
 */
export function wouldHaveToPrefer(
  model: GraphModel,
  state: number,
  player: number,
  concept: StabilityConcept,
): Demand[] {
  requireIn(model, state, player);
  const own = model.preference[player]!;
  const preferred = (at: number) => own[at]! > own[state]!;
  return stabilityOf(model, state, player, concept)
    .temptations.filter(({ sanction }) => sanction === undefined)
    .map(({ to }) => {
      const alternatives: Alternative[] = [{ noBetterThanHere: [to] }];
      for (const answer of answers(model, player, concept, to)) {
        const ends = [answer.to, ...(concept === 'smr' ? model.movesFrom[player]![answer.to]! : [])];
        const noBetterThanHere = [...new Set(ends)].filter(preferred).sort((a, b) => a - b);
        // An answer that asks for the move itself to be liked no better asks for more than the first alternative.
        if (!noBetterThanHere.includes(to)) alternatives.push({ noBetterThanHere, sanction: answer });
      }
      alternatives.sort((a, b) => a.noBetterThanHere.length - b.noBetterThanHere.length);
      return { move: to, alternatives };
    });
}

/**
 * The same conflict with a player's preferences changed by one alternative: the states that it should like no better
 * are put level with the state in question, and no others move.
 */
export function preferringAsDemanded(
  model: GraphModel,
  state: number,
  player: number,
  { noBetterThanHere }: Alternative,
): GraphModel {
  requireIn(model, state, player);
  const preference = model.preference.map((own, i) =>
    i === player ? own.map((value, at) => (noBetterThanHere.includes(at) ? own[state]! : value)) : own,
  );
  return { ...model, preference };
}
