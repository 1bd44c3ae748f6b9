import { pageColours } from '../charts/palette.ts';

/** What the page has beside the colours of its charts: links and what is chosen, grounds of code and of the row pointed at. */
const own = {
  light: '--accent: #990f3d; --tint: #f3f4f6; --row: #f6f1f3; color-scheme: light;',
  dark: '--accent: #ff9db4; --tint: #1f252c; --row: #241f24; color-scheme: dark;',
};

const light = `${pageColours.light} ${own.light}`;
const dark = `${pageColours.dark} ${own.dark}`;

/** As the system prefers unless the reader has said otherwise; paper is always light. */
export const colourRules = [
  `:root{${light}}`,
  `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`,
  `@media screen{:root[data-theme=dark]{${dark}}}`,
].join('\n');
