import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { GameToPlay, playPart, type SolvedReviews, type TournamentPart } from '@usmca-sim/core/strategies';
import type { PartPlayed } from './tournament-thread.ts';

/** Told after each part: games played so far. */
type Progress = (games: number) => void;

/**
 * Plays the parts of a tournament on some threads, each of which takes the next part when it is done with one.
 *
 * @returns figures by part, in the order of the parts: the same on any number of threads.
 */
export async function playParts(
  game: SolvedReviews,
  parts: readonly TournamentPart[],
  workers: number,
  progress: Progress,
): Promise<Float64Array[]> {
  // From sources, which threads cannot read, games are played where they are asked for.
  const thread = new URL('./tournament-thread.js', import.meta.url);
  const count = Math.min(workers, parts.length);
  return count > 1 && existsSync(fileURLToPath(thread))
    ? onThreads(game, parts, count, thread, progress)
    : here(game, parts, progress);
}

async function here(
  solved: SolvedReviews,
  parts: readonly TournamentPart[],
  progress: Progress,
): Promise<Float64Array[]> {
  const game = new GameToPlay(solved);
  const figures: Float64Array[] = [];
  let games = 0;
  for (const part of parts) {
    figures.push(playPart(game, part));
    games += part.games;
    progress(games);
    // An interrupt is heard between two parts.
    await setImmediate();
  }
  return figures;
}

async function onThreads(
  { year, values, solution }: SolvedReviews,
  parts: readonly TournamentPart[],
  count: number,
  file: URL,
  progress: Progress,
): Promise<Float64Array[]> {
  const figures: Float64Array[] = [];
  const threads: Worker[] = [];
  let next = 0;
  let games = 0;
  const play = (thread: Worker) =>
    new Promise<void>((resolve, reject) => {
      const ask = () => {
        if (next >= parts.length) return resolve();
        const at = next++;
        thread.postMessage({ at, part: parts[at]! });
      };
      thread.on('message', (played: PartPlayed) => {
        figures[played.at] = played.figures;
        games += parts[played.at]!.games;
        progress(games);
        ask();
      });
      thread.on('error', reject);
      thread.on('exit', () => reject(new Error('a thread of the tournament has ended early')));
      ask();
    });
  try {
    for (let k = 0; k < count; k++)
      threads.push(new Worker(file, { workerData: { year, values, solution } }));
    await Promise.all(threads.map(play));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return figures;
}
