import { withoutDominated } from './dominance.ts';
import type { ExtensiveGame } from './extensive-game.ts';
import { logitSolver } from './logit-path.ts';
import { bestReplyRegret } from './play.ts';
import { pureNash } from './pure-equilibria.ts';
import { asBehaviour, countReducedStrategies, reducedForm } from './reduced-strategies.ts';
import { type Profile, SolutionError } from './solution.ts';
import { chosenIn } from './strategic-game.ts';
import type { StageChoice, StageReport } from './subgame-perfect.ts';

/** Stages with more profiles are not listed; the logit branch decides alone. */
const mostProfiles = 50_000;
/** No more equilibria than this are told of a stage. */
const mostListed = 200;

/** The equilibrium of a game without proper subgames, and the pure ones beside it. */
export function solveStage(stage: ExtensiveGame): {
  profile: Profile;
  how: StageChoice;
  equilibria: StageReport['equilibria'];
} {
  const counts = countReducedStrategies(stage);
  if (!(counts.reduce((product, count) => product * count, 1) <= mostProfiles)) {
    return { profile: limitOf(stage), how: 'logit limit', equilibria: [] };
  }
  const form = reducedForm(stage, mostProfiles);
  const profileOf = (number: number): Profile => {
    const chosen = chosenIn(number, counts);
    const mixed = counts.map((count, i) =>
      Array.from({ length: count }, (_, s) => (s === chosen[i] ? 1 : 0)),
    );
    return asBehaviour(stage, form, mixed);
  };
  const all = pureNash(form);
  const equilibria = all.slice(0, mostListed).map((number) => ({
    payoffs: form.payoffs.map((own) => own[number]!),
    profile: profileOf(number),
  }));
  if (all.length === 1) return { profile: profileOf(all[0]!), how: 'only equilibrium', equilibria };
  const left = pureNash(form, withoutDominated(form).kept);
  if (left.length === 1) {
    return { profile: profileOf(left[0]!), how: 'only undominated equilibrium', equilibria };
  }
  const limit = limitOf(stage);
  return { profile: nearest(left.map(profileOf), limit) ?? limit, how: 'logit limit', equilibria };
}

/** The logit limit of a stage, held to the regret of an equilibrium. */
function limitOf(stage: ExtensiveGame): Profile {
  const limit = logitSolver(stage).limit(1e-10);
  const regret = bestReplyRegret(stage, limit.profile);
  const paid = stage.positions.flatMap(({ payoffs }) => payoffs);
  const spread = paid.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(regret <= 1e-9 * Math.max(1, spread))) {
    throw new SolutionError(
      'no-such-precision',
      `${stage.title}: the logit limit leaves a regret of ${regret}`,
    );
  }
  return limit.profile;
}

/** The pure profile that a limit is, but for the noise that is left in it; undefined where it is none of these. */
function nearest(profiles: readonly Profile[], limit: Profile): Profile | undefined {
  const distances = profiles.map((profile) =>
    Math.max(...profile.flatMap((mixture, h) => mixture.map((p, a) => Math.abs(p - limit[h]![a]!)))),
  );
  const least = Math.min(...distances);
  return least < 1e-3 ? profiles[distances.indexOf(least)] : undefined;
}
