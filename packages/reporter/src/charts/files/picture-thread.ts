/// <reference types="node" />
import { setFlagsFromString } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { pictureOf, ready } from './picture.ts';

/** What the thread is asked. */
export interface PictureAsked {
  readonly svg: string;
  readonly scale: number;
}

// A few pictures are drawn sooner than V8 has made the rasteriser faster, which takes a second of computing.
setFlagsFromString('--liftoff-only');

await ready();

let last = Promise.resolve();
parentPort!.on('message', ({ svg, scale }: PictureAsked) => {
  // One after the other, so that they come back in their order.
  last = last.then(async () => parentPort!.postMessage(await pictureOf(svg, scale)));
});
