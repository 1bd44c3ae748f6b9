import type { ReviewConflict, WorthOfStates } from '@usmca-sim/core/conflict';
import { type Command, Option } from 'commander';
import { addBehaviourOptions, type BehaviourOptions } from '../behaviour-options.ts';
import { emit } from '../emit.ts';
import { addOutputOptions, addWorldOptions, type OutputOptions, type WorldOptions } from '../options.ts';
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
      const { negotiatePriced } = await import('@usmca-sim/core');
      const { jointGains, reviewConflict, stateAfterFirstReview } = await import('@usmca-sim/core/conflict');
      const { stableStates } = await import('@usmca-sim/core/stability');
      const { stabilityReport } = await import('@usmca-sim/reporter/deals');
      const { negotiationManifest, openNegotiated, priceCase } = await import('../priced-case.ts');
      const { context } = session;
      const { world, scenario } = await openNegotiated(name, options, session);
      const { game, about } = await priceCase(scenario, world, context);
      const conflict = reviewConflict(game, options.by);
      const asked = await stateNamed(options.for, conflict);
      const likeliest = stateAfterFirstReview(game, conflict, negotiatePriced(scenario, game).path);
      const report = stabilityReport(
        {
          ...about,
          conflict,
          stable: stableStates(conflict.model),
          joint: jointGains(game.year.table, conflict),
          ...(likeliest === undefined ? {} : { likeliest }),
          asked,
        },
        {
          all: options.all ?? false,
          manifest: negotiationManifest(world, options, session, [`worth by ${options.by}`]),
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
