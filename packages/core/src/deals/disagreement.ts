import type { WorthOfReviews } from '../simulation/price-reviews.ts';
import type { TariffWar } from '../simulation/tariff-war.ts';
import { expiredWorth, heldWorth } from './held-worth.ts';
import type { Outcome } from './outcomes.ts';

/** What there may be without a deal. */
export const disagreementIds = ['limbo', 'mfn', 'tariff-war'] as const;
export type DisagreementId = (typeof disagreementIds)[number];

export interface Disagreement extends Outcome {
  readonly id: DisagreementId;
}

/** The agreement is in force and reviewed every year, nobody agrees to anything, and it ends with the last review. */
export function limbo(game: WorthOfReviews): Disagreement {
  const { start, table } = game.year;
  return { id: 'limbo', parts: table.parties.map((_, i) => heldWorth(game, start, i)) };
}

/** The agreement ends at the first review; MFN duties, and the measures that stand, go on for ever. */
export function mfn(game: WorthOfReviews): Disagreement {
  return { id: 'mfn', parts: game.year.table.parties.map((_, i) => expiredWorth(game, i)) };
}

/**
 * The agreement ends at the first review, and each charges the duties that answer those of the others best, for ever.
 * Real income and its weights on sectors are those of the war; the other parts are those of `mfn`.
 *
 * @param war as `tariffWar` finds it, best with the game's stances; its `objective` is real income with the weights.
 * @throws RangeError where the war is not one of the table's parties.
 */
export function warPoint(
  game: WorthOfReviews,
  war: Pick<TariffWar, 'parties' | 'realIncome' | 'objective'>,
): Disagreement {
  const { table } = game.year;
  return {
    id: 'tariff-war',
    parts: table.parties.map((code, i) => {
      const at = war.parties.indexOf(code);
      if (at < 0) throw new RangeError(`${code} is no party of the tariff war`);
      const lapsed = expiredWorth(game, i);
      const years = 1 / (1 - game.values.patience[i]!);
      const income = 100 * Math.log1p(war.realIncome[at]! / 100);
      const fought = { realIncome: years * income, sectors: years * (war.objective[at]! - income) };
      return { ...lapsed, ...fought };
    }),
  };
}
