import type { ExtensiveGame, Outcome } from './extensive-game.ts';
import { exactShares, plainDecimal } from './written-numbers.ts';

/**
 * Writes a game in Gambit's format. Probabilities of chance are fractions that add up to exactly 1, as Gambit asks;
 * payoffs are decimals that read back as the same numbers. Information sets whose id is not a number are numbered in
 * the order of the tree, and keep their id as label.
 *
 * @param game its `comment` is the place for conventions, such as what λ refers to.
 */
export function writeEfg(game: ExtensiveGame): string {
  const lines = [
    `EFG 2 R ${quote(game.title)} { ${game.players.map(quote).join(' ')} }`,
    quote(game.comment ?? ''),
    '',
  ];
  const setNumbers = numberSets(game);
  const outcomes = new Map<Outcome, number>();
  let chances = 0;

  const written = (outcome: Outcome | undefined): string => {
    if (!outcome) return '0';
    const known = outcomes.get(outcome);
    if (known !== undefined) return `${known}`;
    outcomes.set(outcome, outcomes.size + 1);
    const payoffs = outcome.payoffs.map(plainDecimal).join(', ');
    return `${outcomes.size} ${quote(outcome.name ?? '')} { ${payoffs} }`;
  };

  for (const { node, informationSet } of game.positions) {
    const name = quote(node.name ?? '');
    if (node.kind === 'end') {
      lines.push(`t ${name} ${written(node.outcome)}`);
    } else if (node.kind === 'chance') {
      const shares = exactShares(node.moves.map(({ probability }) => probability));
      const moves = node.moves.map(({ action }, k) => `${quote(action)} ${shares[k]}`).join(' ');
      lines.push(`c ${name} ${++chances} "" { ${moves} } ${written(node.outcome)}`);
    } else {
      const { player, label, actions } = game.informationSets[informationSet]!;
      const number = setNumbers[informationSet]!;
      // A label that only repeats the number says nothing.
      const shown = quote(label === String(number) ? '' : label);
      lines.push(
        `p ${name} ${player + 1} ${number} ${shown} { ${actions.map(quote).join(' ')} } ${written(node.outcome)}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function numberSets({ players, informationSets }: ExtensiveGame): number[] {
  const numbers: number[] = [];
  for (const player of players.keys()) {
    const own = informationSets.filter((set) => set.player === player);
    const numbered = own.every(({ id }) => /^[1-9]\d{0,8}$/.test(id));
    own.forEach(({ id }, k) => {
      numbers.push(numbered ? Number(id) : k + 1);
    });
  }
  return numbers;
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
