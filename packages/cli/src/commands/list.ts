import type { Command } from 'commander';
import { emit } from '../emit.ts';
import { exitCodes } from '../exit-codes.ts';
import { addOutputOptions, addWorldOptions, type OutputOptions, type WorldOptions } from '../options.ts';
import type { Session } from '../session.ts';

export function addList(program: Command, session: Session): void {
  const { context } = session;
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
      const { cases, problems } = await world.list();
      await emit({ report: listReport(cases, options.scenarios ?? 'the library') }, options, context);
      if (problems.length === 0) return;
      const { renderProblem } = await import('@usmca-sim/core');
      const { ofOtherEconomies, otherEconomy } = await import('../library-elsewhere.ts');
      const own = problems.filter(({ code }) => code !== otherEconomy);
      if (own.length < problems.length) {
        context.stderr.write(`note: ${renderProblem(ofOtherEconomies(problems.length - own.length))}\n`);
      }
      if (own.length === 0) return;
      context.stderr.write(`${own.map(renderProblem).join('\n\n')}\n`);
      session.exitCode = exitCodes.badInput;
    });
}
