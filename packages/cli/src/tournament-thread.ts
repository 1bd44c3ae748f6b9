import { parentPort, workerData } from 'node:worker_threads';
import { GameToPlay, playPart, type SolvedReviews, type TournamentPart } from '@usmca-sim/core/strategies';

/** What a thread is asked, one part at a time. */
export interface PartAsked {
  readonly at: number;
  readonly part: TournamentPart;
}

/** What it answers. */
export interface PartPlayed {
  readonly at: number;
  readonly figures: Float64Array;
}

const game = new GameToPlay(workerData as SolvedReviews);
parentPort!.on('message', ({ at, part }: PartAsked) => {
  const played: PartPlayed = { at, figures: playPart(game, part) };
  parentPort!.postMessage(played);
});
