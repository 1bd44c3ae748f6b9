import type { Change, Law, Scenario, Scope } from '../src/index.ts';
import { randomEconomy } from './random-economy.ts';

/** Four regions of which the first two are the parties, three traded sectors and a sheltered one; base year 2000. */
export const madeEconomy = randomEconomy(42, { regions: 4, traded: 3, sheltered: 1 });

/** A law without measures, known for the base year alone. */
export const madeLaw: Law = {
  measures: [],
  goods: { lists: [], groups: [], coverage: [] },
  claims: { scale: 0.1, speed: 0.3, memory: 6, since: '2001-01-01' },
  usContent: {},
  situations: [{ id: 'base', title: 'Law of 2000', date: '2000-12-31' }],
  covered: { first: '2000-01-01', last: '2000-12-31' },
  hash: 'made-law',
};

const scope: Scope = { importers: ['R0'], exporters: ['R1'], sectors: ['S0', 'S1', 'S2'] };

/** 25% on all goods that R0 imports from R1, from the first day after the base year. */
export const quarterOnAll = {
  verb: 'impose',
  rate: 0.25,
  share: 1,
  scope,
  usmca: 'applies',
  yieldsTo: [],
  on: '2001-01-01',
} satisfies Change;

/** A sound case over five years, with what is given in place of its parts. */
export function madeScenario(parts: Partial<Scenario> = {}): Scenario {
  return {
    version: 1,
    id: 'made',
    title: 'A made case',
    question: 'What does a duty do?',
    author: 'test',
    date: '2001-01-01',
    sources: [],
    leavesOut: [],
    asOf: 'base',
    changes: [quarterOnAll],
    elasticities: { set: 'central', sectors: {} },
    deficits: 'held',
    horizon: 2005,
    transitionSpeed: 0.36,
    growth: 0,
    expect: [],
    lineage: ['made'],
    file: 'made.yaml',
    ...parts,
  };
}
