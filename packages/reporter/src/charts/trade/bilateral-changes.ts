import type { ScenarioResult } from '@usmca-sim/core';
import { type Frame, percentAbove, standardOf } from '../../frame.ts';
import { labelColumn } from '../../label-column.ts';
import { partiesTogether } from '../../names.ts';
import type { Column, Row } from '../../report.ts';
import { reading } from '../../tables/reading.ts';
import { betweenParties } from '../../tables/trade.ts';
import type { MatrixCell, MatrixChart, Place } from '../chart.ts';
import {
  caseHeading,
  caseOfTitle,
  changeInPercent,
  countryColour,
  riseOrFall,
  titleEnd,
} from './case-panels.ts';

/** With more regions than this, all but the parties are one. */
const mostRegions = 9;

/** Change of every flow between two regions, in percent: a matrix a case. */
export function bilateralChangesChart(frame: Frame): MatrixChart {
  const places = placesOf(frame);
  const panels = frame.results.map((result) => {
    const { row } = caseHeading(frame, result);
    return { title: row ?? '', cells: cellsOf(frame, result, places) };
  });
  const columns: Column[] = [
    ...(frame.others.length > 0 ? [labelColumn('Case', 'case')] : []),
    labelColumn('Exporter', 'exporter'),
    ...places.map(
      ({ code, name }): Column => ({
        key: code,
        heading: `to ${name}`,
        kind: 'percent',
        unit: 'percent',
        signed: true,
      }),
    ),
  ];
  const rows = panels.flatMap(({ cells }, at) =>
    places.map(
      ({ code, name }): Row => ({
        cells: [
          ...(frame.others.length > 0 ? [frame.results[at]!.scenario.id] : []),
          name,
          ...places.map(
            (importer) =>
              cells.find((cell) => cell.exporter === code && cell.importer === importer.code)?.value ?? null,
          ),
        ],
      }),
    ),
  );
  const unit = changeInPercent('goods and services traded', frame);
  return {
    id: 'bilateral-changes',
    kind: 'matrix',
    title: titleOf(frame),
    unit,
    description: `A table of coloured cells: exporters down, importers across, each cell the change of what the one sells to the other. ${places.length} by ${places.length} regions.`,
    table: { title: unit, columns, rows },
    figures: { kind: 'percent', signed: true },
    places,
    panels,
  };
}

function placesOf({ regions, parties }: Frame): Place[] {
  const shown = regions.length <= mostRegions ? regions : parties.map((n) => regions[n]!);
  const places = shown.map(({ code, name }) => ({ code, name, colour: countryColour(code) }));
  return shown === regions
    ? places
    : [...places, { code: 'rest', name: 'All others', colour: 'country-ROW' }];
}

function cellsOf(frame: Frame, result: ScenarioResult, places: readonly Place[]): MatrixCell[] {
  const standard = standardOf(frame, result);
  return places.flatMap((exporter) =>
    places
      .filter((importer) => importer !== exporter)
      .map((importer) => {
        const flow = reading('trade-flow', { exporter: exporter.code, importer: importer.code });
        const [value, against] = [flow(result, 'longRun'), flow(standard.result, standard.when)];
        return {
          exporter: exporter.code,
          importer: importer.code,
          value: value === null || against === null ? null : percentAbove(value, against),
        };
      }),
  );
}

/** Trade of the parties with one another, beside that of each with all others. */
function titleOf(frame: Frame): string {
  const result = caseOfTitle(frame);
  const standard = standardOf(frame, result);
  const change = (place: Parameters<typeof reading>[1]) => {
    const flow = reading('trade-flow', place);
    return percentAbove(flow(result, 'longRun') ?? 0, flow(standard.result, standard.when) ?? 0);
  };
  return `Flows between ${partiesTogether(frame)} ${riseOrFall(change(betweenParties))} in all${titleEnd(frame)}`;
}
