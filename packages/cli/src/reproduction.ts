import type { Reproduction } from '@usmca-sim/reporter';
import { commandLine } from './command-line.ts';
import type { WorldOptions } from './options.ts';
import { packageVersion } from './package-version.ts';
import type { Session } from './session.ts';

/** How a report was asked for: the command, versions, and choices in words, those on data and cases first. */
export function reproductionOf(
  { economy, scenarios }: WorldOptions,
  { argv }: Session,
  choices: readonly (string | undefined)[] = [],
): Reproduction {
  const options = [
    economy === undefined ? undefined : `economy ${economy}`,
    scenarios === undefined ? undefined : `cases in ${scenarios}`,
    ...choices,
  ];
  return {
    command: commandLine(argv),
    versions: [`usmca-sim ${packageVersion()}`, `Node.js ${process.versions.node}`],
    options: options.filter((choice) => choice !== undefined),
  };
}
