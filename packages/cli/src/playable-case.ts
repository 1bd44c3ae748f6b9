import { type NegotiatedScenario, ProblemList } from '@usmca-sim/core';
import type { PlayedCase } from '@usmca-sim/reporter/play';
import type { BehaviourOptions } from './behaviour-options.ts';
import { refuseSecrets } from './negotiation-choices.ts';
import type { WorldOptions } from './options.ts';
import { openNegotiated, priceCase } from './priced-case.ts';
import type { Session } from './session.ts';
import type { World } from './world.ts';

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
  session: Session,
  check?: (scenario: NegotiatedScenario) => void,
): Promise<PlayableCase> {
  const { solvePriced } = await import('@usmca-sim/core');
  const { playable } = await import('@usmca-sim/core/play');
  const { world, scenario } = await openNegotiated(name, options, session);
  const { economy, law } = world;
  const problems = new ProblemList();
  const message = 'a negotiation cannot be played with private types: all at the table see the same game';
  refuseSecrets(scenario.negotiation.concept, message, problems);
  problems.throwIfAny();
  check?.(scenario);
  const { game: priced } = await priceCase(scenario, world, session.context);
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
