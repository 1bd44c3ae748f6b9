import { dutiesOn } from '@usmca-sim/core';
import { percent, table } from './figures.js';

/**
 * @typedef {import('@usmca-sim/core').Economy} Economy
 * @typedef {import('@usmca-sim/core').Law} Law
 * @typedef {{ statutory: number, effective: number }} Average
 */

/** Bank of Canada, Monetary Policy Report of January 2026, table 1: percent, and the day of ours set beside it. */
const bankOfCanada = [
  { when: 'before 2025', day: '2024-12-31', onCanada: 0.1, onUnitedStates: 0.0 },
  { when: 'July 2025', day: '2025-07-15', onCanada: 4.4, onUnitedStates: 2.6 },
  { when: 'October 2025', day: '2025-10-15', onCanada: 5.9, onUnitedStates: 1.0 },
  { when: 'January 2026', day: '2026-01-15', onCanada: 5.8, onUnitedStates: 1.2 },
];

/** Yale Budget Lab, vintage of July 2026, "current law": percent, before and after substitution. */
const yale2026 = [
  { exporters: 'Canada', codes: ['CAN'], before: 5.6, after: 3.2 },
  { exporters: 'Mexico', codes: ['MEX'], before: 6.6, after: 4.6 },
  { exporters: 'everyone', codes: undefined, before: 7.7, after: 6.2 },
];
const yaleDay = '2026-07-15';

/** Yale Budget Lab, 12 May 2025, change of the average at the USMCA shares of 2024. */
const yale2025 = { day: '2025-05-12', CAN: 17.2, MEX: 14.7 };

const timeline = [
  '2024-12-31',
  '2025-03-05',
  '2025-03-31',
  '2025-07-15',
  '2025-09-19',
  '2025-12-31',
  '2026-03-31',
  '2026-06-30',
  '2026-08-01',
  '2026-10-06',
];

/**
 * The page of the documentation that sets our average duties beside those of others, as Markdown.
 *
 * @param {Economy} economy
 * @param {Law} law
 */
