import { likelyPath } from '../negotiation/likely-path.ts';
import type { PathStep, PolicyOutcome } from '../negotiation/negotiation-result.ts';
import type { PayoffParts } from '../negotiation/payoff.ts';
import { isSet } from '../negotiation/policy.ts';
import { type ReviewState, stateKey } from '../negotiation/review-states.ts';
import type { Stance } from '../negotiation/stance.ts';
import type { Escalation, Package } from '../negotiation/table.ts';
import type { Range } from '../strategies/game-to-play.ts';
import { prospectOf } from './compare-branches.ts';
import { tradeIn } from './consequence.ts';
import { dealsOnTheTable } from './deals-on-the-table.ts';
import { type AgainstDeals, againstDeals } from './debrief.ts';
import type { Playable } from './playable.ts';
import { startOf } from './start-of.ts';
import { partsOf, solvedParts } from './value-differences.ts';

/** What a party knows of itself before a game begins, and nobody else does. */
export interface Role {
  readonly party: number;
  readonly stance: Stance;
  /**
   * In the table's order; those in which it has no part included, for they may be agreed without it. Those that nobody
   * may put to a signer are left out for everybody: to see one of them without figures would tell a red line.
   */
  readonly packages: readonly PackageWorth[];
  /** What the first review can bring it, and what it has where nobody agrees in it: its reservation value. */
  readonly range: Range;
  readonly outside: readonly OutsideOption[];
  readonly threats: readonly Threat[];
}

/** What a package is worth to a party when it is agreed at the first review. */
export interface PackageWorth {
  readonly package: Package;
  /** Index of the parties that would sign. */
  readonly signers: readonly number[];
  /** Present value, percent of real income, by part. */
  readonly worth: PayoffParts;
  /** The long run of trade under it. */
  readonly trade: PolicyOutcome;
}

/** What a party is left with without a deal of its own. */
export interface OutsideOption {
  readonly kind: 'as-it-stands' | 'expired' | 'without-proposer' | 'other-alone';
  /** Of `other-alone`, the package that the others would have made. */
  readonly package?: Package;
  readonly trade: PolicyOutcome;
}

/** A measure that a party may impose or lift, and what it does to trade by itself. */
export interface Threat {
  readonly escalation: Escalation;
  readonly standing: boolean;
  /**
   * The long run without it and with it (of one that stands, with it and without), an answer beside the first of what it
   * answers; absent where the game comes to no such policy.
   */
  readonly effect?: { readonly before: PolicyOutcome; readonly after: PolicyOutcome };
}

/** What a facilitator has, and nobody else. */
export interface AnswerKey {
  readonly roles: readonly Role[];
  /** What the game is worth to each before anybody moves, as it is solved; percent of real income, present value. */
  readonly expected: readonly number[];
  /** That outcome against the deals of the first review. */
  readonly bargaining: AgainstDeals;
  /** The most likely move at every turn. */
  readonly path: readonly PathStep[];
}

/** The role of a party. */
export function roleOf(playable: Playable, party: number): Role {
  const { year } = playable.game;
  const { table, start } = year;
  const stance = playable.priced.choices.stances[party]!;
  return {
    party,
    stance,
    packages: packagesWorth(playable, party),
    range: playable.game.ranges(0, start)[party]!,
    outside: outsideOptions(playable, party),
    threats: table.escalations.flatMap((escalation, e) =>
      escalation.by === table.parties[party] ? [threatOf(playable, escalation, e)] : [],
    ),
  };
}

/** What a facilitator needs to lead a game and to talk it over. */
export function answerKey(playable: Playable): AnswerKey {
  const { worth: expected } = prospectOf(playable, startOf(playable));
  return {
    roles: [0, 1, 2].map((party) => roleOf(playable, party)),
    expected,
    bargaining: againstDeals(playable, expected),
    path: likelyPath(playable.game.year, playable.game.solution, solvedParts(playable)),
  };
}

function packagesWorth(playable: Playable, party: number): PackageWorth[] {
  const { tree, table } = playable.game.year;
  const deals = dealsOnTheTable(playable);
  return table.packages.flatMap((pack) => {
    const agreeing = deals.find((deal) => deal.package === pack && !deal.afterFront)?.child;
    if (agreeing === undefined) return [];
    const reached = tree.children[agreeing]!;
    const state = tree.ends[reached]! >= 0 ? tree.ends[reached]! : quietEnd(playable, reached);
    return [
      {
        package: pack,
        signers: pack.with === 'both' ? [0, 1, 2] : [0, table.parties.indexOf(pack.with)],
        worth: partsOf(playable, 0, agreeing, party),
        trade: tradeIn(playable, state),
      },
    ];
  });
}

/** Where a review ends from a node on if everybody leaves things as they are: to hold comes first. */
function quietEnd({ game }: Playable, from: number): number {
  const { ends, children, firstChild } = game.year.tree;
  let node = from;
  while (ends[node]! < 0) node = children[firstChild[node]!]!;
  return ends[node]!;
}

function outsideOptions(playable: Playable, party: number): OutsideOption[] {
  const { table, states, start } = playable.game.year;
  const others: OutsideOption[] = table.packages.flatMap((pack): OutsideOption[] => {
    if (party === 0 || pack.with === 'both' || pack.with === table.parties[party]) return [];
    const state = states.findIndex(
      ({ packages, regime, escalations, trust }) =>
        packages.length === 1 &&
        table.packages[packages[0]!] === pack &&
        (regime === 'bilateral-one' || regime === 'bilateral-other') &&
        // As the package itself leaves it, before anybody imposes anything.
        trust === -1 &&
        !table.escalations.some(({ standing }, e) => isSet(escalations, e) && !standing),
    );
    return state < 0 ? [] : [{ kind: 'other-alone', package: pack, trade: tradeIn(playable, state) }];
  });
  const left = stateOf(playable, { ...states[start]!, regime: 'without-proposer', packages: [] });
  return [
    { kind: 'as-it-stands', trade: tradeIn(playable, start) },
    { kind: 'expired', trade: tradeIn(playable, start, true) },
    ...(left < 0 ? [] : [{ kind: 'without-proposer' as const, trade: tradeIn(playable, left) }]),
    ...others,
  ];
}

function threatOf(playable: Playable, escalation: Escalation, e: number): Threat {
  const { states, start, table } = playable.game.year;
  const at = states[start]!;
  const standing = isSet(at.escalations, e);
  const own = 1 << e;
  // An answer cannot stand without what it answers.
  const bases =
    standing || escalation.answers.length === 0
      ? [at.escalations]
      : escalation.answers.map(
          (id) => at.escalations | (1 << table.escalations.findIndex((other) => other.id === id)),
        );
  for (const escalations of bases) {
    const [before, after] = [escalations, escalations ^ own].map((bits) =>
      stateOf(playable, { ...at, escalations: bits }),
    ) as [number, number];
    if (before < 0 || after < 0) continue;
    const effect = { before: tradeIn(playable, before), after: tradeIn(playable, after) };
    return { escalation, standing, effect };
  }
  return { escalation, standing };
}

function stateOf({ game }: Playable, wanted: ReviewState): number {
  const key = stateKey(wanted);
  return game.year.states.findIndex((state) => stateKey(state) === key);
}
