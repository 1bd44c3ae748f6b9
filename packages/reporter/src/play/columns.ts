import type { Column } from '../report.ts';

/** A column of present values, in percent of real income. */
export function valueColumn(key: string, heading: string, group?: string): Column {
  return {
    key,
    heading,
    kind: 'points',
    unit: 'percent',
    signed: true,
    decimals: 2,
    ...(group ? { group } : {}),
  };
}

/** A column of changes in trade or real income. */
export function changeColumn(key: string, heading: string, decimals = 1): Column {
  return { key, heading, kind: 'percent', unit: 'percent', signed: true, decimals };
}