export function effectiveDutiesPage(economy, law) {
  const at = averagesOf(economy, law);
  const unmoved = averagesOf(economy, withClaimsUnmoved(law));
  const canada = bankOfCanada.map(({ when, day, onCanada, onUnitedStates }) => [
    when,
    day,
    percent(onCanada, 1),
    ...pair(at(day, 'USA', ['CAN'])),
    percent(onUnitedStates, 1),
    ...pair(at(day, 'CAN', ['USA'])),
  ]);
  const yale = yale2026.map(({ exporters, codes, before, after }) => {
    const ours = at(yaleDay, 'USA', codes);
    return [
      exporters,
      percent(before, 1),
      percent(ours.statutory, 1),
      percent(after, 1),
      percent(ours.effective, 1),
    ];
  });
  const may = /** @type {const} */ (['CAN', 'MEX']).map((code) => [
    code,
    percent(yale2025[code], 1),
    percent(unmoved(yale2025.day, 'USA', [code]).statutory, 1),
    ...pair(at(yale2025.day, 'USA', [code])),
  ]);
  const days = timeline.map((day) => [
    day,
    ...pair(at(day, 'USA', ['CAN'])),
    ...pair(at(day, 'USA', ['MEX'])),
    ...pair(at(day, 'USA', undefined)),
    ...pair(at(day, 'CAN', ['USA'])),
  ]);
  return `# Average duties beside those of others

<!-- Written by a script from the record of the law: pnpm generate -->

What goods pay on average on a day, and what others have found for it. \`usmca-sim tariffs --on DATE\` shows each figure
and the measures behind it. All in percent of the value of goods before duty, ordinary duties included.

*Statutory* averages weigh with the trade of ${economy.year} and the USMCA claims of the day; goods under an import ban are left
out. *Effective* ones are duty over value after substitution, in the long run of that day's law, with the central
elasticities. Statutory ones are larger, since trade moves away from what is charged most.

## Canada: the Bank of Canada

Monetary Policy Report of January 2026, table 1 (bankofcanada.ca/?p=250959), remissions included.

${table(['when', 'our day', 'US on Canada, Bank', 'ours, statutory', 'ours, effective', 'Canada on US, Bank', 'ours, statutory', 'ours, effective'], canada)}

The two figures of July and October for Canada's duties are not a test: the part of its lists that pays, and the dutiable
part of vehicles, were set so that they come out. The others were not fitted.

Where ours on Canada differ:

- The weights. The Bank does not say which it uses; with the imports of the month, which had less steel and fewer cars
  in them than those of ${economy.year}, an average is lower. Ours have the weights of ${economy.year} on every day.
- A month is not a day. Copper came on 1 August 2025, after our day in July; wood on 14 October, before our day in
  October.
- Claims. Ours follow the response that is estimated in [USMCA claims](usmca-claims.md), which takes claims to have risen
  in March 2025 and not in July, when they were recorded. With the claims that were recorded up to June, the average would
  have been far higher than anybody found it (see below).

## Canada, Mexico and everyone: the Yale Budget Lab

The default scenario in the interactive tables of the Budget Lab, a vintage of July 2026 (the day was not checked):
additional and ordinary duties together as we read it. Ours on ${yaleDay}.

${table(['US imports from', 'Yale, before substitution', 'ours, statutory', 'Yale, after', 'ours, effective'], yale)}

- Yale's day was not checked, and it matters most for everyone: the surcharge of 10% under Section 122 was in force until
  23 July 2026, and the duty on goods made with forced labour, 10 to 12.5%, from the day after.
- From everyone, base weights of ${economy.year} still hold the trade with China that its duties have ended. Our duties on everyone else are
  programmes' shares of sectors, not tariff lines.
- Mexico: since April 2026 duties on metals fall on the full value of goods with metal in them, at the weights of ${economy.year} here.
  Which exemptions of vehicle parts, farm machinery and computers Yale's vintage has is not known.
- After substitution ours are lower: they are a long run, with elasticities that let trade move further.

On ${yale2025.day} Yale stated the change at the USMCA shares of 2024: what the duties would be if nobody claimed more. Ours
with claims kept at their floor (January and February 2025), and with claims as they answer:

${table(['US imports from', 'Yale, claims of 2024', 'ours, claims at their floor', 'ours, statutory', 'ours, effective'], may)}

Claims of all of 2024 were a little above those of January and February 2025, which goes the other way; what makes Yale's figure for Canada
the higher one is not known.

Realised duties up to July 2025 were below 5% for both (Liberty Street Economics, October 2025). So claims had been made
by then, though customs recorded most of them only from July on.

## Ours over time

${table(['day', 'US on Canada, statutory', 'effective', 'US on Mexico, statutory', 'effective', 'US on everyone, statutory', 'effective', 'Canada on US, statutory', 'effective'], days)}
`;
}

/** @param {Average} average */
function pair({ statutory, effective }) {
  return [percent(statutory), percent(effective)];
}

/**
 * Averages over goods of what an importer charges on a day, percent; of everyone where no exporters are named.
 *
 * @param {Economy} economy
 * @param {Law} law
 * @returns {(day: string, importer: string, exporters: readonly string[] | undefined) => Average}
 */
function averagesOf(economy, law) {
  /** @type {Map<string, import('@usmca-sim/core').DutiesOn>} */
  const known = new Map();
  const { regions, sectors } = economy;
  return (day, importer, exporters) => {
    const duties = known.get(day) ?? dutiesOn(economy, law, day);
    known.set(day, duties);
    const { state } = duties;
    const n = regions.findIndex(({ code }) => code === importer);
    const sums = { base: 0, statutory: 0, value: 0, paid: 0 };
    regions.forEach(({ code }, i) => {
      if (i === n || !(exporters?.includes(code) ?? true)) return;
      sectors.forEach(({ kind }, j) => {
        if (kind !== 'goods') return;
        const cell = (n * regions.length + i) * sectors.length + j;
        const open =
          /** @type {number} */ (economy.flow[cell]) * (1 - /** @type {number} */ (state.bannedShare[cell]));
        sums.base += open;
        sums.statutory += open * /** @type {number} */ (state.statutoryDuty[cell]);
        sums.value += /** @type {number} */ (state.flow[cell]);
        sums.paid +=
          /** @type {number} */ (state.flow[cell]) * /** @type {number} */ (state.effectiveDuty[cell]);
      });
    });
    return { statutory: (100 * sums.statutory) / sums.base, effective: (100 * sums.paid) / sums.value };
  };
}

/** @param {Law} law */
function withClaimsUnmoved(law) {
  const groups = law.goods.groups.map((group) =>
    group.claims ? { ...group, claims: { ...group.claims, ceiling: group.claims.floor } } : group,
  );
  return { ...law, goods: { ...law.goods, groups } };
}
