import { isSet } from './policy.ts';
import {
  agreed,
  isFinal,
  type ReviewState,
  standingAtStart,
  stateKey,
  withoutAnswered,
} from './review-states.ts';
import { type Move, type Once, type ReviewTree, ReviewTreeBuilder } from './review-tree.ts';
import type { Stance, StanceType } from './stance.ts';
import type { NegotiationTable } from './table.ts';

/** A review year of a negotiation: every state that it can reach, and the graph of moves between them. */
export interface ReviewYear {
  readonly table: NegotiationTable;
  readonly states: readonly ReviewState[];
  readonly tree: ReviewTree;
  /** Index of the state in which the game begins. */
  readonly start: number;
}

/** Larger games are refused before they are built. */
const mostNodes = 60_000;

/** A review of more than `nodes` positions, which is not built. */
export class ReviewTooLarge extends Error {
  readonly nodes: number;
  constructor(nodes: number) {
    super(`a review of this negotiation has more than ${nodes} positions; take out packages or escalations`);
    this.nodes = nodes;
  }
}

/**
 * Builds the review year: news, the partners' caucus, the proposer's offer, answers, then measures by each in turn.
 *
 * @param types the type of each party, where its stance has several; undefined where it has one.
 * @throws ReviewTooLarge where the game is too large to solve.
 */
export function buildReview(
  table: NegotiationTable,
  stances: readonly Stance[],
  types: readonly (StanceType | undefined)[] = [],
  start: ReviewState = { regime: 'in-force', packages: [], escalations: standingAtStart(table), trust: 0 },
): ReviewYear {
  return new ReviewBuilder(table, stances, types).build(start);
}

class ReviewBuilder {
  readonly #tree = new ReviewTreeBuilder();
  readonly #states: ReviewState[] = [];
  readonly #stateAt = new Map<string, number>();
  readonly #leaves = new Map<number, number>();
  readonly #measures = new Map<string, number>();
  readonly #answers = new Map<string, number>();
  #nodes = 0;

  readonly table: NegotiationTable;
  readonly stances: readonly Stance[];
  /** Worked out once: they are asked for at every node. */
  readonly #atStart: number;
  readonly #audience: readonly number[];
  readonly #concessions: readonly (readonly number[])[];

