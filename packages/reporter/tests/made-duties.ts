import type { FlowDuty } from '@usmca-sim/core';
import { madeEconomy } from './made-economy.ts';

/**
 * Duties of the made economy on a day. Agriculture from Canada is two groups of goods: 60% on no list, half of it
 * claimed, pays 25% where it is not, 12.5% on average; 40% is steel with a fifth of its value in metal, at 50% of
 * it. With 5% ordinary duty: 0.6 · 0.125 + 0.4 · 0.1 = 7.5% + 4% = 11.5 points over 5%. Agriculture from Mexico is
 * banned to one half, and the rest pays 10% more than the ordinary duty on steel, a fifth of all.
 */
export const madeDuties: readonly FlowDuty[] = [
  {
    importer: 'USA',
    exporter: 'CAN',
    sector: 'AGR',
    value: 10,
    ordinary: 0.05,
    statutory: 0.165,
    banned: 0,
    claimed: 0.3,
    measures: [
      { measure: 'us-fentanyl-canada', contribution: 0.075, covered: 0.3 },
      { measure: 'us-steel', contribution: 0.04, covered: 0.4 },
    ],
    goods: [
      {
        group: 'CAN-AGR-01',
        lists: [],
        share: 0.6,
        claimed: 0.5,
        claimedDuty: 0.05,
        unclaimedDuty: 0.3,
        measures: [{ measure: 'us-fentanyl-canada', unclaimed: 0.25, claimed: 0 }],
      },
      {
        group: 'CAN-AGR-02',
        lists: ['steel'],
        share: 0.4,
        claimed: 0,
        claimedDuty: 0.15,
        unclaimedDuty: 0.15,
        measures: [
          { measure: 'us-fentanyl-canada', unclaimed: 0, claimed: 0 },
          { measure: 'us-steel', unclaimed: 0.1, claimed: 0.1 },
        ],
      },
    ],
  },
  {
    importer: 'USA',
    exporter: 'MEX',
    sector: 'AGR',
    value: 10,
    ordinary: 0.05,
    statutory: 0.09,
    banned: 0.5,
    claimed: undefined,
    measures: [{ measure: 'us-steel', contribution: 0.04, covered: 0.2 }],
    goods: [
      {
        group: undefined,
        lists: [],
        share: 0.5,
        claimed: undefined,
        claimedDuty: undefined,
        unclaimedDuty: Number.POSITIVE_INFINITY,
        measures: [{ measure: 'us-ban-mexico', unclaimed: Number.POSITIVE_INFINITY, claimed: undefined }],
      },
      {
        group: undefined,
        lists: ['steel'],
        share: 0.2,
        claimed: undefined,
        claimedDuty: undefined,
        unclaimedDuty: 0.15,
        measures: [{ measure: 'us-steel', unclaimed: 0.1, claimed: undefined }],
      },
      {
        group: undefined,
        lists: [],
        share: 0.3,
        claimed: undefined,
        claimedDuty: undefined,
        unclaimedDuty: 0.05,
        measures: [],
      },
    ],
  },
];

/** What is paid after substitution: 4% of flows that have halved, on every flow. */
export function madePaid() {
  const { flow } = madeEconomy();
  return { effective: flow.map(() => 0.04), flow: flow.map((value) => value / 2) };
}
