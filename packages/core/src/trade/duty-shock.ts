import type { Economy } from '../economy/economy.ts';
import { type FlowScope, flowsIn } from '../economy/flow-scope.ts';
import type { TradeShock } from './trade-shock.ts';

/** A duty that changes on whole flows, goods alone unless sectors are named. Rates are ad valorem: 0.25 is 25%. */
export type DutyChange = FlowScope &
  (
    | { /** The duty afterwards; `Infinity` is a ban. */ readonly to: number }
    | { /** What comes on top of the duty of the base year. */ readonly add: number }
  );

/**
 * Writes changes of duty as a shock that a trade model solves. Where two name the same flow the later one counts. What
 * bears on parts of flows, on goods lists or on goods that claim a preference is law: write it as a case.
 *
 * @throws RangeError where there is no region or sector of that code, or a duty would be below 0.
 *
 * @example
 * dutyShock(economy, { importer: 'USA', exporter: ['CAN', 'MEX'], add: 0.25 }, { importer: 'CAN', exporter: 'USA', sectors: 'STL', to: 0.5 });
 */
export function dutyShock(economy: Economy, ...changes: readonly DutyChange[]): TradeShock {
  const cells = new Map<number, TradeShock['cells'][number]>();
  for (const change of changes) {
    for (const { at, ...cell } of flowsIn(economy, { sectors: 'goods', ...change })) {
      const duty = 'to' in change ? change.to : economy.duty[at]! + change.add;
      if (!(duty >= 0)) {
        const flow = `${economy.regions[cell.exporter]!.code} to ${economy.regions[cell.importer]!.code}`;
        throw new RangeError(
          `a duty of ${duty} on ${economy.sectors[cell.sector]!.code}, ${flow}, is below 0`,
        );
      }
      cells.set(at, { ...cell, bundles: [{ share: 1, duty, tradeCost: 1 }] });
    }
  }
  return { cells: [...cells.values()] };
}
