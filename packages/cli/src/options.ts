import { type Command, InvalidArgumentError, Option } from 'commander';

/** How the output is written, on every command that writes a report. */
export interface OutputOptions {
  readonly format: 'text' | 'md' | 'csv' | 'json';
  readonly json?: boolean;
  readonly out?: string;
}

/** What the results are computed from. */
export interface WorldOptions {
  readonly economy?: string;
  readonly scenarios?: string;
}

/** Choices that replace those of every case run. */
export interface OverrideOptions {
  readonly elasticities?: string;
  readonly deficits?: 'held' | 'balanced';
  readonly horizon?: number;
}

export interface DetailOptions {
  readonly all?: boolean;
  readonly sectors?: boolean;
}

export function addOutputOptions(command: Command): Command {
  return command
    .addOption(
      new Option('-f, --format <format>', 'how results are printed')
        .choices(['text', 'md', 'csv', 'json'])
        .default('text'),
    )
    .addOption(
      new Option('--json', 'the same as --format json').implies({
        format: 'json',
      }),
    )
    .option('-o, --out <dir>', 'write Markdown, CSV and JSON to a folder as well');
}

export function addWorldOptions(command: Command): Command {
  return command
    .option('--economy <dir>', 'run on data of your own, a folder of CSV files')
    .option('--scenarios <dir>', 'look for cases in a folder of your own');
}

export function addOverrideOptions(command: Command): Command {
  return command
    .option('--elasticities <set>', 'use this set of trade elasticities in every case')
    .addOption(new Option('--deficits <closure>', 'close every case this way').choices(['held', 'balanced']))
    .option('--horizon <year>', 'end the transition path of every case in this year', wholeYear);
}

export function addDetailOptions(command: Command): Command {
  return command
    .option(
      '--all',
      'in CSV and JSON: every flow of every pair, by sector and year; filter before summing, groups overlap',
    )
    .option('--sectors', 'add tables of trade by sector');
}

function wholeYear(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('It is a year, such as 2035.');
  return Number(text);
}
