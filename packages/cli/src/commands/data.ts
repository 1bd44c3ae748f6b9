import type { DataTopic } from '@usmca-sim/reporter';
import type { Command } from 'commander';
import { emit } from '../emit.ts';
import { addOutputOptions, type OutputOptions } from '../options.ts';
import type { Session } from '../session.ts';

type Options = OutputOptions & { economy?: string; all?: boolean } & Partial<Record<DataTopic, boolean>>;

export function addData(program: Command, { context }: Session): void {
  const command = program
    .command('data')
    .description(
      'show what is in the data: flows, regions, sectors, sources, what is imputed, the law on record',
    )
    .option('--flows', 'trade between the parties')
    .option('--regions', 'size and trade of each region')
    .option('--sectors', 'size, trade and elasticity of each sector')
    .option('--sources', 'where the figures come from')
    .option('--imputed', 'shares of trade value observed, derived and imputed')
    .option('--law', 'the law on record: alone, with its measures; in CSV, every charge of them')
    .option(
      '--all',
      'in CSV and JSON: every flow of every pair, domestic sales included; with --law, goods lists and product groups',
    )
    .option('--economy <dir>', 'show data of your own, a folder of CSV files');
  addOutputOptions(command)
    .addHelpText(
      'after',
      `
Without a choice of parts, all are shown.

Examples:
  usmca-sim data --flows
  usmca-sim data --all --format csv > base-year.csv
  usmca-sim data --law --format csv > law.csv
  usmca-sim data --economy my-economy`,
    )
    .action(async (options: Options) => {
      const { openWorld } = await import('../world.ts');
      const { dataFacts, dataReport, dataTopics } = await import('@usmca-sim/reporter');
      const { economy, law } = await openWorld(options, context);
      const chosen = dataTopics.filter((topic) => options[topic]);
      const all = options.all ?? false;
      const report = dataReport(economy, law, chosen.length > 0 ? chosen : dataTopics, { all });
      const isLaw = chosen.length === 1 && chosen[0] === 'law';
      const facts = () => dataFacts(economy, all);
      await emit(isLaw ? { report } : { report, facts }, options, context);
    });
}
