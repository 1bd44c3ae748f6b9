import { Command } from 'commander';
import { addBacktest } from './commands/backtest.ts';
import { addBargain } from './commands/bargain.ts';
import { addCoalitions } from './commands/coalitions.ts';
import { addData } from './commands/data.ts';
import { addList } from './commands/list.ts';
import { addMeasures } from './commands/measures.ts';
import { addNegotiate } from './commands/negotiate.ts';
import { addNew } from './commands/new.ts';
import { addPlay } from './commands/play.ts';
import { addReport } from './commands/report.ts';
import { addRoles } from './commands/roles.ts';
import { addCompare, addRun } from './commands/run-and-compare.ts';
import { addSchema } from './commands/schema.ts';
import { addShow } from './commands/show.ts';
import { addStability } from './commands/stability.ts';
import { addStances } from './commands/stances.ts';
import { addTariffWar } from './commands/tariff-war.ts';
import { addTariffs } from './commands/tariffs.ts';
import { addTournament } from './commands/tournament.ts';
import { addTree } from './commands/tree.ts';
import { addValidate } from './commands/validate.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { reportFailure } from './failures.ts';
import { packageVersion } from './package-version.ts';
import type { Session } from './session.ts';

/**
 * Runs the command.
 *
 * @param argv words after the program's name.
 * @returns the exit code; it never throws.
 */
export async function main(argv: readonly string[], context: Context): Promise<number> {
  const session: Session = { context, argv, exitCode: exitCodes.success };
  const usage: string[] = [];
  try {
    const program = programFor(session, usage);
    if (argv.length === 0) {
      program.outputHelp();
      return exitCodes.success;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return session.exitCode;
  } catch (error) {
    if (usage.length > 0) {
      // Commander repeats words of the command line.
      const { printable } = await import('@usmca-sim/core');
      context.stderr.write(printable(usage.join('')));
    }
    return reportFailure(error, context);
  }
}

/** @param usage takes what is wrong with the words of the command line. */
function programFor(session: Session, usage: string[]): Command {
  const { stdout, columns } = session.context;
  const program = new Command('usmca-sim')
    .description(
      'Simulates the 2026 joint review of the USMCA: from a case in YAML to projected trade flows.',
    )
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showHelpAfterError('usmca-sim help COMMAND shows its options, with examples')
    .exitOverride()
    .hook('preAction', async (_, command) => {
      const { checkFormat } = await import('./contradictions.ts');
      checkFormat(command, session);
    })
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => usage.push(text),
      getOutHelpWidth: () => columns ?? 80,
      getErrHelpWidth: () => columns ?? 80,
    });
  const commands = [
    addList,
    addShow,
    addRun,
    addCompare,
    addReport,
    addTariffs,
    addMeasures,
    addBacktest,
    addNegotiate,
    addTree,
    addTournament,
    addRoles,
    addPlay,
    addBargain,
    addCoalitions,
    addTariffWar,
    addStability,
  ];
  for (const add of [...commands, addStances, addNew, addValidate, addData, addSchema]) add(program, session);
  program.addHelpText(
    'after',
    `
Examples:
  usmca-sim list
  usmca-sim run retaliation-lifted
  usmca-sim compare retaliation-lifted law-of-august-2025 --reference law-of-august-2025
  usmca-sim tariffs --on 2025-09-19
  usmca-sim new my-case && usmca-sim validate my-case.yaml

Results go to stdout, everything else to stderr.
Exit codes: 0 done; 1 a check failed or a solve did not converge; 2 bad input or usage;
70 the command itself failed; 130 interrupted.`,
  );
  return program;
}
