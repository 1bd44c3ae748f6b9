import { claimPath, recordedPath } from '@usmca-sim/core';
import { percent, table } from './figures.js';

/**
 * The page of the documentation on the answer of USMCA claims, as Markdown.
 *
 * @param {import('../src/claims.ts').ClaimParameters} parameters
 * @param {readonly import('@usmca-sim/core').ClaimSeries[]} series
 */
export function usmcaClaimsPage(parameters, series) {
  const { scale, speed, memory, recordedBefore, fit } = parameters;
  const fitted = series.map((one) => {
    const path = claimPath(one, scale, speed);
    return { ...one, path, recorded: recordedPath(one, path, recordedBefore) };
  });
  const months = (series[0]?.months ?? []).map(({ month }, k) => [
    month,
    ...['CAN', 'MEX'].flatMap((exporter) => {
      const rows = fitted.filter((one) => one.exporter === exporter);
      const mean = (/** @type {(row: (typeof rows)[number]) => number} */ of) => {
        const value = (/** @type {(typeof rows)[number]} */ row) => row.months[k]?.value ?? 0;
        const whole = rows.reduce((sum, row) => sum + value(row), 0);
        return percent((100 * rows.reduce((sum, row) => sum + value(row) * of(row), 0)) / whole, 1);
      };
      return [
        mean((row) => row.months[k]?.share ?? 0),
        mean((row) => row.recorded[k] ?? 0),
        mean((row) => row.path[k] ?? 0),
      ];
    }),
  ]);
  const sectors = [...new Set(series.map(({ sector }) => sector))].map((sector) => [
    sector,
    ...['CAN', 'MEX'].flatMap((exporter) => {
      const one = series.find((row) => row.exporter === exporter && row.sector === sector);
      const part = recordedBefore.recorded[exporter]?.[sector];
      if (!one || part === undefined) return ['', '', ''];
      return [percent(100 * one.floor, 0), percent(100 * one.ceiling, 0), percent(part, 2)];
    }),
  ]);
  const least = Math.min(...fit.scalesByMonth.map(({ rmse }) => rmse));
  const within = fit.scalesByMonth.filter(({ rmse }) => rmse <= 1.05 * least);
  const most = Math.max(...within.map((one) => one.scale));
  return `# USMCA claims

<!-- Written by a script from packages/data/law/claims.json and the customs data behind it: pnpm generate -->

Goods that meet the rules of origin enter free of most duties of 2025 and 2026, but only where the importer claims it. In January
2025 about a third of US imports from Canada and under half of those from Mexico were claimed, since most goods were free anyway; by
the end of the year nine tenths were. A model that holds the share fixed misstates every average duty.

## The response

With m the margin, what an unclaimed good pays more than a claimed one, a product group settles at

    u*(m) = floor + (ceiling − floor) (1 − exp(−m / κ))

and each month closes a part ψ of the gap from below. A share once reached is kept for ${memory} months after the margin has
fallen, then closes the gap from above at the same speed.

| parameter | value | how it is known |
| --- | ---: | --- |
| floor, ceiling | by product group | observed: January and February 2025, fourth quarter of 2025 |
| κ, scale | ${percent(100 * scale, 2)}% | estimated on ${fit.scale.observations} product groups before the duties; within 5% of the least error from ${percent(100 * fit.scale.band.from, 1)}% to ${percent(100 * fit.scale.band.to, 1)}% |
| ψ, speed | ${speed} a month | estimated on ${fit.speed.observations} months of exporters and sectors; any speed from here to ${fit.speed.best} fits about as well |
| memory | ${memory} months | assumed |

## κ: from goods side by side

The months of 2025 say little about κ. Their margins were 10, 25 and 35%, and the share was near its ceiling under each:
energy at 10% as much as machinery at 25%. They reject a large κ and cannot tell small ones apart. Root mean square error of
the monthly shares, in points, with the speed and the recorded parts fitted anew for each:

${table(
  ['κ, %', 'error, points'],
  fit.scalesByMonth.map((one) => [percent(100 * one.scale, 1), percent(100 * one.rmse, 2)]),
)}

Up to ${percent(100 * most, 1)}% the error is within 5% of the least. What does tell is the state before: goods whose ordinary duty was
2 to 3% had four fifths of their later claims in January 2025 already, goods free for everybody an eighth. The curve
floor = ceiling (1 − exp(−duty / κ)) over product groups, weighted by value, gives κ with an error of ${percent(100 * fit.scale.rmse, 0)} points a group.
A group's ordinary duty is an average of lines that are free and lines that are not, which makes κ a little too large; the
error is large because groups differ for other reasons too. Both sources agree, so this κ is taken for every margin.

## ψ and what was recorded

Recorded claims did not rise when the duties came, in March 2025, but in July, from one month to the next and in nearly every sector at
once: Canadian paper from 1% to 99%, with a duty of 25% all the while. In a few sectors they had risen in March already
(Canadian energy, vehicle parts from both). If nobody else had claimed by June, average duties would have been far above what
was collected (see [average duties](effective-duties.md)). So the step in July is taken for one in recording: before 1 July 2025

    recorded = floor + ρ (share − floor)

with ρ by exporter and sector, between 0 and 1, and all is recorded from then on. Goods that are free for everybody have no
preference to claim in the tariff schedule, only an exception from the new duty; that such claims were not recorded as USMCA
before July would explain that ρ is near 0 where goods are free anyway. This is our reading, not a documented fact.

Given ρ, importers had claimed within weeks. The speed taken is the slowest whose error is within 5% of the least, since
the duties of March 2025 had been announced a month before and later ones may not be. Error ${percent(100 * fit.speed.rmse, 1)} points,
R² ${fit.speed.r2.toFixed(3)}; the share of all imports is met within four points in every month:

${table(['month', 'Canada, recorded', 'fitted as recorded', 'claimed in the model', 'Mexico, recorded', 'fitted as recorded', 'claimed in the model'], months)}

In percent of the imports of sectors that bore the duty, without HS 98 and 99. Since the ceiling is the average of the fourth
quarter, the fit of those months is no achievement. From July to September the model is a little ahead: aircraft and metals took until autumn.

## What is assumed

- **The margin of the fit** is the fentanyl duty, on all goods that it names, those under Section 232 included. Claims rose on steel as on
  everything else, though Section 232 makes no exception for it. In a run the margin is that of the law, group by
  group: where a claim saves nothing, a group goes back to its floor once the memory is over. It changes no duty while that is so.
- **The memory.** Nothing on record shows claims after a margin fell. A certification of origin may cover shipments of up to
  twelve months (USMCA, article 5.2), and so many months it is.
- **After 2025.** Shares of all imports in January and February 2026 were 82.8 and 83.8% (Canada), 88.4 and 90.0% (Mexico), with the
  margin unchanged until 24 February. The model stays at the ceiling: it overstates Canada's by
  about five points there. What Canada sold then was another mix: gold was 82% and vehicles 34% below a year before.
- **Ceilings** are shares reached, not shares possible. A good that meets no rule of origin and one whose importer did not care look alike.

## Floors, ceilings and recorded parts

Percent of value claimed; ρ is without meaning where floor and ceiling are close.

${table(['sector', 'Canada, floor', 'ceiling', 'ρ', 'Mexico, floor', 'ceiling', 'ρ'], sectors)}

Source: US customs data by HS10 and partner (USITC DataWeb), as published in Budget-Lab-Yale/tariff-rate-tracker @8315fff (MIT), in
\`packages/data/law/usmca-claims-monthly.csv\`.
`;
}
