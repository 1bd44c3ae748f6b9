import type { Economy, FlowDuty, Law, Scenario } from '@usmca-sim/core';
import type { DayOfChange, LawSelection, Report } from '@usmca-sim/reporter';
import type { Command } from 'commander';
import { emit } from '../emit.ts';
import { addOutputOptions, addWorldOptions, type OutputOptions, type WorldOptions } from '../options.ts';
import { reproductionOf } from '../reproduction.ts';
import type { Session } from '../session.ts';

interface Options extends OutputOptions, WorldOptions, LawSelection {
  readonly on?: string;
  readonly between?: readonly string[];
  readonly case?: string;
}

/** What is asked, with nothing left to look up. */
interface Question {
  readonly economy: Economy;
  readonly law: Law;
  readonly scenario: Scenario | undefined;
  readonly options: Options;
  readonly session: Session;
}

export function addTariffs(program: Command, session: Session): void {
  const command = program
    .command('tariffs')
    .description('show what is paid on a day and the measures behind it, or what changed between two days')
    .option('--on <day>', 'a day, or the name of a situation; the last day on record unless told')
    .option('--between <days...>', 'two days: what changed after the first and up to the second')
    .option('--importer <code>', 'what one importer charges; with an exporter, by sector')
    .option('--exporter <code>', 'what one exporter bears')
    .option('--sector <code>', 'goods of one sector; with both ends, by product group')
    .option('--all', 'third countries as well')
    .option('--case <case>', 'the law of a case, in place of the law on record');
  addWorldOptions(addOutputOptions(command))
    .addHelpText(
      'after',
      `
Statutory duties have base-year weights, effective duties those after substitution in the long run.

Examples:
  usmca-sim tariffs --on 2025-09-19
  usmca-sim tariffs --on 2025-09-19 --importer USA --exporter CAN
  usmca-sim tariffs --on 2025-09-19 --importer USA --exporter CAN --sector STL
  usmca-sim tariffs --between 2025-01-01 2025-12-31 --importer USA
  usmca-sim tariffs --case retaliation-lifted --on 2030-12-31 --format csv > duties.csv`,
    )
    .action(async (options: Options) => {
      const { openWorld } = await import('../world.ts');
      const { checkCovered, checkLawChoices } = await import('../law-choices.ts');
      const world = await openWorld(options, session.context);
      const { economy, law } = world;
      const { on, between } = options;
      await checkBetween(options);
      const days = { on, 'between, first day': between?.[0], 'between, second day': between?.[1] };
      const found = Object.values(checkLawChoices({ ...options, days }, economy, law));
      const asked = found.length > 0 ? found : [law.covered.last];
      // A case says what the law becomes after the days on record.
      for (const day of asked) checkCovered(day, options.case === undefined ? law : withoutEnd(law));
      const scenario = options.case === undefined ? undefined : (await world.cases([options.case]))[0];
      const question = { economy, law, scenario, options, session };
      const [first, last] = asked;
      if (last !== undefined) await checkOrder(first!, last);
      const report =
        last === undefined ? await onADay(first!, question) : await betweenTwo(first!, last, question);
      await emit({ report }, options, session.context);
    });
}

async function onADay(date: string, { economy, law, scenario, options, session }: Question): Promise<Report> {
  const { dutiesOn } = await import('@usmca-sim/core');
  const { lawManifest, tariffsReport } = await import('@usmca-sim/reporter');
  const { economy: settled, flows, state } = dutiesOn(economy, law, date, scenario);
  const paid = { effective: state.effectiveDuty, flow: state.flow };
  const manifest = lawManifest(economy, law, reproductionOf(options, session));
  return tariffsReport(
    { economy: settled, date, flows, paid, ...(scenario ? { scenario } : {}) },
    options,
    manifest,
  );
}

async function betweenTwo(from: string, until: string, question: Question): Promise<Report> {
  const { economy, law, scenario, options, session } = question;
  const { flowDuties, lawEvents, rulingOfRecord, timelineOf, timelineOfCase } = await import(
    '@usmca-sim/core'
  );
  const { changesBetween, eventsAsked, lawChangesReport, lawManifest } = await import('@usmca-sim/reporter');
  const timeline = scenario
    ? timelineOfCase(economy, law, scenario)
    : timelineOf(rulingOfRecord(economy, law));
  const events = eventsAsked(lawEvents(timeline.ruling.measures, from, until), economy, law.goods, options);
  const own = scenario ? changesBetween(scenario, economy, law, from, until) : [];
  const known = new Map<string, readonly FlowDuty[]>();
  const on = (date: string) => {
    const duties = known.get(date) ?? flowDuties(timeline, date);
    known.set(date, duties);
    return duties;
  };
  const dates = [...new Set([...events, ...own].map(({ date }) => date))].sort();
  const days = dates.map((date): DayOfChange => ({ date, before: on(dayBefore(date)), after: on(date) }));
  const changes = { economy, from, until, events, days, start: on(from), end: on(until) };
  const ofCase = scenario ? { scenario: { id: scenario.id, changes: own } } : {};
  const manifest = lawManifest(economy, law, reproductionOf(options, session));
  return lawChangesReport({ ...changes, ...ofCase }, options, manifest);
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

function withoutEnd(law: Law): Law {
  return { ...law, covered: { ...law.covered, last: '2060-12-31' } };
}

/** @throws InputError where `--between` has not two days, or a day is asked for as well. */
async function checkBetween({ on, between }: Options): Promise<void> {
  if (between === undefined) return;
  const { InputError } = await import('@usmca-sim/core');
  const fail = (code: string, message: string, advice: string) => {
    throw new InputError([{ code, message, advice }]);
  };
  if (on !== undefined) fail('on-and-between', '--on and --between cannot both be', 'leave one of them out');
  if (between.length !== 2) {
    fail(
      'between',
      `--between takes two days, not ${between.length}`,
      'as in --between 2025-01-01 2025-12-31',
    );
  }
}

/** @throws InputError where the second day is not after the first. */
async function checkOrder(first: string, last: string): Promise<void> {
  if (first < last) return;
  const { InputError } = await import('@usmca-sim/core');
  const message = `${first} is not before ${last}`;
  throw new InputError([{ code: 'between', message, advice: 'put the earlier day first' }]);
}
