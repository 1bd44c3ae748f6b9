import type { ScenarioResult } from '@usmca-sim/core';
import { sentence } from './comparison/changes-in-words.ts';
import type { Frame } from './frame.ts';
import { capitalised, joined } from './names.ts';
import type { Section } from './report.ts';

/** What authors say of how to read the results of their cases, a section; none where none does. */
export function howToRead({ results, others, baseYear }: Frame): Section[] {
  const said = results.flatMap(({ scenario: { id, reading } }) => (reading ? [{ id, reading }] : []));
  if (said.length === 0) return [];
  const about = {
    id: 'reading',
    heading: `How to read ${others.length === 0 ? 'the result, in the words of its author' : 'the results, in the words of their authors'}`,
  };
  return [
    others.length === 0
      ? { ...about, sentences: said.map(({ reading }) => reading) }
      : {
          ...about,
          sentences: [`Each says it of its case alone, whose changes are against ${baseYear}.`],
          passages: said.map(({ id, reading }) => ({ heading: id, sentences: [reading] })),
        },
  ];
}

/** Words of the questions with what stands for them, a list; one that several cases share once. */
export function wordsOfCases({ results }: Frame): Pick<Section, 'passages'> {
  const cases = new Map<string, ScenarioResult['scenario'][]>();
  for (const { scenario } of results) {
    if (!scenario.words) continue;
    const key = JSON.stringify(scenario.words);
    cases.set(key, [...(cases.get(key) ?? []), scenario]);
  }
  if (cases.size === 0) return {};
  const whose = (ids: readonly string[]) => (results.length > 1 ? ` in ${joined(ids)}` : '');
  return {
    passages: [...cases.values()].map((sharing) => ({
      heading: `What stands for the words of the question${whose(sharing.map(({ id }) => id))}`,
      points: Object.entries(sharing[0]!.words!).map(([word, standsFor]) =>
        sentence(`${capitalised(word)}: ${standsFor}`),
      ),
    })),
  };
}
