import type { Command } from 'commander';
import { emit } from '../emit.ts';
import { addOutputOptions, addWorldOptions, type OutputOptions, type WorldOptions } from '../options.ts';
import type { Session } from '../session.ts';

export function addShow(program: Command, { context }: Session): void {
  const command = program
    .command('show')
    .argument('<case>', 'name of a case, or a YAML file')
    .description('show a case resolved: what it starts from, what it changes, what it assumes');
  addOutputOptions(addWorldOptions(command))
    .addHelpText(
      'after',
      `
Examples:
  usmca-sim show retaliation-lifted
  usmca-sim show my-case.yaml --json`,
    )
    .action(async (name: string, options: OutputOptions & WorldOptions) => {
      const { openWorld } = await import('../world.ts');
      const { caseReport } = await import('@usmca-sim/reporter');
      const world = await openWorld(options, context);
      const [scenario] = await world.cases([name]);
      const parent = (await world.inheritedQuestions([scenario!])).get(scenario!.id);
      const report = caseReport(scenario!, world.startOf(scenario!), world.economy, parent);
      await emit({ report }, options, context);
    });
}
