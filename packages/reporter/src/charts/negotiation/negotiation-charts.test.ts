import { describe, expect, it } from 'vitest';
import { madeNegotiatedCase, madeNegotiation } from '../../../tests/made-negotiation.ts';
import { gainsSection } from '../../negotiation/gains-and-losses.ts';
import { dealSpaceChart } from './deal-space.ts';
import { negotiationCharts } from './negotiation-charts.ts';
import { payoffsByPartChart } from './payoffs-by-part.ts';
import { regimesByYearChart } from './regimes-by-year.ts';

const one = madeNegotiatedCase('made');
const zero = { realIncome: 0, sectors: 0, audience: 0, action: 0, uncertainty: 0, relationship: 0 };

describe('regimes by year', () => {
  it('have every year, and parts that sum to 1', () => {
    const { panels, parts } = regimesByYearChart([one]);
    expect(panels[0]!.columns.map(({ label }) => label)).toEqual(
      one.negotiation.years.map(({ year }) => `${year}`),
    );
    for (const { values } of panels[0]!.columns) {
      expect(values).toHaveLength(parts.length);
      expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
    }
  });
});

describe('payoffs by part', () => {
  it('are those of the table, and add up', () => {
    const table = gainsSection(one).tables![0]!;
    const { panels } = payoffsByPartChart([one, one]);
    expect(panels).toHaveLength(6);
    for (const [party, { bars }] of panels.slice(0, 3).entries()) {
      expect(bars.map(({ value }) => value)).toEqual(table.rows.map(({ cells }) => cells[party + 1]));
      const total = bars.find((bar) => bar.total)!;
      const sum = bars.filter((bar) => !bar.total).reduce((all, { value }) => all + value!, 0);
      expect(total.value).toBeCloseTo(sum, 9);
    }
  });
});

describe('the deal space', () => {
  it('rings what no other improves on for both', () => {
    // A year at the start is worth nothing; the package gives 1 to the first, −1 to the second, nothing to the third.
    const states = madeNegotiation().states;
    const agreed = states.findIndex(({ packages }) => packages.length === 1 && packages[0] === 0);
    const yearly = states.map((_, at) =>
      [1, -1, 0].map((value) => ({ ...zero, realIncome: at === agreed ? value : 0 })),
    );
    const { panels } = dealSpaceChart([madeNegotiatedCase('made', { yearly })])!;
    const start = 'As at the start, not extended';
    const ringed = (at: number) => panels[at]!.points.filter(({ best }) => best).map(({ label }) => label);
    const deal = panels[0]!.points.find(({ x }) => x === 1)!;
    // First and second: each is better for one. First and third: the package is better for one and no worse.
    expect(ringed(0)).toEqual(expect.arrayContaining([start, deal.label]));
    expect(ringed(1)).toEqual([deal.label]);
    expect(ringed(2)).not.toContain(deal.label);
  });
});

describe('charts of negotiations', () => {
  it('are none where nobody negotiates', () => {
    expect(negotiationCharts([])).toEqual([]);
  });
});
