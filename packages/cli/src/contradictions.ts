import { InputError } from '@usmca-sim/core';
import type { Command } from 'commander';
import type { Session } from './session.ts';

/**
 * Checks what options say together, before a command runs.
 *
 * @throws InputError where --json and another format are asked for.
 */
export function checkFormat(command: Command, { argv, context }: Session): void {
  const { format, json } = command.opts<{ format?: string; json?: boolean }>();
  if (json && format !== undefined && format !== 'json') {
    const message = `--json and --format ${format} cannot both be`;
    throw new InputError([{ code: 'two-formats', message, advice: 'leave one of them out' }]);
  }
  const times = argv.filter((word) => /^(-f|--format)(=|$)|^-f\w/.test(word)).length;
  if (times > 1) context.stderr.write(`note: --format is there ${times} times; the last holds: ${format}\n`);
}
