import type { Palette } from '../palette.ts';
import { fitted, textWidth } from './text-width.ts';

/** As much of a DOM as drawing needs: a browser's `document` and linkedom's both are one. */
export interface SvgDocument {
  createElementNS(namespace: string, name: string): SvgElement;
}

export interface SvgElement {
  readonly outerHTML: string;
  textContent: string | null;
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
  append(...children: SvgElement[]): void;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Pixels that it may take: longer text is cut with an ellipsis, and whole in its `title`. */
  readonly most?: number;
}

/** What every drawing draws with. */
export interface Pen {
  readonly document: SvgDocument;
  readonly palette: Palette;
  element(name: string, attributes?: Attributes, children?: readonly SvgElement[]): SvgElement;
  /** Text with its baseline at `y`. */
  text(x: number, y: number, text: string, style?: TextStyle): SvgElement;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Sizes of letters in pixels. */
export const sizes = { heading: 13, label: 12, small: 11 } as const;

export function penOf(document: SvgDocument, palette: Palette): Pen {
  function element(name: string, attributes: Attributes = {}, children: readonly SvgElement[] = []) {
    const made = document.createElementNS(svgNamespace, name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined) made.setAttribute(key, typeof value === 'number' ? rounded(value) : value);
    }
    made.append(...children);
    return made;
  }
  return {
    document,
    palette,
    element,
    text(x, y, whole, { size = sizes.label, bold = false, fill = palette.text, anchor, most } = {}) {
      const text = visible(whole);
      const shown = most === undefined ? text : fitted(text, most, size, bold);
      const made = element('text', {
        x,
        y,
        fill,
        'font-size': size,
        'font-weight': bold ? 600 : undefined,
        'text-anchor': anchor === 'start' ? undefined : anchor,
      });
      made.textContent = shown;
      if (shown !== text) made.append(titled(element('title'), text));
      return made;
    },
  };
}

/** Text without what no file may hold or nobody sees: control characters, marks that reorder, half letters. */
export function visible(text: string): string {
  return text.replace(/\p{C}+/gu, ' ').trim();
}

export function titled(title: SvgElement, text: string): SvgElement {
  title.textContent = visible(text);
  return title;
}

/** Width of a text in the style in which a pen writes it. */
export function widthOf(text: string, { size = sizes.label, bold = false }: TextStyle = {}): number {
  return textWidth(visible(text), size, bold);
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}
