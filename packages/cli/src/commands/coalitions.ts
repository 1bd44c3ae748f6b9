import { type Command, Option } from 'commander';
import { emit } from '../emit.ts';
import { inStretches } from '../in-stretches.ts';
import { addBehaviourOptions, type BehaviourOptions } from '../negotiation-choices.ts';
import { addOutputOptions, addWorldOptions, type OutputOptions, type WorldOptions } from '../options.ts';
import { reproductionOf } from '../reproduction.ts';
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
      const { ProblemList, priceReviews } = await import('@usmca-sim/core');
      const { incomeWeights, solveAlliances } = await import('@usmca-sim/core/alliances');
      const { openWorld } = await import('../world.ts');
      const { behaviourInWords, withBehaviour } = await import('../negotiation-choices.ts');
      const { lawManifest } = await import('@usmca-sim/reporter');
      const { coalitionsReport } = await import('@usmca-sim/reporter/deals');
      const { context } = session;
      const { economy, law, cases } = await openWorld(options, context);
      const [scenario] = withBehaviour(await cases([name]), options);
      const { concept, table } = scenario!.negotiation;
      if (concept === 'private-types') {
        const problems = new ProblemList();
        const message = 'alliances cannot be solved with private types: allies would share their secrets';
        const advice = 'as in --concept quantal, with the stances as they are on average';
        problems.add('concept', message, undefined, advice);
        problems.throwIfAny();
      }

      const game = await inStretches((progress) => priceReviews(economy, law, scenario!, progress), context);
      const { choices } = game;
      const inMoney = options.sumIn === 'money';
      const weights = inMoney ? incomeWeights(economy, table) : table.parties.map(() => 1);
      const precision = choices.stances.map((stance) => choices.precision ?? stance.precision.value);
      const alliances = solveAlliances(game, {
        weights,
        ...(concept === 'subgame-perfect' ? {} : { precision }),
      });
      const words = [...behaviourInWords(options), `sum in ${options.sumIn}`, `left out ${options.leftOut}`];
      const { id, title, question } = scenario!;
      const report = coalitionsReport(
        {
          id,
          title,
          question,
          choices,
          regions: economy.regions,
          alliances,
          unit: inMoney ? economy.unit : 'percent',
          money: economy.unit,
          alike: !inMoney,
          leftOut: options.leftOut,
        },
        { manifest: lawManifest(economy, law, reproductionOf(options, session, words)) },
      );
      await emit({ report }, options, context);
    });
}
