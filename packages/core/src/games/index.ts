/**
 * Game theory, apart from any agreement: games as plain data, in and out of Gambit's format, solved, and how sure of it
 * one may be. Nothing here knows of tariffs.
 *
 * What a game is: `extensiveGame` checks a tree of chance moves, decisions with information sets, and ends;
 * `strategicGame` holds games in which everyone chooses once. `readEfg` and `writeEfg` exchange games with Gambit.
 *
 * How it is solved: `logitPath` (agent quantal response, traced from uniform play), `subgamePerfect` (backward
 * induction), `pureEquilibria`, `mixedEquilibria` (two players); `rotatingOffers` divides a pie.
 *
 * How sure: every `Solution` carries its maximum regret, `concepts` says what that measures and how each solver is
 * verified, and a solver that fails throws a `SolutionError`: no numbers come back that did not converge.
 */
export { type Undominated, withoutDominated } from './dominance.ts';
export { readEfg } from './efg-read.ts';
export { writeEfg } from './efg-write.ts';
export {
  type ChanceNode,
  chance,
  type DecisionNode,
  decision,
  type EndNode,
  type ExtensiveGame,
  end,
  extensiveGame,
  type GameDescription,
  type GameNode,
  type InformationSet,
  type Outcome,
  type Position,
} from './extensive-game.ts';
export {
  type LogitOptions,
  type LogitSolver,
  logitPath,
  logitSolver,
  type QuantalResponse,
} from './logit-path.ts';
export {
  alternatingOffers,
  type OfferRules,
  type OfferSolution,
  rotatingOffers,
} from './offers/rotating-offers.ts';
export { bestReplyGain, bestReplyRegret, expectedPayoffs, oneShotRegret } from './play.ts';
export { pureEquilibria, pureNash } from './pure-equilibria.ts';
export { countReducedStrategies, type ReducedForm, reducedForm } from './reduced-strategies.ts';
export {
  type Concept,
  concepts,
  type Profile,
  type Solution,
  SolutionError,
  type SolutionErrorCode,
} from './solution.ts';
export {
  asExtensiveGame,
  chosenIn,
  type MixedProfile,
  playMixed,
  type StrategicGame,
  strategicGame,
  strategyValues,
} from './strategic-game.ts';
export { type StageReport, type SubgamePerfect, subgamePerfect } from './subgame-perfect.ts';
export { subgameRoots } from './subgames.ts';
export { mixedEquilibria, twoPlayerNash } from './two-player-equilibria.ts';
