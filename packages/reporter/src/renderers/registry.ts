import { csvRenderer } from './csv.ts';
import { jsonRenderer } from './json.ts';
import { markdownRenderer } from './markdown.ts';
import type { Renderer } from './renderer.ts';
import { textRenderer } from './text.ts';

/** Every way of writing a report down, by the name that `--format` takes. */
export const renderers: ReadonlyMap<string, Renderer> = new Map(
  [textRenderer, markdownRenderer, csvRenderer, jsonRenderer].map((renderer) => [renderer.id, renderer]),
);
