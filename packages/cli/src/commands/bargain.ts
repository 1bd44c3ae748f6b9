import type { NegotiatedScenario, PricedReviews, ProblemList } from '@usmca-sim/core';
import type { Disagreement, DisagreementId } from '@usmca-sim/core/deals';
import type { TariffWar } from '@usmca-sim/core/tariff-war';
import { type Command, Option } from 'commander';
import { addBehaviourOptions, type BehaviourOptions } from '../behaviour-options.ts';
import type { Context } from '../context.ts';
import { emit } from '../emit.ts';
import { fightToTheEnd } from '../fight-to-the-end.ts';
import { inStretches } from '../in-stretches.ts';
import { addOutputOptions, addWorldOptions, type OutputOptions, type WorldOptions } from '../options.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';

interface Options extends OutputOptions, WorldOptions, BehaviourOptions {
  readonly disagreement: DisagreementId | 'all';
  /** As written: all that is wrong is told at once. */
  readonly weights?: string;
  readonly all?: boolean;
}

export function addBargain(program: Command, session: Session): void {
  const command = program
    .command('bargain')
    .argument('<case>', 'name of a case with a negotiation, or a YAML file')
    .description('say where bargaining over the packages of a case would lie, and who concedes what')
    .addOption(
      new Option('--disagreement <point>', 'what there is without a deal')
        .choices(['limbo', 'mfn', 'tariff-war', 'all'])
        .default('all'),
    )
    .option('--weights <list>', 'bargaining weights, such as USA=2,CAN=1; 1 for who is not named')
    .option('--all', 'every package issue by issue, not only those that carry a point');
  addBehaviourOptions(addWorldOptions(addOutputOptions(command)))
    .addHelpText(
      'after',
      `
Examples:
  usmca-sim bargain after-the-review
  usmca-sim bargain after-the-review --disagreement mfn --weights USA=2,CAN=1,MEX=1
  usmca-sim bargain review-as-it-went --economists-view --all
  usmca-sim bargain after-the-review --format csv > bargaining.csv`,
    )
    .action(async (name: string, options: Options) => {
      const { ProblemList, negotiatePriced } = await import('@usmca-sim/core');
      const core = await import('@usmca-sim/core/deals');
      const { bargainReport } = await import('@usmca-sim/reporter/deals');
      const { negotiationManifest, openNegotiated, priceCase } = await import('../priced-case.ts');
      const { context } = session;
      const { world, scenario } = await openNegotiated(name, options, session);
      const problems = new ProblemList();
      const { table } = scenario.negotiation;
      const weights = await weightsOf(options.weights, table.parties, problems);
      requireParties(table, world, options.disagreement, problems);
      problems.throwIfAny();

      const { economy, law } = world;
      const { game, about } = await priceCase(scenario, world, context);
      const deals = core.dealOutcomes(game);
      const terms = await inStretches(
        (progress) => core.termsOfPackages(economy, law, scenario, game, deals, progress),
        context,
      );
      const disagreements = await disagreementsOf(game, options.disagreement, world, scenario, context);
      const words = options.weights === undefined ? [] : [`weights ${options.weights}`];
      const report = bargainReport(
        {
          ...about,
          ...(weights ? { weights } : {}),
          deals,
          efficiency: core.efficiencyOf(deals),
          from: disagreements.map((disagreement) => core.bargainFrom(deals, disagreement, weights)),
          terms,
          compared: core.comparedOutcomes(game, negotiatePriced(scenario, game)),
        },
        { all: options.all ?? false, manifest: negotiationManifest(world, options, session, words) },
      );
      await emit({ report }, options, context);
    });
}

/** The disagreement points asked for. */
async function disagreementsOf(
  game: PricedReviews,
  asked: Options['disagreement'],
  world: World,
  scenario: NegotiatedScenario,
  context: Context,
): Promise<Disagreement[]> {
  const { limbo, mfn, warPoint } = await import('@usmca-sim/core/deals');
  const isAsked = (id: DisagreementId) => asked === 'all' || asked === id;
  return [
    ...(isAsked('limbo') ? [limbo(game)] : []),
    ...(isAsked('mfn') ? [mfn(game)] : []),
    ...(isAsked('tariff-war') ? [warPoint(game, await warOf(game, world, scenario, context))] : []),
  ];
}

/** The tariff war of governments that weigh sectors as in the negotiation. */
async function warOf(
  { choices: { table, stances } }: PricedReviews,
  world: World,
  scenario: NegotiatedScenario,
  context: Context,
): Promise<TariffWar> {
  const { economy } = world;
  const inOrder = economy.parties.map((n) => stances[table.parties.indexOf(economy.regions[n]!.code)]!);
  return fightToTheEnd(world, scenario, { stances: inOrder }, context);
}

/** The war is among the parties of the economy; who else sits at a table has none. */
function requireParties(
  { parties }: NegotiatedScenario['negotiation']['table'],
  { economy }: World,
  asked: Options['disagreement'],
  problems: ProblemList,
): void {
  if (asked === 'limbo' || asked === 'mfn') return;
  const fighting = economy.parties.map((n) => economy.regions[n]!.code);
  for (const party of parties.filter((code) => !fighting.includes(code))) {
    const message = `the tariff war is between ${fighting.join(', ')}; ${party} has no part in it`;
    problems.add('tariff-war', message, undefined, 'ask for --disagreement limbo, or mfn');
  }
}

/** `USA=2,CAN=1` by party; undefined where nothing is asked for. */
async function weightsOf(
  text: string | undefined,
  parties: readonly string[],
  problems: ProblemList,
): Promise<number[] | undefined> {
  if (text === undefined) return undefined;
  const { adviseWord } = await import('@usmca-sim/core');
  const weights = new Map<string, number>();
  for (const word of text.split(',')) {
    const [party = '', value] = word.split(/=(.*)/s).map((part) => part.trim());
    const number = Number(value);
    if (value === undefined) {
      const message = `"${word.trim()}" is no bargaining weight`;
      problems.add('weights', message, undefined, `such as ${parties.join('=1,')}=1`);
    } else if (!parties.includes(party)) {
      const message = `"${party}" is no party of this negotiation`;
      problems.add('party', message, undefined, adviseWord(party, parties));
    } else if (weights.has(party)) {
      problems.add('weights', `${party} has two bargaining weights`, undefined, 'leave one of them out');
    } else if (!/^\d*\.?\d+(e-?\d+)?$/.test(value) || !(number > 0 && number < Infinity)) {
      const message = `the bargaining weight of ${party}, ${value || 'nothing'}, is not a positive number`;
      problems.add('weights', message, undefined, `such as ${party}=2; weights count by their ratios`);
    }
    weights.set(party, number);
  }
  return parties.map((party) => weights.get(party) ?? 1);
}
