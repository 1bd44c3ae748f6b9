import { InputError, type NegotiatedScenario, type Problem, type Scenario } from '@usmca-sim/core';
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

/**
 * The cases with a negotiation, with the choices of the command line in place of their own.
 *
 * @throws InputError where a case has none, or a precision is asked for that the concept has not.
 */
export function withBehaviour(
  scenarios: readonly Scenario[],
  { concept, precision: lambda, economistsView }: BehaviourOptions,
): NegotiatedScenario[] {
  const problems: Problem[] = [];
  const negotiated = scenarios.flatMap((scenario): NegotiatedScenario[] => {
    const { negotiation, id } = scenario;
    if (!negotiation) {
      const message = `the case "${id}" has no negotiation`;
      const advice =
        'give it one with negotiation: {table, stances, concept}, or look in scenarios/the-review';
      problems.push({ code: 'no-negotiation', message, advice });
      return [];
    }
    const chosen = concept ?? negotiation.concept;
    if (lambda !== undefined && chosen === 'subgame-perfect') {
      const message = `"${id}": --precision says nothing under subgame-perfect behaviour`;
      problems.push({ code: 'precision', message, advice: 'leave it out, or add --concept quantal' });
    }
    return [
      {
        ...scenario,
        negotiation: {
          ...negotiation,
          concept: chosen,
          ...(lambda === undefined ? {} : { precision: lambda }),
          economistsView: economistsView ?? negotiation.economistsView,
        },
      },
    ];
  });
  if (problems.length > 0) throw new InputError(problems);
  return negotiated;
}

/** The choices in words, for the record of how a report was made. */
export function behaviourInWords(options: BehaviourOptions): (string | undefined)[] {
  const { concept, precision: lambda, economistsView } = options;
  return [
    concept === undefined ? undefined : `concept ${concept} in every case`,
    lambda === undefined ? undefined : `precision ${lambda} for everyone`,
    economistsView ? "economist's view" : undefined,
  ];
}

function precision(text: string): number {
  const value = Number(text);
  // Beyond a million a hundred-thousandth of a percent decides everything: that is subgame perfection.
  if (!/^\d+(\.\d+)?(e\d+)?$/.test(text.trim()) || value > 1e6) {
    throw new InvalidArgumentError('It is a number from 0 to a million, such as 20.');
  }
  return value;
}
