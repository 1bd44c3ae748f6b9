import type { ScenarioResult } from '@usmca-sim/core';
import { type Frame, percentAbove, standardOf } from '../../frame.ts';
import { inSentence, partiesTogether } from '../../names.ts';
import { moneyTable } from '../../tables/case-columns.ts';
import { reading } from '../../tables/reading.ts';
import { endsOf } from '../../tables/trade.ts';
import type { FlowsChart, Place } from '../chart.ts';
import { caseHeading, caseOfTitle, countryColour, riseOrFall, titleEnd } from './case-panels.ts';

/** The parties, and all others as one. */
function placesOf({ regions, parties }: Frame): Place[] {
  const own = parties.map((n) => {
    const { code, name } = regions[n]!;
    return { code, name, colour: countryColour(code) };
  });
  const others = regions.length > parties.length;
  return others ? [...own, { code: 'rest', name: 'All others', colour: 'country-ROW' }] : own;
}

/** Goods and services between the parties and the rest of the world, in the base year and in the long run of each case. */
export function tradeFlowsChart(frame: Frame): FlowsChart {
  const places = placesOf(frame);
  const pairs = places.flatMap((exporter) =>
    places.filter((importer) => importer !== exporter).map((importer) => ({ exporter, importer })),
  );
  const read = ({ exporter, importer }: (typeof pairs)[number]) =>
    reading('trade-flow', { exporter: exporter.code, importer: importer.code });
  const flowsOf = (result: ScenarioResult, when: 'base' | 'longRun', against?: ScenarioResult) =>
    pairs.map((pair) => ({
      exporter: pair.exporter.code,
      importer: pair.importer.code,
      value: read(pair)(result, when) ?? 0,
      ...(against ? { before: read(pair)(against, 'base') ?? 0 } : {}),
    }));
  const bases = [frame.reference, ...frame.results.filter((result) => frame.ownBase.has(result))];
  const panels = [
    ...bases.map((result) => ({
      title: result === frame.reference ? `${frame.baseYear}` : `Base of: ${result.scenario.title}`,
      flows: flowsOf(result, 'base'),
    })),
    ...frame.results.map((result) => ({
      title: frame.others.length === 0 ? 'Long run' : `Long run: ${caseHeading(frame, result).row}`,
      flows: flowsOf(result, 'longRun', frame.ownBase.has(result) ? result : frame.reference),
    })),
  ];
  const who = partiesTogether(frame);
  const outside = places.at(-1)!.code === 'rest' ? ' and all others' : '';
  return {
    id: 'trade-flows',
    kind: 'flows',
    title: titleOf(frame),
    unit: `Goods and services traded between ${who}${outside}, ${frame.scale.label} a year, long run; in brackets the change against ${frame.ownBase.size > 0 ? 'the base of the case' : frame.baseYear}`,
    description: `Bands from exporters on the left to importers on the right, as wide as what is traded: ${places.map(({ name }) => name).join(', ')}. First ${frame.baseYear}, then the long run of each case. Trade within the rest of the world is left out.`,
    table: moneyTable(frame, {
      title: `Goods and services traded between ${who}${outside}`,
      labels: 'Exporter to importer',
      lines: pairs.map((pair) => ({
        label: `${pair.exporter.name} to ${pair.importer.name}`,
        value: read(pair),
      })),
    }),
    figures: { kind: 'money', factor: frame.scale.factor },
    places,
    panels,
  };
}

/** The flow between parties that changes most in value. */
function titleOf(frame: Frame): string {
  const result = caseOfTitle(frame);
  const standard = standardOf(frame, result);
  const flows = frame.pairs.map((pair) => {
    const flow = reading('trade-flow', endsOf(frame, pair));
    const [value, before] = [flow(result, 'longRun') ?? 0, flow(standard.result, standard.when) ?? 0];
    return { pair, size: Math.abs(value - before), percent: percentAbove(value, before) };
  });
  const most = flows.sort((a, b) => b.size - a.size)[0];
  const phrase = most && riseOrFall(most.percent);
  if (!most || phrase === 'do not change')
    return `Trade between ${partiesTogether(frame)} does not change${titleEnd(frame)}`;
  const exporter = frame.regions[most.pair.exporter]!;
  const importer = frame.regions[most.pair.importer]!;
  const name = inSentence(exporter);
  const exports = `Exports of ${name} to ${inSentence(importer)}`;
  return `${exports} ${phrase}${titleEnd(frame)}`;
}
