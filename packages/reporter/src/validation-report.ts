import type { Problem } from '@usmca-sim/core';
import { labelColumn } from './label-column.ts';
import { counted } from './names.ts';
import type { Column, Report, Section } from './report.ts';

/** What became of a case that was checked. */
export interface CheckedCase {
  readonly case: string;
  readonly problems: readonly Problem[];
  /** How many expectations it has; with `checks` empty none of them was run. */
  readonly expectations: number;
  readonly checks: readonly { readonly met: boolean; readonly finding: string; readonly because: string }[];
}

/** Cases checked, a row a case, then what is wrong with them. */
export function validationReport(cases: readonly CheckedCase[]): Report {
  const sections: Section[] = [
    {
      heading: 'Cases',
      tables: [
        {
          title: 'What became of each case',
          columns: [
            labelColumn('Case', 'case'),
            labelColumn('Verdict', 'verdict'),
            count('problems', 'problems'),
            count('expectations', 'expectations'),
            count('run', 'run'),
            count('met', 'met'),
          ],
          rows: cases.map((one) => ({
            cells: [
              one.case,
              isWell(one) ? 'ok' : 'failed',
              one.problems.length,
              one.expectations,
              one.checks.length,
              one.checks.filter(({ met }) => met).length,
            ],
          })),
          notes: cases.some(
            ({ problems, expectations, checks }) => problems.length === 0 && checks.length < expectations,
          )
            ? ['Expectations are run with --expect.']
            : [],
        },
      ],
    },
  ];
  const problems = cases.flatMap((one) => one.problems.map((problem) => ({ id: one.case, problem })));
  if (problems.length > 0) {
    sections.push({
      heading: 'Problems',
      points: problems.map(({ id, problem }) => {
        const { place, message, advice } = problem;
        const where = place ? `${place.file}:${place.line}:${place.column}` : id;
        return `${where}: ${message}${advice ? ` (${advice})` : ''}`;
      }),
    });
  }
  const unmet = cases.flatMap((one) =>
    one.checks.filter(({ met }) => !met).map((check) => ({ id: one.case, check })),
  );
  if (unmet.length > 0) {
    sections.push({
      heading: 'Expectations not met',
      points: unmet.map(({ id, check }) => `${id}: ${check.finding} (expected because: ${check.because})`),
    });
  }
  return { title: `${counted(cases.length, 'case')} checked`, sections };
}

/** Whether there is nothing wrong with a case as far as it was checked. */
export function isWell({ problems, checks }: Pick<CheckedCase, 'problems' | 'checks'>): boolean {
  return problems.length === 0 && checks.every(({ met }) => met);
}

function count(key: string, heading: string): Column {
  return { key, heading, kind: 'number', unit: '' };
}
