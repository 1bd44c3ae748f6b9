import type { Economy } from '../economy/economy.ts';
import type { PayoffParts, PolicyPrice } from '../negotiation/payoff.ts';
import type { Policy } from '../negotiation/policy.ts';
import { isFinal } from '../negotiation/review-states.ts';
import type { NegotiationTable, Option, Package } from '../negotiation/table.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Progress, pricePolicies } from '../simulation/price-policies.ts';
import type { PricedReviews } from '../simulation/price-reviews.ts';
import type { Law } from '../tariffs/law.ts';
import { heldAmount, partsOf, sumOfParts } from './held-worth.ts';
import { audienceOf, type DealOutcome } from './outcomes.ts';

/** What one option of a package gives each party, or takes from it. Present value, percent of a year's real income. */
export interface Term {
  readonly issue: string;
  readonly option: string;
  /** `realIncome` and `sectors` are the package less the package without the option, both solved for. */
  readonly parts: readonly PayoffParts[];
}

/** A package by what is in it; `frame`, the terms and `together` add up to its worth, part by part. */
export interface PackageTerms {
  /** Index into `NegotiationTable.packages`. */
  readonly package: number;
  /** The deal with none of its options: the regime, the measures that it ends, limbo, standing with the others. */
  readonly frame: readonly PayoffParts[];
  readonly terms: readonly Term[];
  /** What the options do to each other's worth: of trade alone, since all else is added up. */
  readonly together: readonly PayoffParts[];
}

/**
 * Takes each package apart, issue by issue: the trade model is solved for the package without each of its options that
 * has effects, and for the package with none. What an option is worth beyond trade, and what backing down in it costs,
 * is the table's and the stances'.
 *
 * @param deals as `dealOutcomes` gives them; two protocols together are left out, being the two.
 * @throws EquilibriumError, InputError as `pricePolicies`.
 */
export function termsOfPackages(
  economy: Economy,
  law: Law,
  scenario: Scenario,
  game: PricedReviews,
  deals: readonly DealOutcome[],
  progress?: Progress,
): PackageTerms[] {
  const { table, stances } = game.choices;
  const alone = deals.filter(({ packages }) => packages.length === 1);
  const variants: Package[] = [];
  const policies: Policy[] = [];
  const asked = alone.map((deal) => {
    const whole = table.packages[deal.packages[0]!]!;
    const variant = (picks: Package['picks']): Variant => {
      const index = table.packages.length + variants.push({ ...whole, picks }) - 1;
      const { regime, escalations } = game.year.states[deal.state]!;
      const during: Policy = { regime, packages: [index], escalations };
      const at = policies.push(during, { ...during, lapsed: !isFinal(regime) }) - 2;
      return { during: at, after: at + 1 };
    };
    return {
      deal,
      whole: variant(whole.picks),
      bare: variant({}),
      without: Object.keys(whole.picks).map((issue) =>
        variant(Object.fromEntries(Object.entries(whole.picks).filter(([other]) => other !== issue))),
      ),
    };
  });
  const wider = { ...table, packages: [...table.packages, ...variants] };
  const { prices } = pricePolicies(economy, law, scenario, wider, stances, policies, progress);
  return asked.map(({ deal, whole, bare, without }) => {
    const trade = (variant: Variant, i: number) => tradeWorth(game, prices, deal.state, variant, i);
    const index = deal.packages[0]!;
    const picks = Object.entries(table.packages[index]!.picks);
    const options = picks.map(([issue, id]) => optionOf(table, issue, id));
    const audience = audienceByOption(game, index, options);
    const terms = picks.map(
      ([issue, option], k): Term => ({
        issue,
        option,
        parts: table.parties.map((code, i) =>
          sumOfParts(
            minus(trade(whole, i), trade(without[k]!, i)),
            only('audience', audience[k]![i]!),
            only('action', lasting(game, i, options[k]!.worth[code] ?? 0)),
          ),
        ),
      }),
    );
    const frame = table.parties.map((code, i) =>
      sumOfParts(
        deal.parts[i]!,
        minus(trade(bare, i), trade(whole, i)),
        only('audience', -audienceOf(game, index)[i]!),
        only(
          'action',
          -lasting(
            game,
            i,
            options.reduce((sum, { worth }) => sum + (worth[code] ?? 0), 0),
          ),
        ),
      ),
    );
    const together = table.parties.map((_, i) =>
      minus(deal.parts[i]!, sumOfParts(frame[i]!, ...terms.map(({ parts }) => parts[i]!))),
    );
    return { package: index, frame, terms, together };
  });
}

/** Places of the prices of a variant: while the agreement stands, and once it has ended. */
interface Variant {
  readonly during: number;
  readonly after: number;
}

function tradeWorth(
  game: PricedReviews,
  prices: readonly PolicyPrice[],
  state: number,
  { during, after }: Variant,
  i: number,
): PayoffParts {
  const worth = (part: 'realIncome' | 'sectors') =>
    heldAmount(game, state, i, prices[during]![part][i]!, prices[after]![part][i]!);
  return partsOf((part) => (part === 'realIncome' || part === 'sectors' ? worth(part) : 0));
}

function optionOf({ issues }: NegotiationTable, issue: string, option: string): Option {
  return issues.find(({ id }) => id === issue)!.options.find(({ id }) => id === option)!;
}

/** A package's audience cost by option and party, in proportion to how far the party backs down in each. */
function audienceByOption(game: PricedReviews, index: number, options: readonly Option[]): number[][] {
  const { parties } = game.choices.table;
  const whole = audienceOf(game, index);
  const all = parties.map((code) =>
    options.reduce((sum, { concession }) => sum + (concession[code] ?? 0), 0),
  );
  return options.map(({ concession }) =>
    parties.map((code, i) => (all[i] === 0 ? 0 : (whole[i]! * (concession[code] ?? 0)) / all[i]!)),
  );
}

/** An amount a year for ever, as what is agreed lasts. */
function lasting({ values }: PricedReviews, i: number, aYear: number): number {
  return aYear / (1 - values.patience[i]!);
}

function only(which: keyof PayoffParts, value: number): PayoffParts {
  return partsOf((part) => (part === which ? value : 0));
}

function minus(one: PayoffParts, other: PayoffParts): PayoffParts {
  return partsOf((part) => one[part] - other[part]);
}
