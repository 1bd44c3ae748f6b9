import type { ScenarioResult } from '@usmca-sim/core';
import { type Frame, type Pair, percentAbove, standardOf } from '../../frame.ts';
import { labelColumn } from '../../label-column.ts';
import { inSentence } from '../../names.ts';
import { formatNumber } from '../../number-style.ts';
import type { Column, Row } from '../../report.ts';
import { readState } from '../../tables/reading.ts';
import { endsOf, pairLabel } from '../../tables/trade.ts';
import type { Line, LinesChart } from '../chart.ts';
import {
  againstInWords,
  caseHeading,
  caseOfTitle,
  countryColour,
  riseOrFall,
  titleEnd,
} from './case-panels.ts';

/** Trade of every two parties on the way to the long run: a panel two parties, a line a direction, a row a case. */
export function transitionPathChart(frame: Frame): LinesChart | undefined {
  const shown = (frame.others.length > 0 ? frame.others : [frame.reference]).filter(
    ({ transition }) => transition.length > 0,
  );
  if (shown.length === 0 || frame.pairs.length === 0) return undefined;
  const paths = shown.map((result) => ({
    result,
    lines: frame.pairs.map((pair) => lineOf(frame, result, pair)),
  }));
  const { pair, end } = paths[0]!.lines.reduce((most, one) =>
    Math.abs(one.end.value ?? 0) > Math.abs(most.end.value ?? 0) ? one : most,
  );
  const years = [...new Set(paths.flatMap(({ lines }) => lines[0]!.points.map(({ at }) => at)))];
  const { reference, baseYear, regions } = frame;
  const against =
    frame.others.length === 0 ? `against ${baseYear}` : `against ${reference.scenario.id} in the same year`;
  const unit = `Change of goods and services traded, ${against}, percent`;
  const { at: year, value } = paths[0]!.lines.find((one) => one.pair === pair)!.points.at(-1)!;
  const [soon, late] = [riseOrFall(value), riseOrFall(end.value)];
  // A verb that is said need not be said again.
  const onTheWay = `${soon} by ${year} and ${soon.split(' ')[0] === late.split(' ')[0] ? late.split(' ').slice(1).join(' ') : late}`;
  return {
    id: 'transition-path',
    kind: 'lines',
    title: `Exports of ${inSentence(regions[pair.exporter]!)} to ${inSentence(regions[pair.importer]!)} ${onTheWay} in the long run${titleEnd(frame)}`,
    unit,
    description: `Lines by year for both directions of trade between every two of the parties, with the long run as a dot at the right.`,
    table: {
      title: unit,
      columns: [
        ...(frame.others.length > 0 ? [labelColumn('Case', 'case')] : []),
        labelColumn('Exporter to importer', 'flow'),
        ...years.map((year) => percentColumn(`year-${year}`, `${year}`)),
        percentColumn('long-run', 'long run'),
      ],
      rows: paths.flatMap(({ result, lines }) =>
        lines.map(
          (one): Row => ({
            cells: [
              ...(frame.others.length > 0 ? [result.scenario.id] : []),
              pairLabel(frame, one.pair),
              ...years.map((year) => one.points.find(({ at }) => at === year)?.value ?? null),
              one.end.value,
            ],
          }),
        ),
      ),
    },
    notes: [
      `${formatNumber(100 * caseOfTitle(frame).madeBy.transitionSpeed, 0)}% of the gap to the long run, in logs, closes in a year. A year is the average of its days.`,
      ...(frame.ownBase.size > 0
        ? shown.map((result) => `${result.scenario.id}: ${againstInWords(frame, result)}.`)
        : []),
    ],
    figures: { kind: 'percent', signed: true },
    axis: 'years',
    curve: 'straight',
    panels: paths
      .flatMap(({ result, lines }) =>
        frame.pairs
          .filter(({ importer, exporter }) => importer < exporter)
          .map(({ importer, exporter }) => ({
            ...caseHeading(frame, result),
            title: `${regions[importer]!.name} and ${regions[exporter]!.name}`,
            lines: lines.filter(
              ({ pair: other }) =>
                [importer, exporter].includes(other.importer) &&
                [importer, exporter].includes(other.exporter),
            ),
          })),
      )
      .map((panel) => ({ ...panel, lines: panel.lines.map(({ pair: _, ...plain }) => plain) })),
  };
}

type Path = Line & {
  readonly pair: Pair;
  readonly points: readonly { readonly at: number; readonly value: number | null }[];
  readonly end: NonNullable<Line['end']>;
};

function lineOf(frame: Frame, result: ScenarioResult, pair: Pair): Path {
  const { reference, regions } = frame;
  const isAgainstBase = standardOf(frame, result).when === 'base';
  const total = (of: ScenarioResult, flow: Float64Array) =>
    readState(of, { flow }, 'trade-flow', endsOf(frame, pair)) ?? 0;
  const byYear = new Map(reference.transition.map(({ year, flow }) => [year, flow]));
  const exporter = regions[pair.exporter]!;
  return {
    pair,
    label: `from ${exporter.name}`,
    colour: countryColour(exporter.code),
    points: result.transition
      .filter(({ year }) => isAgainstBase || byYear.has(year))
      .map(({ year, flow }) => {
        const before = isAgainstBase ? total(result, result.base.flow) : total(reference, byYear.get(year)!);
        return { at: year, value: percentAbove(total(result, flow), before) };
      }),
    end: {
      label: 'long run',
      value: percentAbove(
        total(result, result.longRun.flow),
        isAgainstBase ? total(result, result.base.flow) : total(reference, reference.longRun.flow),
      ),
    },
  };
}

function percentColumn(key: string, heading: string): Column {
  return { key, heading, kind: 'percent', unit: 'percent', signed: true };
}
