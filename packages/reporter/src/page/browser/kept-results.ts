import type { MadeOf } from '../../renderers/renderer.ts';
import { unpacked } from '../packed-results.ts';

/** The results that the page carries, unpacked when they are first asked for; undefined where it carries none. */
export function keptResults(): (() => Promise<MadeOf>) | undefined {
  const element = document.getElementById('results');
  if (!element) return undefined;
  let known: Promise<MadeOf> | undefined;
  return () => {
    known ??= unpackedText(element.textContent);
    return known;
  };
}

async function unpackedText(text: string): Promise<MadeOf> {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return unpacked(new Uint8Array(await new Response(stream).arrayBuffer())) as MadeOf;
}
