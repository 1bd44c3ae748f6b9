import type { Place } from '../problems/problem.ts';
import { ProblemList } from '../problems/problem-list.ts';
import { SourceText } from '../problems/source-text.ts';
import { type Token, Tokens } from './efg-tokens.ts';
import {
  type DecisionNode,
  type ExtensiveGame,
  extensiveGame,
  type GameNode,
  type Outcome,
} from './extensive-game.ts';
import { gameLimits } from './lay-out.ts';

/** Larger files are refused before they are read. */
const mostCharacters = 50_000_000;

/**
 * Reads an extensive game in Gambit's format, `EFG 2 R` or `EFG 2 D`: a prologue with title and players, then every
 * node in prefix order. An information set, a chance move or an outcome that was written out once may be referred to
 * by its number.
 *
 * @param file is named in messages.
 * @throws InputError: the first fault of syntax, or everything that is wrong with the game, each at its place.
 */
export function readEfg(text: string, file: string): ExtensiveGame {
  const problems = new ProblemList();
  if (text.length > mostCharacters) {
    problems.add('game-too-large', `${file} has more than ${mostCharacters / 1e6} million characters`);
    problems.throwIfAny();
  }
  const tokens = new Tokens(new SourceText(file, text), problems);
  const { title, comment, players } = readPrologue(tokens);
  const reader = new NodeReader(tokens, players, problems);
  const root = reader.tree();
  if (tokens.next.kind !== 'end of the file') {
    tokens.fail(
      'efg-after-the-end',
      'the game is complete before this',
      tokens.next,
      'every move has its node',
    );
  }
  problems.throwIfAny();
  return extensiveGame({ title, ...(comment === undefined ? {} : { comment }), players, root }, (node) =>
    reader.placeOf(node),
  );
}

function readPrologue(tokens: Tokens): { title: string; comment: string | undefined; players: string[] } {
  const opening = 'a file of an extensive game begins with EFG 2 R';
  const start = tokens.take();
  const [version, numbers] = [tokens.take(), tokens.take()];
  if (start.text === 'NFG') {
    tokens.fail(
      'efg-opening',
      'this is a game in strategic form',
      start,
      'extensive games begin with EFG 2 R',
    );
  }
  for (const [token, possible] of [
    [start, ['EFG']],
    [version, ['2']],
    [numbers, ['R', 'D']],
  ] as const) {
    if (!(possible as readonly string[]).includes(token.text)) {
      tokens.fail('efg-opening', `"${token.text}" is not how an .efg file begins`, token, opening);
    }
  }
  const title = tokens.expect('text', 'the title, in quotes,').text;
  const open = tokens.expect('{', 'the list of players', '{ "USA" "CAN" "MEX" }');
  const players: string[] = [];
  while (!tokens.takeIf('}')) players.push(tokens.expect('text', 'the name of a player, in quotes,').text);
  if (players.length === 0 || players.length > gameLimits.players) {
    const message = `there are ${players.length} players`;
    tokens.fail('players-of-a-game', message, open, `between 1 and ${gameLimits.players}`);
  }
  const comment = tokens.takeIf('text')?.text;
  return { title, comment, players };
}

type Open<T> = { -readonly [K in keyof T]: T[K] };
/** A node whose followers are still being read. */
interface Growing {
  readonly node: GameNode;
  readonly moves: readonly Open<{ action: string; probability?: number; next: GameNode }>[];
  grown: number;
}
type Written = readonly { readonly action: string; readonly probability?: number }[];

class NodeReader {
  readonly #tokens: Tokens;
  readonly #players: readonly string[];
  readonly #problems: ProblemList;
  readonly #at = new Map<GameNode, Token>();
  readonly #outcomes = new Map<number, Outcome>();
  /** Moves by who moves (0 for chance) and number of the information set. */
  readonly #known = new Map<string, { label: string; moves: Written }>();

  constructor(tokens: Tokens, players: readonly string[], problems: ProblemList) {
    this.#tokens = tokens;
    this.#players = players;
    this.#problems = problems;
  }

  placeOf(node: GameNode): Place | undefined {
    const at = this.#at.get(node);
    return at && this.#tokens.place(at);
  }

  /** Every node, without recursion: a file may be one long chain. */
  tree(): GameNode {
    const open: Growing[] = [];
    for (;;) {
      const { node, growing } = this.#node();
      const parent = open.at(-1);
      if (parent) parent.moves[parent.grown++]!.next = node;
      if (growing) open.push(growing);
      while (open.length > 0 && open.at(-1)!.grown === open.at(-1)!.moves.length) {
        const complete = open.pop()!;
        if (open.length === 0) return complete.node;
      }
      if (open.length === 0) return node;
    }
  }

