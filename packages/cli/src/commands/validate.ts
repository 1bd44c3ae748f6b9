import type { Problem, Scenario } from '@usmca-sim/core';
import { type Command, Option } from 'commander';
import type { Checked } from '../check-expectations.ts';
import { exitCodes } from '../exit-codes.ts';
import { addWorldOptions, type WorldOptions } from '../options.ts';
import type { Session } from '../session.ts';

interface Options extends WorldOptions {
  readonly expect?: boolean;
  readonly format: 'text' | 'json';
}

/** What became of one case. */
interface Verdict {
  readonly case: string;
  readonly problems: readonly Problem[];
  readonly checks: readonly Checked[];
}

export function addValidate(program: Command, session: Session): void {
  const command = program
    .command('validate')
    .argument('[case...]', 'names of cases, or YAML files; every case of the library unless told')
    .description(
      'check cases: every problem of every file, and with --expect whether they still say what they said',
    )
    .option('--expect', 'run the cases and check what their authors expect of them')
    .addOption(
      new Option('-f, --format <format>', 'how results are printed')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addOption(
      new Option('--json', 'the same as --format json').implies({
        format: 'json',
      }),
    );
  addWorldOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  usmca-sim validate
  usmca-sim validate my-case.yaml
  usmca-sim validate --expect

Exit codes: 0 all is well; 1 an expectation is not met; 2 a case cannot be used.`,
    )
    .action(async (names: string[], options: Options) => {
      const verdicts = await validate(names, options, session);
      const { context } = session;
      if (options.format === 'json') {
        const cases = verdicts.map((verdict) => ({
          ...verdict,
          ok: isWell(verdict),
        }));
        const document = { format: 'usmca-sim/validation', version: 1, cases };
        context.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
      } else {
        await print(verdicts, session);
      }
      if (verdicts.some(({ problems }) => problems.length > 0)) session.exitCode = exitCodes.badInput;
      else if (!verdicts.every(isWell)) session.exitCode = exitCodes.notMet;
    });
}

async function validate(names: string[], options: Options, { context }: Session): Promise<Verdict[]> {
  const { InputError } = await import('@usmca-sim/core');
  const { openWorld } = await import('../world.ts');
  const world = await openWorld(options, context);
  const verdicts: Verdict[] = [];
  const read = new Map<string, Scenario>();
  for (const name of names.length > 0 ? names : world.ids()) {
    try {
      const [scenario] = await world.cases([name]);
      read.set(name, scenario!);
      verdicts.push({ case: name, problems: [], checks: [] });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      verdicts.push({ case: name, problems: error.problems, checks: [] });
    }
  }
  if (!options.expect) return verdicts;
  const { expectationChecker } = await import('../check-expectations.ts');
  const check = expectationChecker(world);
  const checked: Verdict[] = [];
  for (const verdict of verdicts) {
    const scenario = read.get(verdict.case);
    checked.push(scenario ? { ...verdict, checks: await check(scenario) } : verdict);
  }
  return checked;
}

function isWell({ problems, checks }: Verdict): boolean {
  return problems.length === 0 && checks.every(({ met }) => met);
}

async function print(verdicts: readonly Verdict[], { context }: Session): Promise<void> {
  const { renderProblem } = await import('@usmca-sim/core');
  for (const verdict of verdicts) {
    const { problems, checks } = verdict;
    context.stdout.write(`${isWell(verdict) ? 'ok    ' : 'failed'}  ${verdict.case}${counts(verdict)}\n`);
    const failures = [...problems, ...checks.filter(({ met }) => !met).map(problemOf)];
    for (const problem of failures) context.stderr.write(`${renderProblem(problem)}\n\n`);
  }
}

function problemOf({ finding, because, place }: Checked): Problem {
  const problem = { code: 'expectation', message: finding, advice: `expected because: ${because}` };
  return place ? { ...problem, place } : problem;
}

function counts({ problems, checks }: Verdict): string {
  if (problems.length > 0) return `: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  if (checks.length === 0) return '';
  return `: ${checks.filter(({ met }) => met).length} of ${checks.length} expectations met`;
}
