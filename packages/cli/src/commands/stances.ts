import { resolve } from 'node:path';
import type { CaseFiles, Economy, Law, NegotiationTable, Stance } from '@usmca-sim/core';
import type { Command } from 'commander';
import { emit } from '../emit.ts';
import { addOutputOptions, addWorldOptions, type OutputOptions, type WorldOptions } from '../options.ts';
import { reproductionOf } from '../reproduction.ts';
import type { Session } from '../session.ts';

type Options = OutputOptions & WorldOptions & { readonly table?: string };

export function addStances(program: Command, session: Session): void {
  const command = program
    .command('stances')
    .argument('[id...]', 'stances to be shown in full, side by side where there are several')
    .description('show what is assumed about governments that negotiate: every figure with its reason');
  command.option(
    '--table <id>',
    'show what a table assumes as well: concessions, worth and costs by government',
  );
  addOutputOptions(addWorldOptions(command))
    .addHelpText(
      'after',
      `
Stances are YAML files in a folder called stances; the documentation says how to write one.

Examples:
  usmca-sim stances
  usmca-sim stances usa-present-policy
  usmca-sim stances canada-conciliatory-under-pressure canada-firm
  usmca-sim stances --table review-of-2026
  usmca-sim stances --format csv > figures.csv`,
    )
    .action(async (ids: string[], options: Options) => {
      const { openWorld } = await import('../world.ts');
      const { lawManifest, stanceListReport, stancesReport } = await import('@usmca-sim/reporter');
      const { economy, law } = await openWorld(options, session.context);
      const shown = ids.length > 0 || options.table === undefined;
      const stances = shown ? await stancesNamed(ids, economy, options, session) : [];
      const table = await tableNamed({ economy, law }, options, session);
      const manifest = lawManifest(economy, law, reproductionOf(options, session));
      const report =
        ids.length === 0 && table === undefined
          ? stanceListReport(stances, manifest)
          : stancesReport(stances, economy, manifest, table);
      await emit({ report }, options, session.context);
    });
}

/** @throws InputError with the problems of all of them, and those that do not exist. */
async function stancesNamed(
  ids: readonly string[],
  economy: Parameters<typeof import('@usmca-sim/core')['parseStance']>[2],
  options: Options,
  session: Session,
): Promise<Stance[]> {
  const { adviseWord, InputError, parseStance } = await import('@usmca-sim/core');
  const files = await filesOf(options, session);
  const known = files.ids('stance');
  const stances: Stance[] = [];
  const problems: InstanceType<typeof InputError>['problems'][number][] = [];
  for (const id of ids.length > 0 ? new Set(ids) : known) {
    const file = files.locate(id, 'stance');
    if (file === undefined) {
      const advice = adviseWord(id, known);
      const message = `there is no stance "${id}"`;
      problems.push({ code: 'unknown-stance', message, ...(advice ? { advice } : {}) });
      continue;
    }
    try {
      stances.push(parseStance(file, files, economy));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return ids.length > 0 ? stances : stances.toSorted((a, b) => order(a, economy) - order(b, economy));
}

async function filesOf({ scenarios }: Options, { context }: Session): Promise<CaseFiles> {
  const { caseFolder, caseLibrary, withLibrary } = await import('@usmca-sim/scenarios');
  if (scenarios === undefined) return caseLibrary();
  return withLibrary(caseFolder(resolve(context.cwd, scenarios), { shownAs: scenarios }));
}

/**
 * A table is read against the law of a case: that of the first that sits at it.
 *
 * @throws InputError where there is none, or no case names it.
 */
async function tableNamed(
  world: { readonly economy: Economy; readonly law: Law },
  options: Options,
  session: Session,
): Promise<NegotiationTable | undefined> {
  const { table: id } = options;
  if (id === undefined) return undefined;
  const { adviseWord, InputError, parseScenario } = await import('@usmca-sim/core');
  const files = await filesOf(options, session);
  if (files.locate(id, 'table') === undefined) {
    const advice = adviseWord(id, files.ids('table'));
    const message = `there is no table "${id}"`;
    throw new InputError([{ code: 'unknown-table', message, ...(advice ? { advice } : {}) }]);
  }
  const names = new RegExp(`^\\s+table: *["']?${id}["']?\\s*(#.*)?$`, 'm');
  const file = files
    .ids()
    .map((one) => files.locate(one)!)
    .find((one) => names.test(files.read(one) ?? ''));
  const scenario = file === undefined ? undefined : await parseScenario(file, files, world);
  if (scenario?.negotiation === undefined) {
    const message = `no case sits at the table "${id}"`;
    const advice = 'a table is read against the law of a case that names it under "negotiation"';
    throw new InputError([{ code: 'table-without-case', message, advice }]);
  }
  return { ...scenario.negotiation.table, id };
}

/** By party in the order of the data; sorting keeps ids of one party in theirs. */
function order(
  { party }: Stance,
  { regions }: { readonly regions: readonly { readonly code: string }[] },
): number {
  return regions.findIndex(({ code }) => code === party);
}
