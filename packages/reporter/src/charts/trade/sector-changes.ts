import type { Frame } from '../../frame.ts';
import { labelColumn } from '../../label-column.ts';
import { inSentence } from '../../names.ts';
import type { Cell, Row } from '../../report.ts';
import { valueAddedTables } from '../../tables/value-added.ts';
import type { BarsChart } from '../chart.ts';
import {
  caseHeading,
  caseOfTitle,
  changeInPercent,
  countryColour,
  riseOrFall,
  titleEnd,
} from './case-panels.ts';

/** Value added of the sectors that change most, small multiples: a panel a party, or a row a party and a panel a case. */
export function sectorChangesChart(frame: Frame): BarsChart | undefined {
  const parties = changesByParty(frame);
  if (parties.length === 0) return undefined;
  const isAlone = frame.others.length === 0;
  const panels = parties.flatMap(({ region, sectors }) =>
    frame.results.map((result, at) => ({
      ...(isAlone
        ? { title: region.name }
        : { row: region.name, title: caseHeading(frame, result).row ?? '' }),
      bars: sectors.map(({ label, changes }) => ({
        label,
        value: changes[at] ?? null,
        colour: countryColour(region.code),
      })),
    })),
  );
  const unit = changeInPercent('value added', frame);
  return {
    id: 'sector-changes',
    kind: 'bars',
    title: titleOf(frame, parties),
    unit,
    description: `Bars to the left (less) and right (more) of zero for the sectors of ${parties.map(({ region }) => region.name).join(', ')} whose value added changes most in percent.`,
    table: {
      title: unit,
      columns: [
        labelColumn('Country', 'region'),
        labelColumn('Sector', 'sector'),
        ...frame.results.map(({ scenario }) => ({
          key: scenario.id,
          heading: scenario.id,
          kind: 'percent' as const,
          unit: 'percent',
          signed: true,
        })),
      ],
      rows: parties.flatMap(({ region, sectors }) =>
        sectors.map(({ label, changes }): Row => ({ cells: [region.name, label, ...changes] })),
      ),
    },
    notes: [
      `Sectors that change most in any case; those under 0.1% of a country's value added are left out.`,
    ],
    figures: { kind: 'percent', signed: true },
    panels,
  };
}

/** Read off the tables of the report, so that both tell the same. */
function changesByParty(frame: Frame) {
  return frame.parties.flatMap((party) => {
    const [table] = valueAddedTables({ ...frame, parties: [party], show: 'percent' });
    if (!table) return [];
    const columns = frame.results.map(({ scenario }) =>
      table.columns.findIndex(({ key }) => key === `${scenario.id}-percent`),
    );
    const sectors = table.rows.map(({ cells }) => ({
      label: `${cells[0]}`,
      changes: columns.map((at) => numberOf(cells[at])),
    }));
    return [{ region: frame.regions[party]!, sectors }];
  });
}

function titleOf(frame: Frame, parties: ReturnType<typeof changesByParty>): string {
  const at = frame.results.indexOf(caseOfTitle(frame));
  const all = parties.flatMap(({ region, sectors }) =>
    sectors.map(({ label, changes }) => ({ region, label, change: changes[at] ?? 0 })),
  );
  const most = all.sort((a, b) => Math.abs(b.change) - Math.abs(a.change))[0]!;
  if (riseOrFall(most.change) === 'do not change') return `Sectors do not change${titleEnd(frame)}`;
  const verb = most.change > 0 ? 'rises' : 'falls';
  const size = riseOrFall(most.change).split(' ')[1];
  return `Value added of ${lowered(most.label)} in ${inSentence(most.region)} ${verb} ${size}${titleEnd(frame)}`;
}

/** The first letter small, but for abbreviations. */
function lowered(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

function numberOf(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
