import { CommanderError } from 'commander';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';

/** Says on stderr why the command ended, in words and without a stack trace, and gives its exit code. */
export async function reportFailure(error: unknown, context: Context): Promise<number> {
  const say = (text: string) => context.stderr.write(`${text}\n`);
  if (error instanceof CommanderError) {
    // Commander has said what there is to say; help and version end with 0, everything else is usage.
    return error.exitCode === 0 ? exitCodes.success : exitCodes.badInput;
  }
  if (!(error instanceof Error)) return defect(new Error(String(error)), context);
  const { InputError, renderProblem, ReviewSolveError, ReviewTooLarge } = await import('@usmca-sim/core');
  if (error instanceof InputError) {
    say(error.problems.map(renderProblem).join('\n\n'));
    return exitCodes.badInput;
  }
  if (error.name === 'EquilibriumError') {
    say(renderProblem({ code: 'equilibrium', message: error.message }));
    return 'code' in error && error.code === 'no-equilibrium' ? exitCodes.badInput : exitCodes.notMet;
  }
  if (error instanceof ReviewTooLarge || isTooLarge(error)) {
    say(renderProblem({ code: 'too-large', message: error.message }));
    return exitCodes.badInput;
  }
  if (error instanceof ReviewSolveError) {
    say(renderProblem({ code: error.code, message: `the negotiation is not solved: ${error.message}` }));
    return exitCodes.notMet;
  }
  if (error.name === 'TariffWarError') {
    const advice = 'other duties, or another law, may settle; no figures are given for a war that does not';
    say(renderProblem({ code: 'not-converged', message: error.message, advice }));
    return exitCodes.notMet;
  }
  const fault = fileFault(error);
  if (fault) {
    say(renderProblem({ code: 'file', message: fault }));
    return exitCodes.badInput;
  }
  return defect(error, context);
}

/** A game that would be written out, or a conflict that would be looked at. */
function isTooLarge(error: Error): boolean {
  const isOne = error.name === 'SolutionError' || error.name === 'ConflictError';
  return isOne && 'code' in error && error.code === 'too-large';
}

function defect(error: Error, context: Context): number {
  context.stderr.write(
    `usmca-sim failed in a way it should not have; please report this, with the command and the message: ${error.message.split('\n')[0]}\n`,
  );
  if (context.env['USMCA_SIM_DEBUG'] === '1') context.stderr.write(`${error.stack ?? ''}\n`);
  return exitCodes.defect;
}

const fileFaults: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission is missing',
  EPERM: 'permission is missing, or another program has it open',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EISDIR: 'this is a folder, not a file',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EBUSY: 'another program has it open',
  EEXIST: 'this exists already',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'the links of the path run in a circle',
};

/** What the operating system said, where the fault is a file's and not the command's. */
export function faultInWords(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? fileFaults[error.code]
    : undefined;
}

function fileFault(error: Error): string | undefined {
  const words = faultInWords(error);
  return words && 'path' in error && typeof error.path === 'string' ? `${error.path}: ${words}` : words;
}
