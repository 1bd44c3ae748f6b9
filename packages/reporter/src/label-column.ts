import type { Column } from './report.ts';

/** A column of words. */
export function labelColumn(heading: string, key = 'label'): Column {
  return { key, heading, kind: 'label', unit: '' };
}
