import type { NegotiationResult, Spread } from '@usmca-sim/core';
import { labelColumn } from '../label-column.ts';
import type { Cell, Row, Table } from '../report.ts';
import { partKeys } from './gains-and-losses.ts';
import { nextBest } from './most-likely-path.ts';
import type { NegotiatedCase } from './negotiated-case.ts';
import { partyPairs } from './trade-along-outcomes.ts';

const columns = [
  'case',
  'year',
  'figure',
  'about',
  'move',
  'party',
  'importer',
  'exporter',
  'part',
  'statistic',
  'state',
  'value',
  'unit',
] as const;

type Fields = Partial<Record<(typeof columns)[number], Cell>>;

/**
 * Negotiations as tidy rows, one fact a row, at full precision.
 *
 * @param all the moves of every state at every review as well, and real income under every policy.
 */
export function negotiationRecord(
  cases: readonly NegotiatedCase[],
  { all = false }: { readonly all?: boolean } = {},
): Table {
  return {
    title: 'Negotiations',
    columns: columns.map((key) =>
      key === 'value' ? { key, heading: key, kind: 'number', unit: '' } : labelColumn(key, key),
    ),
    rows: cases.flatMap(({ id, unit, negotiation }) =>
      [
        ...yearRows(negotiation, unit),
        ...valueRows(negotiation),
        ...pathRows(negotiation),
        ...beliefRows(negotiation),
        ...(all ? [...stateRows(negotiation), ...policyRows(negotiation, unit)] : []),
      ].map((fields) => rowOf({ case: id, ...fields })),
    ),
  };
}

function rowOf(fields: Fields): Row {
  return { cells: columns.map((key) => fields[key] ?? '') };
}

function* yearRows({ years, choices }: NegotiationResult, unit: string): Generator<Fields> {
  const { parties, escalations } = choices.table;
  for (const { year, regimes, escalations: standing, realIncome, flow } of years) {
    const at = { year: `${year}` };
    for (const { regime, probability } of regimes)
      yield { ...at, figure: 'regime-probability', about: regime, value: probability, unit: 'fraction' };
    for (const [e, { id }] of escalations.entries())
      yield { ...at, figure: 'escalation-probability', about: id, value: standing[e]!, unit: 'fraction' };
    for (const [i, party] of parties.entries())
      for (const [statistic, value] of spreadEntries(realIncome[i]!))
        yield { ...at, figure: 'real-income', party, statistic, value, unit: 'percent vs start' };
    for (const [importer, exporter] of partyPairs) {
      const ends = { importer: parties[importer]!, exporter: parties[exporter]! };
      for (const [statistic, value] of spreadEntries(flow[importer]![exporter]!))
        yield { ...at, figure: 'trade-flow', ...ends, statistic, value, unit };
    }
  }
}

function spreadEntries({ mean, low, median, high }: Spread): [string, number][] {
  return [
    ['mean', mean],
    ['p10', low],
    ['p50', median],
    ['p90', high],
  ];
}

function* valueRows({ value, choices }: NegotiationResult): Generator<Fields> {
  for (const [i, party] of choices.table.parties.entries())
    for (const part of partKeys)
      yield { figure: 'value', party, part, value: value[i]![part], unit: 'percent, present value' };
}

function* pathRows({ path, choices }: NegotiationResult): Generator<Fields> {
  const { parties } = choices.table;
  for (const step of path) {
    const { year, players, about, move, probability, instead } = step;
    const at = { year: `${year}`, about, party: players.map((p) => parties[p]).join(' ') };
    yield { ...at, figure: 'path-move', move, value: probability, unit: 'fraction' };
    const next = nextBest(step);
    if (instead && next) {
      const { loses, decidedBy } = instead;
      yield {
        ...at,
        // Of two who decide at once, the one that would move otherwise.
        party: parties[next.player]!,
        figure: 'path-instead',
        move: instead.move,
        part: decidedBy,
        value: loses,
        unit: 'percent, present value',
      };
    }
  }
}

/** Of the second type, before the first review (no year) and after each: on average, and where it is of either type. */
function* beliefRows({ beliefs, choices }: NegotiationResult): Generator<Fields> {
  if (!beliefs) return;
  const { parties, reviews } = choices.table;
  const [first, second] = beliefs.types;
  for (const [r, { mean, ifFirst, ifSecond }] of beliefs.path.entries()) {
    const at = { year: r === 0 ? '' : `${reviews[r - 1]}`, figure: 'belief', about: second };
    const shared = { ...at, party: parties[beliefs.party]!, unit: 'fraction' };
    yield { ...shared, statistic: 'mean', value: mean };
    yield { ...shared, statistic: `if-${first}`, value: ifFirst };
    yield { ...shared, statistic: `if-${second}`, value: ifSecond };
  }
}

function* stateRows({ policyTable, choices, states }: NegotiationResult): Generator<Fields> {
  const { parties } = choices.table;
  for (const { year, state, probability, moves } of policyTable) {
    const at = { year: `${year}`, state: `${state}` };
    yield {
      ...at,
      figure: 'state-probability',
      about: states[state]!.regime,
      value: probability,
      unit: 'fraction',
    };
    for (const { players, about, move, probability: share } of moves) {
      const party = players.map((p) => parties[p]).join(' ');
      yield { ...at, figure: 'move-probability', about, move, party, value: share, unit: 'fraction' };
    }
  }
}

function* policyRows(
  { policies, policyOf, states, choices, yearly }: NegotiationResult,
  unit: string,
): Generator<Fields> {
  const { parties } = choices.table;
  for (const [s, { regime }] of states.entries()) {
    const { realIncome, flow } = policies[policyOf[s]!]!;
    const at = { state: `${s}`, about: regime };
    for (const [i, party] of parties.entries()) {
      yield { ...at, figure: 'state-real-income', party, value: realIncome[i]!, unit: 'percent vs start' };
      for (const part of partKeys)
        yield {
          ...at,
          figure: 'state-payoff',
          party,
          part,
          value: yearly[s]![i]![part],
          unit: 'percent a year',
        };
    }
    for (const [importer, exporter] of partyPairs) {
      const ends = { importer: parties[importer]!, exporter: parties[exporter]! };
      yield { ...at, figure: 'state-trade-flow', ...ends, value: flow[importer]![exporter]!, unit };
    }
  }
}
