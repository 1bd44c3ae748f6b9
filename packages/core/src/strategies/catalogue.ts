import { boulware, conceder, linear } from './aspiration.ts';
import { conciliatory, grim, titForTat } from './reciprocity.ts';
import { bestResponse, quantal, random } from './solved-play.ts';
import type { Strategy } from './strategy.ts';

/** Every strategy, in the order in which tables have them. */
export const strategies: readonly Strategy[] = [
  boulware,
  linear,
  conceder,
  titForTat,
  grim,
  conciliatory,
  bestResponse,
  quantal,
  random,
];

/** @throws RangeError where there is none of that id. */
export function strategyOf(id: string): Strategy {
  const found = strategies.find((one) => one.id === id);
  if (!found) throw new RangeError(`no strategy "${id}"`);
  return found;
}
