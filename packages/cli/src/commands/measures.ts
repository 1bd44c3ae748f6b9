import type { TariffMeasure } from '@usmca-sim/core';
import { type Command, Option } from 'commander';
import { emit } from '../emit.ts';
import { addOutputOptions, type OutputOptions } from '../options.ts';
import { reproductionOf } from '../reproduction.ts';
import type { Session } from '../session.ts';

interface Options extends OutputOptions {
  readonly on?: string;
  readonly from?: string;
  readonly until?: string;
  readonly importer?: string;
  readonly exporter?: string;
  readonly sector?: string;
  readonly authority?: string;
  readonly status?: TariffMeasure['status'];
  readonly economy?: string;
}

export function addMeasures(program: Command, session: Session): void {
  const command = program
    .command('measures')
    .argument('[id...]', 'measures to be shown in full')
    .description('show the measures on record in order of date, or some of them in full')
    .option('--on <date>', 'those in force on a day, or on that of a situation')
    .option('--from <date>', 'those in force on a day from this one on')
    .option('--until <date>', 'those in force on a day before this one')
    .option('--importer <code>', 'those of one importer')
    .option('--exporter <code>', 'those on one exporter')
    .option('--sector <code>', 'those that bear on goods of a sector')
    .option('--authority <instrument>', 'those of one instrument, such as section-232')
    .addOption(new Option('--status <status>', 'law, or threats not in force').choices(['law', 'threat']))
    .option('--economy <dir>', 'the law of data of your own, a folder of CSV files');
  addOutputOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  usmca-sim measures --importer USA --exporter CAN --on 2025-09-19
  usmca-sim measures --authority section-232 --from 2026-01-01
  usmca-sim measures --status threat
  usmca-sim measures --format csv > charges.csv`,
    )
    .action(async (ids: string[], options: Options) => {
      const { openWorld } = await import('../world.ts');
      const { checkCovered, checkLawChoices } = await import('../law-choices.ts');
      const { lawManifest, measureReport, measuresAsked, measuresReport } = await import(
        '@usmca-sim/reporter'
      );
      const { economy, law } = await openWorld(options, session.context);
      const days = { on: options.on, from: options.from, until: options.until };
      const filter = { ...options, ...checkLawChoices({ ...options, measures: ids, days }, economy, law) };
      await checkFilter(ids, filter);
      if (filter.on !== undefined) checkCovered(filter.on, law);
      const manifest = lawManifest(economy, law, reproductionOf(options, session));
      const report =
        ids.length > 0
          ? measureReport(
              economy,
              law,
              [...new Set(ids)].map((id) => law.measures.find((measure) => measure.id === id)!),
              manifest,
            )
          : measuresReport(economy, measuresAsked(law, filter), manifest, filter);
      await emit({ report }, options, session.context);
    });
}

const filters = ['on', 'from', 'until', 'importer', 'exporter', 'sector', 'authority', 'status'] as const;

/** @throws InputError where measures are named and filtered as well, or a period ends before it begins. */
async function checkFilter(ids: readonly string[], options: Options): Promise<void> {
  const { InputError } = await import('@usmca-sim/core');
  const { from, until } = options;
  const used = filters.filter((filter) => options[filter] !== undefined);
  if (ids.length > 0 && used.length > 0) {
    const message = `measures that are named are shown whatever --${used.join(', --')} would leave`;
    throw new InputError([
      { code: 'named-and-filtered', message, advice: 'leave the names or the options out' },
    ]);
  }
  if (from !== undefined && until !== undefined && until <= from) {
    const message = `the period from ${from} until ${until} has no days`;
    throw new InputError([{ code: 'empty-period', message, advice: '--until is the first day left out' }]);
  }
}