  #node(): { node: GameNode; growing?: Growing } {
    const tokens = this.#tokens;
    const advice = 'a node begins with c (chance), p (a player) or t (the end)';
    const start = tokens.expect('word', 'a node', advice);
    if (!['c', 'p', 't'].includes(start.text)) {
      tokens.fail('efg-node', `"${start.text}" does not begin a node`, start, advice);
    }
    if (this.#at.size >= gameLimits.nodes) {
      const message = `the game has more than ${gameLimits.nodes} nodes`;
      tokens.fail('game-too-large', message, start, 'split it, or solve it stage by stage');
    }
    const written = tokens.expect('text', 'the name of the node, in quotes (empty for none),').text;
    const name = written === '' ? {} : { name: written };
    if (start.text === 't') {
      const node: GameNode = { kind: 'end', ...name, ...this.#outcome() };
      this.#at.set(node, start);
      return { node };
    }
    const player = start.text === 'p' ? this.#player() : 0;
    const id = this.#whole('the number of the information set');
    const { label, moves: known } = this.#moves(player, id);
    const moves = known.map((move) => ({ ...move, next: unread }));
    const common = { ...name, ...this.#outcome(), moves };
    const node =
      player === 0
        ? ({ kind: 'chance', ...common } as GameNode)
        : ({
            kind: 'decision',
            player: player - 1,
            informationSet: String(id),
            ...(label === '' ? {} : { label }),
            ...common,
          } satisfies DecisionNode);
    this.#at.set(node, start);
    return { node, growing: { node, moves, grown: 0 } };
  }

  #player(): number {
    const token = this.#tokens.next;
    const player = this.#whole('the number of the player');
    if (player < 1 || player > this.#players.length) {
      const message = `there is no player ${player}`;
      this.#tokens.fail('no-such-player', message, token, `players are 1 to ${this.#players.length}`);
    }
    return player;
  }

  /** Name and list of moves, or the ones that this information set was given before. */
  #moves(player: number, id: number): { label: string; moves: Written } {
    const tokens = this.#tokens;
    const before = tokens.next;
    const key = `${player} ${id}`;
    const known = this.#known.get(key);
    const label = tokens.takeIf('text')?.text ?? known?.label ?? '';
    if (!tokens.takeIf('{')) {
      if (known) return known;
      const message = `information set ${id} has no moves yet`;
      tokens.fail(
        'efg-unknown-set',
        message,
        before,
        'its first node gives their names: { "accept" "reject" }',
      );
    }
    const moves: { action: string; probability?: number }[] = [];
    while (!tokens.takeIf('}')) {
      const action = tokens.expect('text', 'the name of a move, in quotes,').text;
      moves.push(player === 0 ? { action, probability: this.#number('its probability') } : { action });
      tokens.takeIf(',');
    }
    if (moves.length === 0) tokens.fail('moves-of-a-node', 'there are no moves', before);
    if (player === 0 && known) {
      const same =
        moves.length === known.moves.length &&
        moves.every((move, k) => move.probability === known.moves[k]!.probability);
      if (!same) {
        const message = `chance move ${id} has other probabilities elsewhere`;
        this.#problems.add('actions-disagree', message, tokens.place(before), 'give it a number of its own');
      }
    }
    const set = { label, moves };
    if (!known) this.#known.set(key, set);
    return set;
  }

  /** Number, and then name and payoffs, or those that the number was given before; 0 stands for none. */
  #outcome(): { outcome?: Outcome } {
    const tokens = this.#tokens;
    const token = tokens.next;
    const id = this.#whole('the number of the outcome (0 for none)');
    const name = tokens.takeIf('text')?.text;
    const open = tokens.takeIf('{');
    if (!open) {
      if (id === 0 && !name) return {};
      const known = this.#outcomes.get(id);
      if (known) return { outcome: known };
      return tokens.fail(
        'efg-unknown-outcome',
        `outcome ${id} was not given payoffs`,
        token,
        '{ 1, 0, 1/2 }',
      );
    }
    const payoffs: number[] = [];
    while (!tokens.takeIf('}')) {
      payoffs.push(this.#number('a payoff'));
      tokens.takeIf(',');
    }
    if (payoffs.length !== this.#players.length) {
      const message = `${payoffs.length} payoffs for ${this.#players.length} players`;
      this.#problems.add('payoffs-by-player', message, tokens.place(open), 'one a player, in their order');
    }
    const known = this.#outcomes.get(id);
    if (known && payoffs.every((payoff, i) => payoff === known.payoffs[i])) return { outcome: known };
    if (known) {
      const message = `outcome ${id} pays ${known.payoffs.join(', ')} elsewhere`;
      this.#problems.add('outcomes-disagree', message, tokens.place(open), 'give it a number of its own');
    }
    const outcome: Outcome = { ...(name ? { name } : {}), payoffs };
    // 0 is no outcome's number, but some programs write payoffs after it.
    if (id !== 0) this.#outcomes.set(id, outcome);
    return { outcome };
  }

  #whole(what: string): number {
    const token = this.#tokens.expect('number', what);
    if (!/^\d{1,9}$/.test(token.text)) {
      this.#tokens.fail('efg-not-whole', `${what} is not a whole number`, token, 'numbered from 1');
    }
    return Number(token.text);
  }

  #number(what: string): number {
    const token = this.#tokens.expect('number', what);
    const [above, below] = token.text.split('/');
    const value = below === undefined ? Number(above) : Number(above) / Number(below);
    if (!Number.isFinite(value)) {
      const message = `${token.text} is not a finite number`;
      this.#problems.add('not-a-number', message, this.#tokens.place(token));
      return 0;
    }
    return value;
  }
}

/** Stands for what follows a move until that is read. */
const unread: GameNode = { kind: 'end' };
