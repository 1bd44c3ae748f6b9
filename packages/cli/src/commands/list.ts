import type { Command } from 'commander';
import { emit } from '../emit.ts';
import type { Session } from '../main.ts';
import { addOutputOptions, addWorldOptions, type OutputOptions, type WorldOptions } from '../options.ts';

export function addList(program: Command, { context }: Session): void {
  const command = program.command('list').description('list the cases with their titles and questions');
  addOutputOptions(addWorldOptions(command))
    .addHelpText(
      'after',
      `
Examples:
  usmca-sim list
  usmca-sim list --scenarios my-cases --json`,
    )
    .action(async (options: OutputOptions & WorldOptions) => {
      const { openWorld } = await import('../world.ts');
      const { listReport } = await import('@usmca-sim/reporter');
      const world = await openWorld(options, context);
      const report = listReport(await world.list(), options.scenarios ?? 'the library');
      await emit({ report }, options, context);
    });
}
