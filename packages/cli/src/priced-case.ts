import { type NegotiatedScenario, type PricedReviews, priceReviews } from '@usmca-sim/core';
import { lawManifest, type Manifest } from '@usmca-sim/reporter';
import type { CaseOfReview } from '@usmca-sim/reporter/deals';
import type { BehaviourOptions } from './behaviour-options.ts';
import type { Context } from './context.ts';
import { inStretches } from './in-stretches.ts';
import { behaviourInWords, withBehaviour } from './negotiation-choices.ts';
import type { WorldOptions } from './options.ts';
import { reproductionOf } from './reproduction.ts';
import type { Session } from './session.ts';
import { openWorld, type World } from './world.ts';

/** A case whose negotiation is priced, and what every report on it begins with. */
interface PricedCase {
  readonly game: PricedReviews;
  readonly about: CaseOfReview;
}

/**
 * Opens one case with a negotiation, with the choices of the command line in place of its own.
 *
 * @throws InputError where there is no such case, or it has no negotiation.
 */
export async function openNegotiated(
  name: string,
  options: WorldOptions & BehaviourOptions,
  { context }: Session,
): Promise<{ readonly world: World; readonly scenario: NegotiatedScenario }> {
  const world = await openWorld(options, context);
  const [scenario] = withBehaviour(await world.cases([name]), options);
  return { world, scenario: scenario! };
}

/** Prices the negotiation of a case, in stretches. */
export async function priceCase(
  scenario: NegotiatedScenario,
  { economy, law }: Pick<World, 'economy' | 'law'>,
  context: Context,
): Promise<PricedCase> {
  const game = await inStretches((progress) => priceReviews(economy, law, scenario, progress), context);
  const { id, title, question } = scenario;
  return { game, about: { id, title, question, regions: economy.regions, choices: game.choices } };
}

/** How a report on a negotiation was made; `choices` are those besides behaviour, in words. */
export function negotiationManifest(
  { economy, law }: Pick<World, 'economy' | 'law'>,
  options: WorldOptions & BehaviourOptions,
  session: Session,
  choices: readonly (string | undefined)[] = [],
): Manifest {
  return lawManifest(
    economy,
    law,
    reproductionOf(options, session, [...behaviourInWords(options), ...choices]),
  );
}
