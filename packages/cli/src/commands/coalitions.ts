import { type Command, Option } from 'commander';
import { addBehaviourOptions, type BehaviourOptions } from '../behaviour-options.ts';
import { emit } from '../emit.ts';
import { addOutputOptions, addWorldOptions, type OutputOptions, type WorldOptions } from '../options.ts';
import type { Session } from '../session.ts';

interface Options extends OutputOptions, WorldOptions, BehaviourOptions {
  readonly sumIn: 'money' | 'percent';
  readonly leftOut: 'alone' | 'together';
}

export function addCoalitions(program: Command, session: Session): void {
  const command = program
    .command('coalitions')
    .argument('<case>', 'name of a case with a negotiation, or a YAML file')
    .description('say what alliances in the negotiation of a case are worth, to whom, and whether they hold')
    .addOption(
      new Option('--sum-in <unit>', "what allies add up: money, or percent of everybody's own real income")
        .choices(['money', 'percent'])
        .default('money'),
    )
    .addOption(
      new Option('--left-out <how>', 'what a coalition expects of those whom it leaves out')
        .choices(['alone', 'together'])
        .default('alone'),
    );
  addBehaviourOptions(addWorldOptions(addOutputOptions(command)))
    .addHelpText(
      'after',
      `
Examples:
  usmca-sim coalitions after-the-review
  usmca-sim coalitions after-the-review --sum-in percent --left-out together
  usmca-sim coalitions review-as-it-went --concept subgame-perfect
  usmca-sim coalitions review-as-it-went --format csv > alliances.csv`,
    )
    .action(async (name: string, options: Options) => {
      const { ProblemList } = await import('@usmca-sim/core');
      const { incomeWeights, solveAlliances } = await import('@usmca-sim/core/alliances');
      const { coalitionsReport } = await import('@usmca-sim/reporter/deals');
      const { refuseSecrets } = await import('../negotiation-choices.ts');
      const { negotiationManifest, openNegotiated, priceCase } = await import('../priced-case.ts');
      const { context } = session;
      const { world, scenario } = await openNegotiated(name, options, session);
      const { concept, table } = scenario.negotiation;
      const problems = new ProblemList();
      const message = 'alliances cannot be solved with private types: allies would share their secrets';
      refuseSecrets(concept, message, problems);
      problems.throwIfAny();

      const { game, about } = await priceCase(scenario, world, context);
      const { economy } = world;
      const { stances, precision: forAll } = game.choices;
      const inMoney = options.sumIn === 'money';
      const weights = inMoney ? incomeWeights(economy, table) : table.parties.map(() => 1);
      const precision = stances.map((stance) => forAll ?? stance.precision.value);
      const alliances = solveAlliances(game, {
        weights,
        ...(concept === 'subgame-perfect' ? {} : { precision }),
      });
      const words = [`sum in ${options.sumIn}`, `left out ${options.leftOut}`];
      const report = coalitionsReport(
        {
          ...about,
          alliances,
          unit: inMoney ? economy.unit : 'percent',
          money: economy.unit,
          alike: !inMoney,
          leftOut: options.leftOut,
        },
        { manifest: negotiationManifest(world, options, session, words) },
      );
      await emit({ report }, options, context);
    });
}
