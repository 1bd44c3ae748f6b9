import { shortName } from '../names.ts';
import type { MadeOf } from '../renderers/renderer.ts';
import type { Report } from '../report.ts';
import type { Reproduction } from '../reproduction.ts';
import { compareReport, runReport } from '../scenario-report.ts';
import { filteredBySector } from './filtered-by-sector.ts';
import { firstView, type PageView } from './page-view.ts';
import { withSortedTables } from './sorted-tables.ts';

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
