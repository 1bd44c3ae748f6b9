import { negotiate, parseScenario, priceReviews, solveQuantal } from '@usmca-sim/core';

/**
 * @typedef {import('@usmca-sim/core').NegotiatedScenario} NegotiatedScenario
 * @typedef {import('@usmca-sim/core').Stance} Stance
 * @typedef {{ economy: import('@usmca-sim/core').Economy, law: import('@usmca-sim/core').Law,
 *   library: import('@usmca-sim/core').CaseFiles }} World
 * @typedef {{ about: string, player: number, name: string }} Move
 */

/**
 * A case of the review, read.
 *
 * @param {World} world
 * @param {string} id
 */
export async function reviewCase({ economy, law, library }, id) {
  const file = /** @type {string} */ (library.locate(id));
  return /** @type {NegotiatedScenario} */ (await parseScenario(file, library, { economy, law }));
}

/**
 * The case with other figures of one government's stance, or without political terms.
 *
 * @param {NegotiatedScenario} scenario
 * @param {string} party
 * @param {Partial<Record<'audienceCost' | 'uncertainty' | 'breakingFront', number>>} figures
 * @returns {NegotiatedScenario}
 */
export function withFigures(scenario, party, figures) {
  const { negotiation } = scenario;
  const changed = (/** @type {Stance} */ stance) => ({
    ...stance,
    ...Object.fromEntries(
      Object.entries(figures).map(([key, value]) => {
        const own = stance[/** @type {keyof typeof figures} */ (key)];
        return [key, { ...own, value }];
      }),
    ),
  });
  const stances = negotiation.stances.map((stance) => (stance.party === party ? changed(stance) : stance));
  return { ...scenario, negotiation: { ...negotiation, stances } };
}

/** A solved review whose moves can be asked about. */
export class ReviewInPlay {
  /** @param {World} world @param {NegotiatedScenario} scenario */
  constructor({ economy, law }, scenario) {
    const { stances, table, precision } = scenario.negotiation;
    this.table = table;
    this.result = negotiate(economy, law, scenario);
    this.game = priceReviews(economy, law, scenario);
    const { year, values } = this.game;
    const lambda = stances.map((stance) => precision ?? stance.precision.value);
    this.solution = solveQuantal(year, values, table.reviews.length, lambda);
  }

  /**
   * Probability of a regime after a review, counted from the last where negative.
   *
   * @param {import('@usmca-sim/core').RegimeKind} regime
   */
  chanceOf(regime, review = -1) {
    const found = this.result.years.at(review)?.regimes.find((one) => one.regime === regime);
    return found?.probability ?? 0;
  }

  /** What the game is worth to a party of the table, present value. @param {number} party */
  value(party) {
    const { tree, start } = this.game.year;
    return /** @type {number} */ (
      this.solution.values[0]?.[3 * /** @type {number} */ (tree.begins[start]) + party]
    );
  }

  /**
   * What is reached from the beginning of a review in a state: `move` is told of every move with its probability.
   *
   * @param {number} review
   * @param {ReadonlyMap<number, number>} from probability by node
   * @param {(move: Move, probability: number, to: number) => void} move
   */
  #follow(review, from, move) {
    const { tree } = this.game.year;
    const moves = /** @type {Float64Array} */ (this.solution.moves[review]);
    const reached = new Map(from);
    // Children come before their parents.
    for (let node = Math.max(...from.keys()); node >= 0; node--) {
      const here = reached.get(node) ?? 0;
      if (here === 0) continue;
      const last = /** @type {number} */ (tree.firstChild[node + 1]);
      for (let k = /** @type {number} */ (tree.firstChild[node]); k < last; k++) {
        const probability = here * /** @type {number} */ (moves[k]);
        const to = /** @type {number} */ (tree.children[k]);
        const about = /** @type {string} */ (tree.about[node]);
        const name = /** @type {string} */ (tree.moves[k]);
        move({ about, player: /** @type {number} */ (tree.player[node]), name }, probability, to);
        reached.set(to, (reached.get(to) ?? 0) + probability);
      }
    }
    return reached;
  }

  /**
   * Probability of a move at a review, given one before it and the state in which the review begins.
   *
   * @param {(move: Move) => boolean} asked
   * @param {{ given?: (move: Move) => boolean, among?: (move: Move) => boolean, state?: number, review?: number }} when
   *   `among`: of all moves of this kind; of everything where absent
   */
  probability(asked, { given, among, state = this.game.year.start, review = 0 } = {}) {
    const begin = /** @type {number} */ (this.game.year.tree.begins[state]);
    let from = new Map([[begin, 1]]);
    if (given) {
      /** @type {Map<number, number>} */
      const after = new Map();
      this.#follow(review, from, (move, probability, to) => {
        if (given(move)) after.set(to, (after.get(to) ?? 0) + probability);
      });
      from = after;
    }
    let found = 0;
    let all = among ? 0 : [...from.values()].reduce((sum, one) => sum + one, 0);
    this.#follow(review, from, (move, probability) => {
      if (asked(move)) found += probability;
      if (among?.(move)) all += probability;
    });
    return found / all;
  }

  /** Probability of each set of packages in force after the last review, likeliest first. */
  packagesAtTheEnd() {
    const { tree, states, start } = this.game.year;
    let here = new Map([[start, 1]]);
    this.table.reviews.forEach((_, review) => {
      /** @type {Map<number, number>} */
      const after = new Map();
      const add = (/** @type {number} */ state, /** @type {number} */ probability) =>
        after.set(state, (after.get(state) ?? 0) + probability);
      /** @type {Map<number, number>} */
      const from = new Map();
      for (const [state, probability] of here) {
        const node = /** @type {number} */ (tree.begins[state]);
        if (node < 0) add(state, probability);
        else from.set(node, probability);
      }
      if (from.size > 0) {
        this.#follow(review, from, () => {}).forEach((probability, node) => {
          const ends = /** @type {number} */ (tree.ends[node]);
          if (ends >= 0) add(ends, probability);
        });
      }
      here = after;
    });
    /** @type {Map<string, number>} */
    const sets = new Map();
    for (const [state, probability] of here) {
      const ids = (states[state]?.packages ?? []).map((index) => this.table.packages[index]?.id);
      const name = ids.join(' and ') || 'none';
      sets.set(name, (sets.get(name) ?? 0) + probability);
    }
    return [...sets].sort(([, one], [, other]) => other - one);
  }

  /**
   * Index of the limbo with good standing unbroken in which just these escalations stand.
   *
   * @param {readonly string[]} standing
   */
  limboWith(standing) {
    return this.game.year.states.findIndex(
      ({ regime, trust, escalations }) =>
        regime === 'in-force' &&
        trust === 0 &&
        this.table.escalations.every(
          ({ id }, e) => ((escalations >> e) & 1) === Number(standing.includes(id)),
        ),
    );
  }

  /** Trade under the policy of a state. @param {number} state */
  tradeIn(state) {
    const { priced, policyOf } = this.game;
    return /** @type {import('@usmca-sim/core').PolicyOutcome} */ (
      priced.outcomes[/** @type {number} */ (policyOf[state])]
    );
  }
}
