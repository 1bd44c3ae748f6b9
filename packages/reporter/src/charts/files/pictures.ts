/// <reference types="node" />
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { pictureOf } from './picture.ts';
import type { PictureAsked } from './picture-thread.ts';

/** Hands over pictures once they are made. */
type Pictures = () => Promise<Uint8Array[]>;

/**
 * Gets drawings as PNG pictures under way, in their order, on threads beside whatever else there is to do.
 *
 * @param draw makes the drawings, while the threads make themselves ready.
 * @param scale pixels of a picture for one of the drawing.
 */
export async function picturesBegun(
  draw: () => Promise<readonly string[]>,
  scale: number,
): Promise<Pictures> {
  const file = new URL('./picture-thread.js', import.meta.url);
  // From sources, which threads cannot read, pictures are made where they are asked for.
  if (!existsSync(fileURLToPath(file))) return picturesHere(await draw(), scale);
  const threads = Array.from({ length: Math.min(2, availableParallelism()) }, () => new Worker(file));
  const drawings = await draw().catch(async (error) => {
    await Promise.all(threads.map((thread) => thread.terminate()));
    throw error;
  });
  const shares = threads.map((thread, at) => {
    const own = drawings.filter((_, k) => k % threads.length === at);
    return picturesFrom(thread, own, scale).finally(() => thread.terminate());
  });
  const made = Promise.all(shares);
  // What fails meanwhile is told where it is awaited.
  made.catch(() => {});
  return async () => {
    const pictures = await made;
    return drawings.map((_, k) => pictures[k % threads.length]![Math.floor(k / threads.length)]!);
  };
}

function picturesHere(drawings: readonly string[], scale: number): Pictures {
  return async () => {
    const pictures: Uint8Array[] = [];
    for (const svg of drawings) pictures.push(await pictureOf(svg, scale));
    return pictures;
  };
}

function picturesFrom(thread: Worker, drawings: readonly string[], scale: number): Promise<Uint8Array[]> {
  return new Promise((resolve, reject) => {
    const pictures: Uint8Array[] = [];
    if (drawings.length === 0) resolve(pictures);
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('the thread that makes pictures has ended early')));
    thread.on('message', (picture: Uint8Array) => {
      if (pictures.push(picture) === drawings.length) resolve(pictures);
    });
    // All at once: whoever asks is busy meanwhile, and the thread would wait for the next.
    for (const svg of drawings) thread.postMessage({ svg, scale } satisfies PictureAsked);
  });
}
