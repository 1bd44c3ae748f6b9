import { type Command, InvalidArgumentError, Option } from 'commander';
import { emit } from '../emit.ts';
import { addOutputOptions, type OutputOptions, type OverrideOptions } from '../options.ts';
import { reproductionOf } from '../reproduction.ts';
import type { Session } from '../session.ts';

interface Options extends OutputOptions, Pick<OverrideOptions, 'elasticities' | 'deficits'> {
  readonly speed: number;
}

export function addBacktest(program: Command, session: Session): void {
  const command = program
    .command('backtest')
    .description('set the first year of the model beside what happened to trade in 2025')
    .option('--elasticities <set>', 'use this set of trade elasticities')
    .addOption(new Option('--deficits <closure>', 'close the model this way').choices(['held', 'balanced']))
    .option(
      '--speed <part>',
      'part of the way to the long run, in logs, that flows go in a year',
      part,
      0.36,
    );
  addOutputOptions(command)
    .addHelpText(
      'after',
      `
The bars are the forecast that nothing changes and the trend of 2018 to 2024.

Examples:
  usmca-sim backtest
  usmca-sim backtest --elasticities boehm-et-al
  usmca-sim backtest --format csv > backtest.csv`,
    )
    .action(async (options: Options) => {
      const { backtest, backtestForecasts, elasticitiesFault, InputError } = await import('@usmca-sim/core');
      const { economy2024, lawOf, observedTrade } = await import('@usmca-sim/data');
      const { backtestReport, lawManifest } = await import('@usmca-sim/reporter');
      const economy = economy2024();
      const law = lawOf(economy);
      const { elasticities, deficits, speed } = options;
      const fault = elasticities === undefined ? undefined : elasticitiesFault(elasticities, economy);
      if (fault) throw new InputError([fault]);
      const observed = observedTrade();
      const { forecasts, result } = backtestForecasts(economy, law, observed, {
        transitionSpeed: speed,
        ...(elasticities === undefined ? {} : { elasticities }),
        ...(deficits === undefined ? {} : { deficits }),
      });
      const choices = [
        elasticities === undefined ? undefined : `trade elasticities ${elasticities}`,
        deficits === undefined ? undefined : `deficits ${deficits}`,
        `speed ${speed}`,
      ];
      const manifest = lawManifest(economy, law, reproductionOf({}, session, choices));
      const look = backtest(observed, forecasts, economy.year);
      await emit({ report: backtestReport(look, economy, { manifest, result }) }, options, session.context);
    });
}

function part(text: string): number {
  const value = Number(text);
  if (!(text.trim() !== '' && value > 0 && value <= 1)) {
    throw new InvalidArgumentError('It is a number above 0 and at most 1, such as 0.36.');
  }
  return value;
}
