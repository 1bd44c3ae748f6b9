import type { NegotiatedScenario, Scenario } from '@usmca-sim/core';
import type { Manifest, Report, Section } from '@usmca-sim/reporter';
import type { Context } from './context.ts';
import { inStretches } from './in-stretches.ts';
import type { World } from './world.ts';

/**
 * What a whole report says beside the results of cases with a negotiation: the deals that may be signed, and what
 * acting together is worth. The commands bargain and coalitions say the rest.
 */
export async function dealsBeside(
  { economy, law }: World,
  scenarios: readonly Scenario[],
  manifest: Manifest,
  context: Context,
): Promise<Section[]> {
  // With secret types there is no one game to bargain in.
  const negotiated = scenarios.filter(
    (one): one is NegotiatedScenario =>
      one.negotiation !== undefined && one.negotiation.concept !== 'private-types',
  );
  if (negotiated.length === 0) return [];
  const { negotiatePriced } = await import('@usmca-sim/core');
  const core = await import('@usmca-sim/core/deals');
  const { incomeWeights, solveAlliances } = await import('@usmca-sim/core/alliances');
  const { bargainReport, coalitionsReport } = await import('@usmca-sim/reporter/deals');
  const { priceCase } = await import('./priced-case.ts');
  const sections: Section[] = [];
  for (const scenario of negotiated) {
    const { id } = scenario;
    const { game, about } = await priceCase(scenario, { economy, law }, context);
    const { choices } = game;
    const deals = core.dealOutcomes(game);
    const terms = await inStretches(
      (progress) => core.termsOfPackages(economy, law, scenario, game, deals, progress),
      context,
    );
    const bargained = bargainReport(
      {
        ...about,
        deals,
        efficiency: core.efficiencyOf(deals),
        from: [core.bargainFrom(deals, core.limbo(game))],
        terms,
        compared: core.comparedOutcomes(game, negotiatePriced(scenario, game)),
      },
      { manifest },
    );
    const precision = choices.stances.map((stance) => choices.precision ?? stance.precision.value);
    const allied = coalitionsReport(
      {
        ...about,
        alliances: solveAlliances(game, {
          weights: incomeWeights(economy, choices.table),
          ...(choices.concept === 'subgame-perfect' ? {} : { precision }),
        }),
        unit: economy.unit,
        money: economy.unit,
        alike: false,
        leftOut: 'alone',
      },
      { manifest },
    );
    const headed = (words: string) => (scenarios.length > 1 ? `${id}: ${words}` : capitalised(words));
    sections.push(
      inShort(bargained, `deals-${id}`, headed('deals that may be signed')),
      inShort(allied, `coalitions-${id}`, headed('what acting together is worth')),
    );
  }
  return sections;
}

/** What was found, and the first tables behind it. */
function inShort({ sections }: Report, id: string, heading: string): Section {
  const found = sections.find((section) => section.heading === 'In brief');
  const behind = sections.find(({ tables = [] }) => tables.length > 0);
  return {
    id,
    heading,
    sentences: found?.sentences ?? [],
    tables: behind?.tables ?? [],
  };
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
