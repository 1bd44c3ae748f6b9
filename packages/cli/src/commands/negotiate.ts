import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { emit } from '../emit.ts';
import { addBehaviourOptions, type BehaviourOptions } from '../negotiation-choices.ts';
import { addOutputOptions, addWorldOptions, type OutputOptions, type WorldOptions } from '../options.ts';
import { reproductionOf } from '../reproduction.ts';
import type { Session } from '../session.ts';

interface Options extends OutputOptions, WorldOptions, BehaviourOptions {
  readonly all?: boolean;
}

export function addNegotiate(program: Command, session: Session): void {
  const command = program
    .command('negotiate')
    .argument('<case...>', 'names of cases with a negotiation, or YAML files')
    .description('solve the negotiation of a case and tell it; of several cases, side by side')
    .option('--all', 'what each would do in every state');
  addBehaviourOptions(addWorldOptions(addOutputOptions(command)))
    .addHelpText(
      'after',
      `
Examples:
  usmca-sim negotiate review-as-it-went
  usmca-sim negotiate review-as-it-went --economists-view
  usmca-sim negotiate review-as-it-went --concept subgame-perfect --all
  usmca-sim negotiate review-as-it-went --format csv > negotiation.csv`,
    )
    .action(async (names: string[], options: Options) => {
      const { openWorld } = await import('../world.ts');
      const { distinctCases } = await import('../cases-asked-for.ts');
      const { behaviourInWords, withBehaviour } = await import('../negotiation-choices.ts');
      const { negotiate } = await import('@usmca-sim/core');
      const { lawManifest, negotiationReport } = await import('@usmca-sim/reporter');
      const { context } = session;
      const world = await openWorld(options, context);
      const { economy, law } = world;
      const scenarios = withBehaviour(distinctCases(await world.cases(names)), options);
      const cases = scenarios.map((scenario) => ({
        id: scenario.id,
        title: scenario.title,
        regions: economy.regions,
        unit: economy.unit,
        negotiation: negotiate(economy, law, scenario, progressOn(context)),
      }));
      const manifest = lawManifest(economy, law, reproductionOf(options, session, behaviourInWords(options)));
      const report = negotiationReport(cases, {
        all: options.all ?? false,
        manifest,
        question: scenarios[0]!.question,
      });
      await emit({ report }, options, context);
    });
}

/** Says on a terminal how far the equilibria behind the payoffs are, in a line that is wiped at the end. */
export function progressOn({ stderr, isTerminal, env }: Context): (done: number, of: number) => void {
  if (!isTerminal || env['TERM'] === 'dumb') return () => undefined;
  return (done, of) => {
    stderr.write(done + 1 < of ? `\rtrade equilibrium ${done + 1} of ${of}` : '\r\u001b[K');
  };
}
