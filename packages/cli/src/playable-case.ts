import { InputError, type NegotiatedScenario } from '@usmca-sim/core';
import type { PlayedCase } from '@usmca-sim/reporter/play';
import { inStretches } from './in-stretches.ts';
import { type BehaviourOptions, withBehaviour } from './negotiation-choices.ts';
import type { WorldOptions } from './options.ts';
import type { Session } from './session.ts';
import { openWorld, type World } from './world.ts';

/** A case whose negotiation is priced and solved, ready to be played. */
export interface PlayableCase {
  readonly played: PlayedCase;
  readonly scenario: NegotiatedScenario;
  readonly world: World;
}

/**
 * Opens a case and solves its negotiation, in stretches.
 *
 * @param check is called with the case before it is priced, and may throw: what is wrong is told without a wait.
 * @throws InputError where there is no such case, it has no negotiation, or types are private: all at a table see the
 * same game.
 */
export async function openPlayable(
  name: string,
  options: WorldOptions & BehaviourOptions,
  { context }: Session,
  check?: (scenario: NegotiatedScenario) => void,
): Promise<PlayableCase> {
  const { priceReviews, solvePriced } = await import('@usmca-sim/core');
  const { playable } = await import('@usmca-sim/core/play');
  const world = await openWorld(options, context);
  const { economy, law } = world;
  const scenario = withBehaviour(await world.cases([name]), options)[0]!;
  if (scenario.negotiation.concept === 'private-types') {
    const message = 'a negotiation cannot be played with private types: all at the table see the same game';
    const advice = 'add --concept quantal, with the stances as they are on average';
    throw new InputError([{ code: 'concept', message, advice }]);
  }
  check?.(scenario);
  const priced = await inStretches((progress) => priceReviews(economy, law, scenario, progress), context);
  const negotiation = playable(scenario, priced, solvePriced(priced), {
    data: economy.hash,
    law: law.hash,
  });
  return {
    played: {
      playable: negotiation,
      regions: economy.regions,
      sectors: economy.sectors,
    },
    scenario,
    world,
  };
}
