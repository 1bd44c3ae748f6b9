import type { Show } from '../frame.ts';
import type { MadeOf } from '../renderers/renderer.ts';
import type { SortedBy } from './sorted-tables.ts';

/** What a reader has chosen to see. */
export interface PageView {
  /** Id of the case that the others are measured against; absent where there is one case. */
  readonly reference?: string;
  readonly show: Show;
  /** Words of which a sector's name must hold one, with commas between them; empty for all sectors. */
  readonly sectors: string;
  /** Orders of rows, by the id of the table. */
  readonly sorted: ReadonlyMap<string, SortedBy>;
}

/** The view that the report was written in. */
export function firstView({ reference, options }: MadeOf): PageView {
  return {
    ...(reference === undefined ? {} : { reference }),
    show: options.show ?? 'percent',
    sectors: '',
    sorted: new Map(),
  };
}
