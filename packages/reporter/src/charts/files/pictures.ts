/// <reference types="node" />
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { pictureOf } from './picture.ts';
import type { PictureAsked } from './picture-thread.ts';

/** Hands over pictures once they are made. */
type Pictures = () => Promise<Uint8Array[]>;

/**
 * Gets drawings as PNG pictures under way, in their order, on a thread beside whatever else there is to do.
 *
 * @param draw makes the drawings, while the thread makes itself ready.
 * @param scale pixels of a picture for one of the drawing.
 */
export async function picturesBegun(
  draw: () => Promise<readonly string[]>,
  scale: number,
): Promise<Pictures> {
  const file = new URL('./picture-thread.js', import.meta.url);
  // From sources, which threads cannot read, pictures are made where they are asked for.
  if (!existsSync(fileURLToPath(file))) return picturesHere(await draw(), scale);
  const thread = new Worker(file);
  const drawings = await draw();
  const made = picturesFrom(thread, drawings, scale).finally(() => thread.terminate());
  // What fails meanwhile is told where it is awaited.
  made.catch(() => {});
  return () => made;
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
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('the thread that makes pictures has ended early')));
    thread.on('message', (picture: Uint8Array) => {
      if (pictures.push(picture) === drawings.length) resolve(pictures);
    });
    // All at once: whoever asks is busy meanwhile, and the thread would wait for the next.
    for (const svg of drawings) thread.postMessage({ svg, scale } satisfies PictureAsked);
  });
}
