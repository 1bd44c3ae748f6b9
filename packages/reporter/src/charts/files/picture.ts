/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { pngBytes } from './png-bytes.ts';

const require = createRequire(import.meta.url);

/**
 * A drawing as a PNG picture, with the font that travels with the package.
 *
 * @param scale pixels of the picture for one of the drawing.
 */
export async function pictureOf(svg: string, scale: number): Promise<Uint8Array> {
  await ready();
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontBuffers: fonts(), defaultFontFamily: 'Public Sans', loadSystemFonts: false } as object,
  });
  const picture = drawing.render();
  try {
    const { width, height, pixels } = picture;
    return await pngBytes({ width, height, pixels });
  } finally {
    picture.free();
    drawing.free();
  }
}

let starting: Promise<void> | undefined;

/** Reads fonts and makes the rasteriser ready, which is WebAssembly; once. */
export function ready(): Promise<void> {
  fonts();
  starting ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return starting;
}

let read: Uint8Array[] | undefined;

function fonts(): Uint8Array[] {
  read ??= [
    require.resolve('@expo-google-fonts/public-sans/400Regular/PublicSans_400Regular.ttf'),
    require.resolve('@expo-google-fonts/public-sans/600SemiBold/PublicSans_600SemiBold.ttf'),
  ].map((file) => readFileSync(file));
  return read;
}
