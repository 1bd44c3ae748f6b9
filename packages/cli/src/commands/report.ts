import type { Fact } from '@usmca-sim/core';
import type { ReportDocument, CompareOptions as ReportOptions, Show } from '@usmca-sim/reporter';
import type { Chart } from '@usmca-sim/reporter/charts';
import type { ReportFile, ReportFormat } from '@usmca-sim/reporter/files';
import { type Command, Option } from 'commander';
import { type Context, isWatched } from '../context.ts';
import { wipe } from '../in-stretches.ts';
import { addOverrideOptions, addWorldOptions, type OverrideOptions, type WorldOptions } from '../options.ts';
import { reproductionOf } from '../reproduction.ts';
import type { Session } from '../session.ts';
import { choicesOf, type SolvedCases, solveCases } from '../solve-cases.ts';

interface Options extends WorldOptions, OverrideOptions {
  readonly out: string;
  readonly formats?: string;
  readonly reference?: string;
  readonly show: Show;
  readonly sectors?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
}

export function addReport(program: Command, session: Session): void {
  const command = program
    .command('report')
    .argument('<case...>', 'names of cases, or YAML files')
    .description(
      'run cases and write the whole report: a page, a spreadsheet, charts, Markdown, CSV and JSON',
    )
    .requiredOption('-o, --out <dir>', 'the folder to write to')
    .option(
      '--formats <list>',
      'some of html, md, csv, json, xlsx, svg, png, separated by commas; all unless told',
    )
    .option('-r, --reference <case>', 'the case that the others are measured against; the first unless told')
    .addOption(
      new Option('-s, --show <what>', 'what stands beside the level of each case')
        .choices(['levels', 'differences', 'percent'])
        .default('percent'),
    )
    .option('--sectors', 'add tables of trade by sector')
    .option('--all', 'in CSV and JSON: every flow of every pair, by sector and year')
    .option('--json', 'print the list of files as JSON');
  addOverrideOptions(addWorldOptions(command))
    .addHelpText(
      'after',
      `
Examples:
  usmca-sim report retaliation-lifted --out results
  usmca-sim report retaliation-lifted before-2025 --reference before-2025 --out results
  usmca-sim report my-case.yaml --out results --formats html,xlsx

One case is set against the base year, several against the reference.
The paths of the files go to stdout, one a line; results/report.html is the page.`,
    )
    .action(async (names: string[], options: Options) => {
      const { context } = session;
      const { reportFormats } = await import('@usmca-sim/reporter/files');
      const formats = await formatsAsked(options.formats, reportFormats);
      const document = await documentOf(names, options, session);
      const files = await filesOf(document, formats, context);
      const { writeFolder } = await import('../write-folder.ts');
      const paths = writeFolder(options.out, files, context.cwd);
      const { printable } = await import('@usmca-sim/core');
      context.stdout.write(
        options.json
          ? `${JSON.stringify({ written: paths }, null, 2)}\n`
          : paths.map((path) => `${printable(path)}\n`).join(''),
      );
    });
}

/** @throws InputError with every name that is no format. */
async function formatsAsked(
  list: string | undefined,
  known: ReadonlyMap<string, ReportFormat>,
): Promise<readonly ReportFormat[]> {
  if (list === undefined) return [...known.values()];
  const { adviseWord, ProblemList } = await import('@usmca-sim/core');
  const problems = new ProblemList();
  const ids = [...new Set(list.split(',').map((id) => id.trim()))].filter((id) => id !== '');
  if (ids.length === 0) {
    problems.add(
      'format',
      '--formats names none',
      undefined,
      `possible here: ${[...known.keys()].join(', ')}`,
    );
  }
  for (const id of ids) {
    if (known.has(id)) continue;
    problems.add('format', `there is no format "${id}"`, undefined, adviseWord(id, [...known.keys()]));
  }
  problems.throwIfAny();
  return [...known.values()].filter(({ id }) => ids.includes(id));
}

async function documentOf(
  names: readonly string[],
  options: Options,
  session: Session,
): Promise<ReportDocument> {
  const { show, sectors = false, all = false } = options;
  const solved = await solveCases(names, options, session, options.reference ?? names[0]!);
  const { results, reference, about } = solved;
  const { compareReport, runReport, comparisonFacts, lawManifest } = await import('@usmca-sim/reporter');
  const reproduction = reproductionOf(options, session, [...choicesOf(options), `show ${show}`]);
  const { dealsBeside } = await import('../deals-beside.ts');
  const { economy, law } = solved.world;
  const made: ReportOptions = {
    ...about,
    reproduction,
    beside: await dealsBeside(
      solved.world,
      solved.scenarios,
      lawManifest(economy, law, reproduction),
      session.context,
    ),
    show,
    sectors,
    dutyTimeline: await dutyTimelineOf(solved),
    whole: true,
  };
  const [only, ...others] = results;
  const facts = () => comparisonFacts({ results, reference }, others.length === 0 ? 'levels' : show, { all });
  // Two formats want them, long after pictures are under way. All of them are too many to hold.
  let held: readonly Fact[] | undefined;
  return {
    report: others.length === 0 ? runReport(only!, made) : compareReport({ results, reference }, made),
    facts: () => (all ? facts() : (held ??= [...facts()])),
    madeOf: { results, ...(others.length === 0 ? {} : { reference }), options: made },
  };
}

/** Average duties from the year of the earliest start until the end of the year after the latest. */
async function dutyTimelineOf({ world, scenarios, results }: SolvedCases): Promise<Chart> {
  const { dutiesOverTime } = await import('@usmca-sim/core');
  const { dutyTimelineChart } = await import('@usmca-sim/reporter/charts');
  const { economy, law } = world;
  const starts = results.map(({ situation }) => situation.date).sort();
  const [from, until] = [`${starts[0]!.slice(0, 4)}-01-01`, `${+starts.at(-1)!.slice(0, 4) + 1}-12-31`];
  return dutyTimelineChart(
    scenarios.flatMap((scenario) => dutiesOverTime(economy, law, scenario, { from, until })),
  );
}

/** The files of every format; where somebody watches, a line says which is being written. */
async function filesOf(
  document: ReportDocument,
  formats: readonly ReportFormat[],
  context: Context,
): Promise<ReportFile[]> {
  const { reportFiles } = await import('@usmca-sim/reporter/files');
  try {
    return await reportFiles(document, formats, async (format) => {
      const at = formats.indexOf(format) + 1;
      if (isWatched(context)) {
        context.stderr.write(`${wipe}writing ${format.id}, format ${at} of ${formats.length}`);
      }
      // An interrupt is seen to between two formats.
      await new Promise((resume) => setImmediate(resume));
    });
  } finally {
    if (isWatched(context)) context.stderr.write(wipe);
  }
}
