import type { Show } from '../frame.ts';
import { shortName } from '../names.ts';
import type { MadeOf } from '../renderers/renderer.ts';
import type { Report } from '../report.ts';
import type { Reproduction } from '../reproduction.ts';
import { compareReport, runReport } from '../scenario-report.ts';
import { filteredBySector } from './filtered-by-sector.ts';
import { type SortedBy, withSortedTables } from './sorted-tables.ts';

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

/** The report as the reader has chosen to see it, made of the results by the functions that made it in the first place. */
export function reportOfView(madeOf: MadeOf, view: PageView): Report {
  const { results, options } = madeOf;
  const { reference, show } = view;
  const report =
    reference === undefined
      ? runReport(results[0]!, options)
      : compareReport(
          { results, reference },
          { ...options, show, reproduction: reproductionOf(madeOf, view) },
        );
  const sectors = results[0]!.sectors.flatMap((sector) => [sector.name, shortName(sector)]);
  return withSortedTables(filteredBySector(report, view.sectors, sectors), view.sorted);
}

/** The command of another view names its reference and what it shows: of an option given twice, the last holds. */
function reproductionOf(madeOf: MadeOf, { reference, show }: PageView): Reproduction {
  const { reproduction } = madeOf.options;
  const first = firstView(madeOf);
  return {
    ...reproduction,
    command: [
      reproduction.command,
      ...(reference === first.reference ? [] : [`--reference ${reference}`]),
      ...(show === first.show ? [] : [`--show ${show}`]),
    ].join(' '),
    options: reproduction.options.map((one) => (one === `show ${first.show}` ? `show ${show}` : one)),
  };
}
