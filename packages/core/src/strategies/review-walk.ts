import { chance, leaf, simultaneous } from '../negotiation/review-tree.ts';
import type { GameToPlay } from './game-to-play.ts';
import type { LegalMove, PlayedMove, Position } from './strategy.ts';

/**
 * A game under way: where it stands, what has been paid, what may be done. Strategies, people and the replay of a log
 * all go through it.
 */
export class ReviewWalk {
  readonly game: GameToPlay;
  readonly log: PlayedMove[] = [];
  /** Present value of what has been paid and of what follows for ever once over, by party; percent of real income. */
  readonly scores = [0, 0, 0];
  review = 0;
  /** Index of the state in which this review began; once over, of that in which the game ended. */
  state: number;
  /** Of the tree; −1 once the game is over. */
  node: number;
  /** State at the end of each review held. */
  readonly states: number[] = [];
  readonly #treated: number[][][] = [0, 1, 2].map(() => [[], [], []]);
  readonly #discount = [1, 1, 1];

  constructor(game: GameToPlay) {
    this.game = game;
    this.state = game.year.start;
    this.node = game.year.tree.begins[this.state]!;
    if (this.node < 0) this.#end();
  }

  get isOver(): boolean {
    return this.node < 0;
  }

  /** Indices of the parties that move: none for chance, two where they decide at once. */
  get players(): readonly number[] {
    const { kind, player, second } = this.game.year.tree;
    if (kind[this.node] === chance) return [];
    if (kind[this.node] === simultaneous) return [player[this.node]!, second[this.node]!];
    return [player[this.node]!];
  }

  /** What the parties may do here, or chance with its probabilities: children of the node, from `firstChild` on. */
  get children(): readonly number[] {
    const { firstChild } = this.game.year.tree;
    const from = firstChild[this.node]!;
    return Array.from({ length: firstChild[this.node + 1]! - from }, (_, k) => from + k);
  }

  /** The position as the party sees it that moves, or one of the two. */
  positionOf(player: number): Position {
    const { game, review, state, node, log } = this;
    return {
      game,
      review,
      state,
      node,
      about: game.year.tree.about[node]!,
      player,
      moves: this.#movesOf(player),
      treatedBy: this.#treated[player]!,
      history: log,
    };
  }

  /** Makes a move: a child of this node, counted along `ReviewTree.children`. */
  take(child: number): void {
    const { tree, table } = this.game.year;
    const { values } = this.game;
    const players = this.players;
    const about = tree.about[this.node]!;
    const move = tree.moves[child]!;
    this.log.push({ year: table.reviews[this.review]!, players, about, move });
    this.#remember(players, about, move);
    for (let i = 0; i < 3; i++) this.scores[i]! += this.#discount[i]! * tree.once[3 * child + i]!;
    this.node = tree.children[child]!;
    if (tree.kind[this.node] !== leaf) return;
    this.state = tree.ends[this.node]!;
    this.states.push(this.state);
    for (let i = 0; i < 3; i++) {
      this.scores[i]! += this.#discount[i]! * values.yearly[3 * this.state + i]!;
      this.#discount[i]! *= values.patience[i]!;
    }
    this.review++;
    this.node = this.review < this.game.reviews ? tree.begins[this.state]! : -1;
    if (this.node < 0) this.#end();
  }

  #end(): void {
    for (let i = 0; i < 3; i++) {
      this.scores[i]! += this.#discount[i]! * this.game.values.last[3 * this.state + i]!;
    }
  }

  #remember(players: readonly number[], about: string, move: string): void {
    const own = players.length === 2 ? move.split(' / ') : [move];
    players.forEach((player, side) => {
      this.game.conduct(player, about, own[side]!).forEach((tone, party) => {
        if (tone !== 0 && party !== player) this.#treated[party]![player]!.push(tone);
      });
    });
  }

  #movesOf(player: number): LegalMove[] {
    const { game, review, node } = this;
    const { tree } = game.year;
    const probability = game.solution.moves[review]!;
    const about = tree.about[node]!;
    const children = this.children;
    if (tree.kind[node] !== simultaneous) {
      return children.map((child) => {
        const move = tree.moves[child]!;
        return {
          move,
          worth: game.worth(review, child, player),
          probability: probability[child]!,
          conduct: game.conduct(player, about, move),
          offers: game.offers(review, child, about, move),
        };
      });
    }
    // Two by two, row by row; the other's move is not known, only how likely the solved game makes it.
    const [a, b, c] = children as [number, number, number, number];
    const isFirst = player === tree.player[node];
    const likely = isFirst ? probability[a]! + probability[c]! : probability[a]! + probability[b]!;
    return [0, 1].map((own) => {
      const cell = (other: number) => a + (isFirst ? 2 * own + other : own + 2 * other);
      const move = tree.moves[cell(own)]!.split(' / ')[isFirst ? 0 : 1]!;
      return {
        move,
        worth:
          likely * game.worth(review, cell(0), player) + (1 - likely) * game.worth(review, cell(1), player),
        probability: probability[cell(0)]! + probability[cell(1)]!,
        conduct: game.conduct(player, about, move),
        offers: game.offers(review, cell(0), about, move),
      };
    });
  }
}
