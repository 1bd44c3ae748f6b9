import type { Show } from '@usmca-sim/reporter';
import { type Command, Option } from 'commander';
import { emit } from '../emit.ts';
import {
  addDetailOptions,
  addOutputOptions,
  addOverrideOptions,
  addWorldOptions,
  type DetailOptions,
  type OutputOptions,
  type OverrideOptions,
  type WorldOptions,
} from '../options.ts';
import { reproductionOf } from '../reproduction.ts';
import type { Session } from '../session.ts';
import { choicesOf, solveCases } from '../solve-cases.ts';

type RunOptions = OutputOptions & WorldOptions & OverrideOptions & DetailOptions & { full?: boolean };
type CompareOptions = RunOptions & { reference?: string; show: Show };

export function addRun(program: Command, session: Session): void {
  const command = program
    .command('run')
    .argument('<case...>', 'names of cases, or YAML files')
    .description('run cases, each against the base year');
  addReportOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  usmca-sim run retaliation-lifted
  usmca-sim run retaliation-lifted --full | less
  usmca-sim run my-case.yaml --sectors --out results
  usmca-sim run my-case.yaml --all --format csv > facts.csv

Several cases are run one after another; compare puts them side by side.`,
    )
    .action(async (names: string[], options: RunOptions) => {
      const { results, about } = await solveCases(names, options, session);
      const { runReport, compareReport, comparisonFacts, onScreen } = await import('@usmca-sim/reporter');
      const reproduction = reproductionOf(options, session, choicesOf(options));
      const detail = { ...about, reproduction, sectors: options.sectors ?? false };
      const [first] = results;
      const report =
        results.length === 1
          ? runReport(first!, detail)
          : compareReport({ results, reference: first!.scenario.id }, { ...detail, show: 'levels' });
      const all = options.all ?? false;
      const rows = () => comparisonFacts({ results, reference: first!.scenario.id }, 'levels', { all });
      await emit(
        { report, ...(options.full ? {} : { onScreen: onScreen(report) }), facts: rows },
        options,
        session.context,
      );
    });
}

export function addCompare(program: Command, session: Session): void {
  const command = program
    .command('compare')
    .argument('<case...>', 'names of cases, or YAML files')
    .description('put cases side by side, each against one of them')
    .option('-r, --reference <case>', 'the case that the others are measured against; the first unless told')
    .addOption(
      new Option('-s, --show <what>', 'what stands beside the level of each case')
        .choices(['levels', 'differences', 'percent'])
        .default('percent'),
    );
  addReportOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  usmca-sim compare retaliation-lifted law-of-august-2025 before-2025 --reference law-of-august-2025
  usmca-sim compare before-2025 my-case.yaml --show differences --sectors
  usmca-sim compare before-2025 my-case.yaml --format csv > facts.csv`,
    )
    .action(async (names: string[], options: CompareOptions) => {
      const { results, reference, about } = await solveCases(
        names,
        options,
        session,
        options.reference ?? names[0],
      );
      if (results.length < 2) throw await tooFew();
      const { compareReport, comparisonFacts, onScreen } = await import('@usmca-sim/reporter');
      const { show } = options;
      const reproduction = reproductionOf(options, session, [...choicesOf(options), `show ${show}`]);
      const report = compareReport(
        { results, reference },
        { ...about, reproduction, show, sectors: options.sectors ?? false },
      );
      const all = options.all ?? false;
      const rows = () => comparisonFacts({ results, reference }, show, { all });
      await emit(
        { report, ...(options.full ? {} : { onScreen: onScreen(report) }), facts: rows },
        options,
        session.context,
      );
    });
}

function addReportOptions(command: Command): Command {
  const detailed = addDetailOptions(addOverrideOptions(addWorldOptions(addOutputOptions(command))));
  return detailed.option('--full', 'print every section and table; as text, the main ones unless told');
}

async function tooFew(): Promise<Error> {
  const { InputError } = await import('@usmca-sim/core');
  const advice = 'usmca-sim run shows a case against the base year';
  return new InputError([{ code: 'too-few-cases', message: 'a comparison takes two cases or more', advice }]);
}
