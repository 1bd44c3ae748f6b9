import {
  InputError,
  type NegotiatedScenario,
  type NegotiationChoices,
  type Problem,
  type ProblemList,
  type Scenario,
} from '@usmca-sim/core';
import type { BehaviourOptions } from './behaviour-options.ts';

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

/** Notes, under the message, that there is no one game of which to speak where a government has secrets. */
export function refuseSecrets(
  concept: NegotiationChoices['concept'],
  message: string,
  problems: ProblemList,
): void {
  if (concept !== 'private-types') return;
  problems.add(
    'concept',
    message,
    undefined,
    'add --concept quantal, with the stances as they are on average',
  );
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
