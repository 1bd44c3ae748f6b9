import { type Command, InvalidArgumentError, Option } from 'commander';

/** Choices about behaviour that replace those of every case. */
export interface BehaviourOptions {
  readonly concept?: 'subgame-perfect' | 'quantal' | 'private-types';
  readonly precision?: number;
  readonly economistsView?: boolean;
}

export function addBehaviourOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--concept <concept>', 'how governments are taken to behave').choices([
        'subgame-perfect',
        'quantal',
        'private-types',
      ]),
    )
    .option(
      '--precision <number>',
      'λ of quantal response, for everyone, per percent of real income',
      precision,
    )
    .option('--economists-view', 'leave political terms out: payoffs are real income alone');
}

function precision(text: string): number {
  const value = Number(text);
  // Beyond a million a hundred-thousandth of a percent decides everything: that is subgame perfection.
  if (!/^\d+(\.\d+)?(e\d+)?$/.test(text.trim()) || value > 1e6) {
    throw new InvalidArgumentError('It is a number from 0 to a million, such as 20.');
  }
  return value;
}
