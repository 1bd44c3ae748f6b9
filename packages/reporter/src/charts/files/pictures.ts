/// <reference types="node" />
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { pictureOf } from './picture.ts';
import type { PictureAsked } from './picture-thread.ts';

/**
 * Drawings as PNG pictures, in their order, made on a thread beside whatever else there is to do.
 *
 * @param scale pixels of a picture for one of the drawing.
 */
export async function picturesOf(drawings: readonly string[], scale: number): Promise<Uint8Array[]> {
  // From sources, which threads cannot read, pictures are made where they are asked for.
  const thread = new URL('./picture-thread.js', import.meta.url);
  if (drawings.length > 0 && existsSync(fileURLToPath(thread))) return onThread(drawings, scale, thread);
  const pictures: Uint8Array[] = [];
  for (const svg of drawings) pictures.push(await pictureOf(svg, scale));
  return pictures;
}

async function onThread(drawings: readonly string[], scale: number, file: URL): Promise<Uint8Array[]> {
  const thread = new Worker(file);
  try {
    return await new Promise((resolve, reject) => {
      const pictures: Uint8Array[] = [];
      thread.on('error', reject);
      thread.on('exit', () => reject(new Error('the thread that makes pictures has ended early')));
      const ask = () => {
        const svg = drawings[pictures.length];
        if (svg === undefined) resolve(pictures);
        else thread.postMessage({ svg, scale } satisfies PictureAsked);
      };
      thread.on('message', (picture: Uint8Array) => {
        pictures.push(picture);
        ask();
      });
      ask();
    });
  } finally {
    await thread.terminate();
  }
}
