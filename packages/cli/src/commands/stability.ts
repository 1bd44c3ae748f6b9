import type { ReviewConflict, WorthOfStates } from '@usmca-sim/core/conflict';
import { type Command, Option } from 'commander';
import { emit } from '../emit.ts';
import { inStretches } from '../in-stretches.ts';
import { addBehaviourOptions, type BehaviourOptions } from '../negotiation-choices.ts';
import { addOutputOptions, addWorldOptions, type OutputOptions, type WorldOptions } from '../options.ts';
import { reproductionOf } from '../reproduction.ts';
import type { Session } from '../session.ts';

interface Options extends OutputOptions, WorldOptions, BehaviourOptions {
  readonly by: WorthOfStates;
  /** Id of a state. */
  readonly for: string;
  readonly all?: boolean;
}

export function addStability(program: Command, session: Session): void {
  const command = program
    .command('stability')
    .argument('<case>', 'name of a case with a negotiation, or a YAML file')
    .description('say what would last in a review year of a case, who could move and who would sanction it')
    .addOption(
      new Option(
        '--by <worth>',
        'what governments compare: a state for as long as it can last, or a year of it',
      )
        .choices(['present-value', 'yearly'])
        .default('present-value'),
    )
    .option('--for <state>', 'id of the state of which to say what it would take to hold', 's0')
    .option('--all', 'list every state, not only those that are named');
  addBehaviourOptions(addWorldOptions(addOutputOptions(command)))
    .addHelpText(
      'after',
      `
Examples:
  usmca-sim stability after-the-review
  usmca-sim stability after-the-review --for s8
  usmca-sim stability review-as-it-went --by yearly --economists-view
  usmca-sim stability after-the-review --format csv > stability.csv`,
    )
    .action(async (name: string, options: Options) => {
      const { negotiatePriced, priceReviews } = await import('@usmca-sim/core');
      const { jointGains, reviewConflict, stateAfterFirstReview } = await import('@usmca-sim/core/conflict');
      const { stableStates } = await import('@usmca-sim/core/stability');
      const { openWorld } = await import('../world.ts');
      const { behaviourInWords, withBehaviour } = await import('../negotiation-choices.ts');
      const { lawManifest } = await import('@usmca-sim/reporter');
      const { stabilityReport } = await import('@usmca-sim/reporter/deals');
      const { context } = session;
      const { economy, law, cases } = await openWorld(options, context);
      const [scenario] = withBehaviour(await cases([name]), options);
      const game = await inStretches((progress) => priceReviews(economy, law, scenario!, progress), context);
      const conflict = reviewConflict(game, options.by);
      const asked = await stateNamed(options.for, conflict);
      const likeliest = stateAfterFirstReview(game, conflict, negotiatePriced(scenario!, game).path);
      const { id, title, question } = scenario!;
      const report = stabilityReport(
        {
          id,
          title,
          question,
          regions: economy.regions,
          choices: game.choices,
          conflict,
          stable: stableStates(conflict.model),
          joint: jointGains(game.year.table, conflict),
          ...(likeliest === undefined ? {} : { likeliest }),
          asked,
        },
        {
          all: options.all ?? false,
          manifest: lawManifest(
            economy,
            law,
            reproductionOf(options, session, [...behaviourInWords(options), `worth by ${options.by}`]),
          ),
        },
      );
      await emit({ report }, options, context);
    });
}

/** @throws InputError where there is no such state. */
async function stateNamed(asked: string, { states }: ReviewConflict): Promise<number> {
  const found = states.findIndex(({ id }) => id === asked);
  if (found >= 0) return found;
  const { InputError } = await import('@usmca-sim/core');
  const message = `“${asked}” is no state of this conflict: they are s0 to s${states.length - 1}`;
  const advice = 'the command with --all and without --for lists them';
  throw new InputError([{ code: 'state', message, advice }]);
}
