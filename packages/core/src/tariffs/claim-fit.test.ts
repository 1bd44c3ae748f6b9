import { describe, expect, test } from 'vitest';
import { type ClaimSeries, claimPath, fitSpeed, recordedPath } from './claim-fit.ts';
import { fitScale } from './claim-fit-scale.ts';
import { bandOf, lowest } from './claim-fit-search.ts';

const months = Array.from({ length: 12 }, (_, k) => `2025-${String(k + 1).padStart(2, '0')}`);

function made(exporter: string, sector: string, floor: number, ceiling: number, margin: number): ClaimSeries {
  return {
    exporter,
    sector,
    floor,
    ceiling,
    parts: [
      { part: 0.75, margins: [{ from: '2025-03-07', margin }] },
      { part: 0.25, margins: [{ from: '2025-03-07', margin: 0.1 }] },
    ],
    months: months.map((month) => ({ month, value: 100, share: 0 })),
  };
}

/** The series as customs data would show it under a known response, with this part of a rise recorded. */
function recorded(series: ClaimSeries, scale: number, speed: number, rho: number): ClaimSeries {
  const path = claimPath(series, scale, speed);
  const recording = { until: '2025-07-01', recorded: { [series.exporter]: { [series.sector]: rho } } };
  const shares = recordedPath(series, path, recording);
  return { ...series, months: series.months.map((month, k) => ({ ...month, share: shares[k]! })) };
}

describe('the path of claims', () => {
  test('stays at the floor before there is a margin and closes the stated part of the gap in a month', () => {
    const path = claimPath(made('CAN', 'MAC', 0.2, 1, Infinity), 1e-9, 0.6);
    expect(path[0]).toBeCloseTo(0.2, 12);
    expect(path[1]).toBeCloseTo(0.2, 12);
    // By hand: the average over day 1..25 of 1 - 0.8 * 0.4^(d / 30.436875), after six days at the floor.
    let sum = 6 * 0.2;
    for (let day = 1; day <= 25; day++) sum += 1 - 0.8 * 0.4 ** (day / (365.2425 / 12));
    expect(path[2]).toBeCloseTo(sum / 31, 10);
    expect(path[11]).toBeGreaterThan(0.999);
  });

  test('settles each part of a flow under its own margin', () => {
    const path = claimPath(made('CAN', 'MAC', 0, 1, 0.25), 0.1, 0.99);
    expect(path[11]).toBeCloseTo(0.75 * (1 - Math.exp(-2.5)) + 0.25 * (1 - Math.exp(-1)), 6);
  });
});

describe('the fit of speed and recording', () => {
  const all = [
    recorded(made('CAN', 'MAC', 0.3, 0.9, 0.35), 0.03, 0.7, 0.4),
    recorded(made('CAN', 'ENE', 0.1, 0.9, 0.1), 0.03, 0.7, 1),
    recorded(made('MEX', 'ELE', 0.1, 0.8, 0.25), 0.03, 0.7, 0),
  ];

  test('finds the response that made the data', () => {
    const fit = fitSpeed(all, 0.03, '2025-07-01');
    expect(fit.speed).toBe(0.7);
    expect(fit.best).toBe(0.7);
    expect(fit.recorded['CAN']!['MAC']).toBeCloseTo(0.4, 9);
    expect(fit.recorded['CAN']!['ENE']).toBeCloseTo(1, 9);
    expect(fit.recorded['MEX']!['ELE']).toBeCloseTo(0, 9);
    expect(fit.rmse).toBeLessThan(1e-9);
    expect(fit.r2).toBeCloseTo(1, 9);
    expect(fit.observations).toBe(36);
  });

  test('takes the slowest speed that is about as good as the best', () => {
    const shares = (series: ClaimSeries) =>
      series.months.map((month, k) => ({ ...month, share: month.share + (k % 2 === 0 ? 0.05 : -0.05) }));
    const fit = fitSpeed(
      all.map((series) => ({ ...series, months: shares(series) })),
      0.03,
      '2025-07-01',
    );
    expect(fit.speed).toBeLessThan(fit.best);
    expect(fit.rmse).toBeCloseTo(0.05, 2);
  });

  test('weighs months by their value', () => {
    const one = all[0]!;
    const other = recorded(made('CAN', 'FMT', 0.3, 0.9, 0.35), 0.03, 0.3, 1);
    const light = { ...other, months: other.months.map((month) => ({ ...month, value: 1e-6 })) };
    expect(fitSpeed([one, light], 0.03, '2025-07-01').best).toBe(0.7);
  });

  test('keeps what is recorded within nothing and all of it', () => {
    const falling = recorded(made('MEX', 'AGR', 0.9, 0.99, 0.25), 0.03, 0.7, -2);
    const fit = fitSpeed([...all, falling], 0.03, '2025-07-01');
    expect(fit.recorded['MEX']!['AGR']).toBe(0);
  });
});

describe('the fit of the scale', () => {
  test('finds the scale that made the data, and a band around it', () => {
    const goods = [0, 0.01, 0.025, 0.05, 0.2].map((ordinaryDuty) => ({
      value: 10,
      ordinaryDuty,
      floor: 0.9 * (1 - Math.exp(-ordinaryDuty / 0.02)),
      ceiling: 0.9,
    }));
    const exact = fitScale(goods);
    expect(exact.scale).toBeCloseTo(0.02, 5);
    const noisy = fitScale(goods.map((one, k) => ({ ...one, floor: one.floor + (k % 2 ? 0.1 : -0.1) })));
    expect(noisy.band.from).toBeLessThan(noisy.scale);
    expect(noisy.band.to).toBeGreaterThan(noisy.scale);
  });
});

describe('the search', () => {
  test('finds the bottom of a valley, and the stretch near it', () => {
    expect(lowest((x) => (x - 0.3) ** 2 + 1, 0, 1).at).toBeCloseTo(0.3, 5);
    const grid = [0, 0.1, 0.2, 0.3, 0.4, 0.5];
    expect(bandOf((x) => 1 + Math.abs(x - 0.3), grid, 1.11)).toEqual({ from: 0.2, to: 0.4 });
  });
});
