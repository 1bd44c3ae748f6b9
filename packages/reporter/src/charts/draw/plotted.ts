import { type PlotOptions, plot } from '@observablehq/plot';
import type { Pen, SvgElement } from './pen.ts';

/** Colours and opacities are what they say, no scales. */
const bare = { axis: null, margin: 0, color: { type: 'identity' }, opacity: { type: 'identity' } };

export interface Plotted {
  readonly element: SvgElement;
  /** Where a value of the horizontal or vertical axis lies, in pixels of the plot. */
  x(value: unknown): number;
  y(value: unknown): number;
}

type PlotPart = SvgElement & { readonly tagName: string; removeAttribute(name: string): void };

/**
 * What Observable Plot draws of lines, bars and points, without axes and words: those are written with our own sizes of
 * letters, so that they never meet. Without Plot's style sheet too, which would reach the page around it.
 */
export function plotted(pen: Pen, options: PlotOptions): Plotted {
  const { document } = pen as { document: unknown };
  const figure = plot({ ...bare, ...options, document } as PlotOptions) as unknown as {
    readonly childNodes: Iterable<PlotPart>;
    scale(name: string): { apply(value: unknown): number } | undefined;
  };
  const parts = [...figure.childNodes].filter(({ tagName }) => tagName.toLowerCase() !== 'style');
  // Names of kinds of marks: a picture has one name, and its parts, which are no elements of a page, may have none.
  for (const part of parts) part.removeAttribute('aria-label');
  const along = (name: string) => (value: unknown) => figure.scale(name)?.apply(value) ?? 0;
  return { element: pen.element('g', { fill: 'none' }, parts), x: along('x'), y: along('y') };
}
