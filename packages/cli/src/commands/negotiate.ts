import type { NegotiatedCase } from '@usmca-sim/reporter/negotiation';
import type { Command } from 'commander';
import { addBehaviourOptions, type BehaviourOptions } from '../behaviour-options.ts';
import { emit } from '../emit.ts';
import { inStretches } from '../in-stretches.ts';
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
      const { lawManifest } = await import('@usmca-sim/reporter');
      const { negotiationReport } = await import('@usmca-sim/reporter/negotiation');
      const { context } = session;
      const world = await openWorld(options, context);
      const { economy, law } = world;
      const scenarios = withBehaviour(distinctCases(await world.cases(names)), options);
      const cases: NegotiatedCase[] = [];
      for (const scenario of scenarios) {
        const negotiation = await inStretches(
          (progress) => negotiate(economy, law, scenario, progress),
          context,
        );
        const { id, title } = scenario;
        cases.push({ id, title, regions: economy.regions, unit: economy.unit, negotiation });
      }
      const manifest = lawManifest(economy, law, reproductionOf(options, session, behaviourInWords(options)));
      const report = negotiationReport(cases, {
        all: options.all ?? false,
        manifest,
        question: scenarios[0]!.question,
      });
      await emit({ report }, options, context);
    });
}
