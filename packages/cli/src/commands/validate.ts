import type { Problem, Scenario } from '@usmca-sim/core';
import type { Command } from 'commander';
import type { Checked } from '../check-expectations.ts';
import { columnsOf, emit } from '../emit.ts';
import { exitCodes } from '../exit-codes.ts';
import { addOutputOptions, addWorldOptions, type OutputOptions, type WorldOptions } from '../options.ts';
import type { Session } from '../session.ts';

interface Options extends WorldOptions, OutputOptions {
  readonly expect?: boolean;
}

/** What became of one case. */
interface Verdict {
  readonly case: string;
  readonly problems: readonly Problem[];
  /** How many it has, run or not. */
  readonly expectations: number;
  readonly checks: readonly Checked[];
}

export function addValidate(program: Command, session: Session): void {
  const command = program
    .command('validate')
    .argument('[case...]', 'names of cases, or YAML files; every case of the library unless told')
    .description(
      'check cases: every problem of every file, and with --expect whether they still say what they said',
    )
    .option('--expect', 'run the cases and check what their authors expect of them');
  addWorldOptions(addOutputOptions(command))
    .addHelpText(
      'after',
      `
Examples:
  usmca-sim validate
  usmca-sim validate my-case.yaml --expect
  usmca-sim validate --expect --format csv > verdicts.csv

Without --expect, expectations are read but not run.
Exit codes: 0 all is well; 1 an expectation is not met; 2 a case cannot be used.`,
    )
    .action(async (names: string[], options: Options) => {
      const verdicts = await validate(names, options, session);
      const { isWell, validationReport } = await import('@usmca-sim/reporter');
      const cases = verdicts.map((verdict) => ({ ...verdict, ok: isWell(verdict) }));
      const json = `${JSON.stringify({ format: 'usmca-sim/validation', version: 1, cases }, null, 2)}\n`;
      const print = () => printAsText(cases, session);
      await emit({ report: validationReport(verdicts) }, options, session.context, { json, text: print });
      if (options.format === 'csv') await printFailures(cases, session);
      const faults = verdicts.flatMap(({ problems }) => problems);
      if (faults.some(({ code }) => code !== 'not-converged')) session.exitCode = exitCodes.badInput;
      else if (!cases.every(({ ok }) => ok)) session.exitCode = exitCodes.notMet;
    });
}

async function validate(names: string[], options: Options, { context }: Session): Promise<Verdict[]> {
  const { InputError, checkSchedule } = await import('@usmca-sim/core');
  const { openWorld } = await import('../world.ts');
  const { otherEconomy, ofOtherEconomies } = await import('../library-elsewhere.ts');
  const world = await openWorld(options, context);
  const verdicts: Verdict[] = [];
  const read = new Map<string, Scenario>();
  let elsewhere = 0;
  for (const name of names.length > 0 ? names : world.ids()) {
    try {
      const [scenario] = await world.cases([name]);
      checkSchedule(world.economy, world.law, scenario!);
      read.set(name, scenario!);
      verdicts.push({ case: name, problems: [], expectations: scenario!.expect.length, checks: [] });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      // Nobody asked for these by name: that the library does not fit other data is no fault of a case.
      if (names.length === 0 && error.problems.some(({ code }) => code === otherEconomy)) elsewhere++;
      else verdicts.push({ case: name, problems: error.problems, expectations: 0, checks: [] });
    }
  }
  if (elsewhere > 0) {
    const problem = ofOtherEconomies(elsewhere);
    if (verdicts.length === 0) throw new InputError([problem]);
    context.stderr.write(`note: ${problem.message}\n`);
  }
  if (!options.expect) return verdicts;
  const { expectationChecker } = await import('../check-expectations.ts');
  const check = expectationChecker(world);
  const checked: Verdict[] = [];
  for (const verdict of verdicts) {
    const scenario = read.get(verdict.case);
    checked.push(scenario ? { ...verdict, ...(await check(scenario)) } : verdict);
  }
  return checked;
}

type Judged = Verdict & { readonly ok: boolean };

async function printAsText(verdicts: readonly Judged[], session: Session): Promise<void> {
  const { printable } = await import('@usmca-sim/core');
  for (const verdict of verdicts) {
    const name = `${verdict.ok ? 'ok    ' : 'failed'}  ${verdict.case}`;
    const said = remarks(verdict);
    // Where both do not fit in a line, what is said of a case stands under its name.
    const fits = `${name}${said}`.length <= (columnsOf(session.context) ?? Infinity);
    const line = fits ? `${name}${said}` : `${name}\n        ${said.replace(/^[: ]+/, '')}`;
    session.context.stdout.write(
      `${line
        .split('\n')
        .map((text) => printable(text))
        .join('\n')}\n`,
    );
  }
  await printFailures(verdicts, session);
}

async function printFailures(verdicts: readonly Judged[], { context }: Session): Promise<void> {
  const { renderProblem } = await import('@usmca-sim/core');
  for (const { problems, checks } of verdicts) {
    const failures = [...problems, ...checks.filter(({ met }) => !met).map(problemOf)];
    for (const problem of failures) context.stderr.write(`${renderProblem(problem)}\n\n`);
  }
}

function problemOf({ finding, because, place }: Checked): Problem {
  const problem = { code: 'expectation', message: finding, advice: `expected because: ${because}` };
  return place ? { ...problem, place } : problem;
}

function remarks({ problems, expectations, checks }: Verdict): string {
  if (problems.length > 0) return `: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  if (expectations === 0) return '';
  const noun = expectations === 1 ? 'expectation' : 'expectations';
  return checks.length === 0
    ? `  (${expectations} ${noun} not run: --expect)`
    : `: ${checks.filter(({ met }) => met).length} of ${expectations} expectations met`;
}
