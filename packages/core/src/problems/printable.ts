/**
 * Text from outside, fit to be shown: it is shown, never obeyed. Control characters of both sets (C0, C1), which could
 * move the cursor or recolour a terminal, line separators, and marks that reorder or hide letters are replaced; tabs
 * and line feeds stay.
 *
 * @param instead what stands in their place.
 */
export function printable(text: string, instead = '\ufffd'): string {
  return text.replace(acting, instead);
}

const acting =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being taken out
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
