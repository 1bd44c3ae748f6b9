import type { Scenario } from '@usmca-sim/core';
import type { TariffWar, TariffWarOptions } from '@usmca-sim/core/tariff-war';
import { type Context, isWatched } from './context.ts';
import { wipe } from './in-stretches.ts';
import type { World } from './world.ts';

/**
 * Searches for the tariff war of a case, telling whoever watches how far it is; an interrupt ends it between two steps.
 *
 * @throws TariffWarError where answers do not settle.
 */
export async function fightToTheEnd(
  { economy, law }: World,
  scenario: Scenario,
  options: TariffWarOptions,
  context: Context,
): Promise<TariffWar> {
  const { tariffWarInSteps } = await import('@usmca-sim/core/tariff-war');
  const steps = tariffWarInSteps(economy, law, scenario, options);
  const tell = (text: string) => isWatched(context) && context.stderr.write(text);
  try {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      const { start, starts, round } = step.value;
      tell(`${wipe}tariff war, search ${start} of ${starts}, round ${round}`);
      await new Promise((resume) => setImmediate(resume));
    }
  } finally {
    tell(wipe);
  }
}
