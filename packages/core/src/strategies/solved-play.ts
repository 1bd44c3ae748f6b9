import { bestMove, type LegalMove, type Random, type Strategy } from './strategy.ts';

export const bestResponse: Strategy = {
  id: 'best-response',
  title: 'Best response',
  rule: 'Makes the move that is worth most to it if everybody goes on as the solved game does; of equals the first.',
  choose: ({ moves }) => bestMove(moves),
};

export const quantal: Strategy = {
  id: 'quantal',
  title: 'Quantal',
  rule: 'Makes each move with the probability that it has in the solved game.',
  choose: ({ moves }, random) => drawn(moves, random),
};

export const random: Strategy = {
  id: 'random',
  title: 'Random',
  rule: 'Makes each legal move with the same probability.',
  choose: ({ moves }, random) => Math.floor(random() * moves.length),
};

function drawn(moves: readonly LegalMove[], random: Random): number {
  let left = random();
  let last = 0;
  for (const [k, { probability }] of moves.entries()) {
    if (probability <= 0) continue;
    if (left < probability) return k;
    left -= probability;
    last = k;
  }
  return last;
}
