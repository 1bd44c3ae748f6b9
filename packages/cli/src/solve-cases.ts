import type { Economy, Scenario, ScenarioResult } from '@usmca-sim/core';
import type { RunOptions } from '@usmca-sim/reporter';
import { type Context, isWatched } from './context.ts';
import { wipe } from './in-stretches.ts';
import type { OverrideOptions, WorldOptions } from './options.ts';
import type { Session } from './session.ts';
import type { World } from './world.ts';

export interface SolvedCases {
  readonly world: World;
  /** The cases as they were run, in the order of `results`. */
  readonly scenarios: readonly Scenario[];
  readonly results: readonly ScenarioResult[];
  readonly reference: string;
  /** What a report says beside the results. */
  readonly about: Required<
    Pick<
      RunOptions,
      'elasticitySets' | 'elasticities' | 'inheritedQuestions' | 'defaults' | 'dataSources' | 'listings'
    >
  >;
}

/**
 * Reads every case, then runs every case: nothing is solved while something is misspelt.
 *
 * @param reference the case that others are measured against, one of those named or another; the first unless told.
 * @throws InputError with everything that is wrong with the cases.
 */
export async function solveCases(
  names: readonly string[],
  options: WorldOptions & OverrideOptions,
  { context }: Session,
  reference?: string,
): Promise<SolvedCases> {
  const { openWorld } = await import('./world.ts');
  const { distinctCases, withOverrides } = await import('./cases-asked-for.ts');
  const { runScenario } = await import('@usmca-sim/core');
  const world = await openWorld(options, context);
  // The reference is one of the cases; naming it again is not another case.
  const asked = reference !== undefined && !names.includes(reference) ? [...names, reference] : names;
  const read = await world.cases(asked);
  const scenarios: Scenario[] = distinctCases(read).map((scenario) =>
    withOverrides(scenario, options, world.economy),
  );
  const chosen = reference === undefined ? read[0]! : read[asked.indexOf(reference)]!;
  const results: ScenarioResult[] = [];
  const tell = tellingOn(context, scenarios.length);
  for (const scenario of scenarios) {
    await tell(scenario.id, results.length);
    results.push(runScenario(world.economy, world.law, scenario));
  }
  await tell('', scenarios.length);
  return {
    world,
    scenarios,
    results,
    reference: chosen.id,
    about: {
      elasticitySets: [...world.economy.elasticities.keys()],
      elasticities: world.economy.elasticities,
      inheritedQuestions: await world.inheritedQuestions(read),
      defaults: await defaultsOf(world.economy),
      dataSources: world.economy.sources,
      // Cases may share a parent.
      listings: [
        ...new Map(
          read.flatMap((scenario) => world.listings(scenario)).map((one) => [one.title, one]),
        ).values(),
      ],
    },
  };
}

async function defaultsOf(economy: Economy): Promise<SolvedCases['about']['defaults']> {
  const { caseDefaults } = await import('@usmca-sim/core');
  return { ...caseDefaults, elasticities: economy.defaultElasticities };
}

/** Says on a terminal which case is being run, and lets an interrupt come between two. */
function tellingOn(context: Context, of: number): (id: string, done: number) => Promise<void> {
  return async (id, done) => {
    if (isWatched(context)) {
      const { printable } = await import('@usmca-sim/core');
      context.stderr.write(
        done < of ? printable(`case ${done + 1} of ${of}: ${id}`).replace(/^/, wipe) : wipe,
      );
    }
    await new Promise((resume) => setImmediate(resume));
  };
}

/** Choices that replace those of the cases, in words. */
export function choicesOf({ elasticities, deficits, horizon }: OverrideOptions): (string | undefined)[] {
  return [
    elasticities === undefined ? undefined : `trade elasticities ${elasticities} in every case`,
    deficits === undefined ? undefined : `deficits ${deficits} in every case`,
    horizon === undefined ? undefined : `horizon ${horizon} in every case`,
  ];
}
