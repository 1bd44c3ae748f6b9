import { describe, expect, it } from 'vitest';
import { madeDuties, madePaid } from '../../tests/made-duties.ts';
import { madeEconomy } from '../../tests/made-economy.ts';
import { averageOver, byCell, cellsOf } from './pair-duties.ts';
import { pairsOf } from './selection.ts';

const economy = madeEconomy();
const duties = byCell(economy, madeDuties);
const average = (exporter: string, sector?: string) =>
  averageOver(economy, cellsOf(economy, 'USA', exporter, sector), duties, madePaid());

describe('the average duty of a pair', () => {
  it.each(['CAN', 'MEX', 'ROW'])('is ordinary duty and what measures add, from %s', (exporter) => {
    const { ordinary, statutory, measures } = average(exporter);
    const added = measures.reduce((sum, { contribution }) => sum + contribution, 0);
    expect(statutory! - ordinary!).toBeCloseTo(added, 14);
  });

  it('weighs flows with the base-year value of goods that may be imported', () => {
    // Two goods sectors: 10 from Canada at 16.5%; and 10 from Mexico, of which half is banned, at 9%.
    const cells = [...cellsOf(economy, 'USA', 'CAN', 'AGR'), ...cellsOf(economy, 'USA', 'MEX', 'AGR')];
    const both = averageOver(economy, cells, duties, madePaid());
    expect(both.statutory).toBeCloseTo((10 * 0.165 + 5 * 0.09) / 15, 14);
    expect(both.banned).toBeCloseTo(0.25, 14);
    expect(both.bannedBy).toEqual(['us-ban-mexico']);
    expect(both.measures.find(({ measure }) => measure === 'us-steel')!.contribution).toBeCloseTo(
      (10 * 0.04 + 5 * 0.04) / 15,
      14,
    );
    // Of 20 in all, 4 from Canada and 2 from Mexico bear it.
    expect(both.measures.find(({ measure }) => measure === 'us-steel')!.covered).toBeCloseTo(0.3, 14);
  });

  it('is the base-year duty where no law bears', () => {
    expect(average('ROW')).toMatchObject({ ordinary: 0.05, statutory: 0.05, claimed: null, measures: [] });
  });

  it('knows statutory from effective', () => {
    expect(average('CAN')).toMatchObject({ statutory: 0.165, claimed: 0.3 });
    expect(average('CAN').effective).toBeCloseTo(0.04, 14);
  });

  it('has no rate where all goods are banned', () => {
    const banned = byCell(economy, [{ ...madeDuties[0]!, banned: 1, statutory: 0, measures: [] }]);
    expect(averageOver(economy, cellsOf(economy, 'USA', 'CAN'), banned)).toMatchObject({
      ordinary: null,
      statutory: null,
      effective: null,
      banned: 1,
    });
  });
});

describe('a selection', () => {
  it('is of the parties unless third countries are asked for or named', () => {
    expect(pairsOf(economy, {})).toHaveLength(6);
    expect(pairsOf(economy, { importer: 'USA' }).map(({ exporter }) => exporter)).toEqual(['CAN', 'MEX']);
    // With the rest of the world: three parties to four, less home flows, and the rest from three parties.
    expect(pairsOf(economy, { all: true })).toHaveLength(3 * 3 + 3);
    expect(pairsOf(economy, { importer: 'USA', exporter: 'ROW' })).toEqual([
      { importer: 'USA', exporter: 'ROW' },
    ]);
  });
});
