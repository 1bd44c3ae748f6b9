import type { Economy } from '../economy/economy.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import type { Change } from '../tariffs/change.ts';
import type { Path } from './case-document.ts';
import type { CaseFiles } from './case-files.ts';
import type { CaseLaw } from './case-law.ts';
import type { CaseLayer } from './case-layers.ts';
import { type NumberRange, numberWithin } from './number-ranges.ts';
import type { Quantities } from './quantities.ts';

/** What changes are resolved against. */
export interface ChangeContext {
  readonly economy: Economy;
  /** The law as the changes so far have left it. */
  readonly caseLaw: CaseLaw;
  readonly quantities: Quantities;
  readonly files: CaseFiles;
  /** Last year of the horizon; absent where the case does not name a usable one. */
  readonly horizon: number | undefined;
  readonly problems: ProblemList;
  /** First day of changes that name none, where they need not name one. */
  readonly firstDay?: string;
}

type Undated<T> = T extends Change ? Omit<T, 'on' | 'until' | 'fullFrom' | 'because' | 'place'> : never;

/** What a change does, without its days. */
export type Effect = Undated<Change>;

/** A change under one of its verbs, as written. */
export interface WrittenChange {
  readonly layer: CaseLayer;
  readonly path: Path;
  /** Its first day, where it has a usable one. */
  readonly on: string | undefined;
}

/** A number of a change, computed; `otherwise` where it is absent, undefined after a problem. */
export function numberAt(
  { layer, path }: WrittenChange,
  key: string,
  range: NumberRange,
  { quantities, problems }: ChangeContext,
  otherwise?: number,
): Promise<number | undefined> {
  const number = layer.number([...path, key]);
  if (!number) return Promise.resolve(otherwise);
  return numberWithin(key, number, range, quantities, problems);
}