  constructor(
    table: NegotiationTable,
    stances: readonly Stance[],
    types: readonly (StanceType | undefined)[],
  ) {
    this.table = table;
    this.stances = stances;
    this.#atStart = standingAtStart(table);
    this.#audience = stances.map(
      ({ audienceCost, domesticPressure }, i) =>
        audienceCost.value * domesticPressure.value * (types[i]?.audienceCost ?? 1),
    );
    this.#concessions = table.packages.map((_, index) =>
      table.parties.map((__, i) => this.#concession(i, index)),
    );
  }

  build(start: ReviewState): ReviewYear {
    const first = this.#stateOf(start);
    const begins: number[] = [];
    // Building a review adds the states in which it can end.
    for (let s = 0; s < this.#states.length; s++) {
      begins.push(isFinal(this.#states[s]!.regime) ? -1 : this.#review(this.#states[s]!));
    }
    return { table: this.table, states: this.#states, tree: this.#tree.build(begins), start: first };
  }

  #stateOf(state: ReviewState): number {
    const key = stateKey(state);
    const known = this.#stateAt.get(key);
    if (known !== undefined) return known;
    this.#states.push(state);
    this.#stateAt.set(key, this.#states.length - 1);
    return this.#states.length - 1;
  }

  #leaf(state: ReviewState): number {
    const index = this.#stateOf(state);
    const known = this.#leaves.get(index) ?? this.#count(this.#tree.leaf(index));
    this.#leaves.set(index, known);
    return known;
  }

  #count(node: number): number {
    this.#nodes = node;
    if (this.#nodes > mostNodes) throw new ReviewTooLarge(mostNodes);
    return node;
  }

  #decision(player: number, about: string, moves: readonly Move[]): number {
    return this.#count(this.#tree.decision(player, about, moves));
  }

  #review(state: ReviewState): number {
    const quiet = this.#caucus(state, undefined);
    const { news } = this.table;
    if (news.length === 0 || state.regime !== 'in-force') return quiet;
    const told = news.map((item) => ({
      name: item.id,
      probability: item.probability,
      to: this.#caucus(
        state,
        this.table.parties.map((party) => item.extension[party] ?? 0),
      ),
    }));
    const rest = 1 - news.reduce((sum, { probability }) => sum + probability, 0);
    const moves = rest > 1e-12 ? [...told, { name: 'no news', probability: rest, to: quiet }] : told;
    return this.#count(this.#tree.chance('news', moves));
  }

  /** The two partners decide whether to act as one this year. */
  #caucus(state: ReviewState, news: readonly number[] | undefined): number {
    const apart = this.#offer(state, false, news);
    // After a protocol there is nothing to stand together on but a deal for all three.
    const together =
      state.regime === 'in-force' || this.table.packages.some(({ with: partner }) => partner === 'both');
    if (!together) return apart;
    const united = this.#offer(state, true, news);
    return this.#count(
      this.#tree.simultaneous(1, 2, 'caucus', [
        { name: 'join / join', to: united, ...this.#joining(state) },
        { name: 'join / apart', to: apart },
        { name: 'apart / join', to: apart },
        { name: 'apart / apart', to: apart },
      ]),
    );
  }

  /** To stand with one who has gone alone before, or after having done so, costs what good standing is worth. */
  #joining({ trust }: ReviewState): { once?: Once } {
    if (trust >= 0) return {};
    const [, one, other] = this.table.parties;
    const cost = (i: number, partner: string) => -(this.stances[i]!.trust[partner]?.value ?? 0);
    return { once: { relationship: [0, cost(1, other), cost(2, one)] } };
  }

  #offer(state: ReviewState, united: boolean, news: readonly number[] | undefined): number {
    // Standing together builds trust, but does not mend what going alone has broken.
    const trust = united && state.trust === 0 ? 1 : state.trust;
    const refused = this.#measuresOf({ ...state, trust }, false);
    const joint: Move[] = [];
    const sides: { partner: number; index: number }[] = [];
    this.table.packages.forEach(({ id, with: partner }, index) => {
      if (partner === 'both') {
        if (!this.#mayAccept([0, 1, 2], index)) return;
        joint.push({ name: `offer ${id}`, to: this.#vote({ ...state, trust }, index, refused, news) });
        return;
      }
      const player = this.table.parties.indexOf(partner);
      const open =
        state.regime === 'in-force' || state.regime === (player === 1 ? 'bilateral-other' : 'bilateral-one');
      if (open && this.#mayAccept([0, player], index)) sides.push({ partner: player, index });
    });
    const answer = ({ partner, index }: (typeof sides)[number], otherwise: number) =>
      this.#answer(state, partner, index, united, otherwise);
    const name = ({ partner, index }: (typeof sides)[number]) =>
      `${this.table.packages[index]!.id} to ${this.table.parties[partner]}`;
    const single = sides.map((side): Move => ({ name: `offer ${name(side)}`, to: answer(side, refused) }));
    // One after the other: what the first refuses, the second is asked.
    const inTurn = sides.flatMap((one) =>
      sides.flatMap((two): Move[] =>
        one.partner === two.partner
          ? []
          : [{ name: `offer ${name(one)}, then ${name(two)}`, to: answer(one, answer(two, refused)) }],
      ),
    );
    // First whom to turn to, then with what: how many packages there are for one of them must not make it likelier.
    const about = united ? 'offer to a common front' : 'offer';
    const choose = (approach: string, moves: readonly Move[]): Move[] => {
      if (moves.length === 0) return [];
      if (moves.length === 1) return [moves[0]!];
      return [{ name: approach, to: this.#decision(0, about, moves) }];
    };
    const moves = [
      { name: 'no offer', to: refused },
      ...choose('turn to both', joint),
      ...choose(
        `turn to ${this.table.parties[1]}`,
        single.filter((_, k) => sides[k]!.partner === 1),
      ),
      ...choose(
        `turn to ${this.table.parties[2]}`,
        single.filter((_, k) => sides[k]!.partner === 2),
      ),
      ...choose('turn to one after the other', inTurn),
    ];
    return this.#decision(0, about, moves);
  }

  /** Written confirmations of both partners at once; the proposer's is in its offer. */
  #vote(state: ReviewState, index: number, refused: number, news: readonly number[] | undefined): number {
    const extended = this.#leaf(agreed(this.table, state, index));
    const audience = this.table.parties.map((_, i) => -this.#audience[i]! * this.#concessions[index]![i]!);
    return this.#count(
      this.#tree.simultaneous(1, 2, `confirm ${this.table.packages[index]!.id}`, [
        { name: 'confirm / confirm', to: extended, once: { audience, ...(news ? { action: news } : {}) } },
        { name: 'confirm / refuse', to: refused },
        { name: 'refuse / confirm', to: refused },
        { name: 'refuse / refuse', to: refused },
      ]),
    );
  }

  #answer(state: ReviewState, player: number, index: number, united: boolean, refused: number): number {
    // Offers one after the other end in the same question as one alone.
    const key = `${stateKey(state)}|${player}|${index}|${united}|${refused}`;
    const known = this.#answers.get(key) ?? this.#newAnswer(state, player, index, united, refused);
    this.#answers.set(key, known);
    return known;
  }

  #newAnswer(state: ReviewState, player: number, index: number, united: boolean, refused: number): number {
    const { id } = this.table.packages[index]!;
    const audience = this.table.parties.map((_, i) =>
      i === 0 || i === player ? -this.#audience[i]! * this.#concessions[index]![i]! : 0,
    );
    const relationship = this.table.parties.map((_, i) =>
      i === player && united ? -this.stances[i]!.breakingFront.value : 0,
    );
    const after = agreed(this.table, state, index);
    const accepted = isFinal(after.regime) ? this.#leaf(after) : this.#measuresOf(after, false);
    return this.#decision(player, `answer to ${id}`, [
      { name: 'accept', to: accepted, once: { audience, relationship } },
      { name: 'refuse', to: refused },
    ]);
  }

  /** The proposer's measures or notice, then those of each partner, then what becomes of a notice. */
  #measuresOf(state: ReviewState, notice: boolean, player = 0): number {
    const key = `${stateKey(state)}|${notice}|${player}`;
    const known = this.#measures.get(key);
    if (known !== undefined) return known;
    const node = player > 2 ? this.#end(state, notice) : this.#measure(state, notice, player);
    this.#measures.set(key, node);
    return node;
  }

  #measure(state: ReviewState, notice: boolean, player: number): number {
    const { escalations: all, parties } = this.table;
    // What a protocol has settled, or what answers nothing that stands, could not be carried out: nobody lets it lie.
    const couldBe = all.map(
      ({ by, answers }, e) =>
        by === parties[player] &&
        this.#isOpen(e, state) &&
        (isSet(state.escalations, e) ||
          answers.length === 0 ||
          all.some((other, o) => answers.includes(other.id) && isSet(state.escalations, o))),
    );
    const letLie = (bits: number) => {
      const share = all.reduce(
        (sum, { announced }, e) =>
          couldBe[e] && !isSet(bits, e) && !isSet(this.#atStart, e) ? sum + announced : sum,
        0,
      );
      const audience = parties.map((_, i) => (i === player && share > 0 ? -this.#audience[i]! * share : 0));
      return share > 0 ? { once: { audience } } : {};
    };
    const next = (bits: number, withNotice = notice) =>
      this.#measuresOf({ ...state, escalations: bits }, withNotice, player + 1);
    const moves: Move[] = [{ name: 'hold', to: next(state.escalations), ...letLie(state.escalations) }];
    all.forEach(({ id }, e) => {
      if (!couldBe[e]) return;
      const on = isSet(state.escalations, e);
      const bits = withoutAnswered(this.table, state.escalations ^ (1 << e));
      moves.push({ name: `${on ? 'lift' : 'impose'} ${id}`, to: next(bits), ...letLie(bits) });
    });
    if (player === 0 && state.regime === 'in-force') {
      moves.push({ name: 'give notice', to: next(state.escalations, true), ...letLie(state.escalations) });
    }
    if (moves.length === 1 && moves[0]!.once === undefined) return moves[0]!.to;
    return this.#decision(player, 'measures', moves);
  }

  /** A protocol ends escalations between its parties for good. */
  #isOpen(e: number, { regime }: ReviewState): boolean {
    const { by, against } = this.table.escalations[e]!;
    const [proposer, one, other] = this.table.parties;
    const pair = [by, against];
    if (regime === 'bilateral-one') return !(pair.includes(proposer) && pair.includes(one));
    if (regime === 'bilateral-other') return !(pair.includes(proposer) && pair.includes(other));
    return true;
  }

  #end(state: ReviewState, notice: boolean): number {
    if (!notice) return this.#leaf(state);
    const [proposer] = this.stances;
    const left: ReviewState = { ...state, regime: 'without-proposer', packages: [] };
    return this.#decision(0, 'notice of withdrawal', [
      { name: 'leave', to: this.#leaf(left), once: { action: [-proposer!.leaving.value, 0, 0] } },
      {
        name: 'take the notice back',
        to: this.#leaf(state),
        once: { audience: [-proposer!.revoking.value, 0, 0] },
      },
    ]);
  }

  /** How far a party backs down in a package, at most altogether. */
  #concession(i: number, index: number): number {
    const party = this.table.parties[i]!;
    const picks = Object.entries(this.table.packages[index]!.picks);
    const sum = picks.reduce((total, [issue, option]) => {
      const found = this.table.issues.find(({ id }) => id === issue)?.options.find(({ id }) => id === option);
      return total + (found?.concession[party] ?? 0);
    }, 0);
    return Math.min(1, sum);
  }

  #mayAccept(players: readonly number[], index: number): boolean {
    const picks = Object.entries(this.table.packages[index]!.picks).map(
      ([issue, option]) => `${issue}/${option}`,
    );
    return players.every((i) => this.stances[i]!.redLines.every(({ value }) => !picks.includes(value)));
  }
}
