/** The report as one self-contained HTML page. Reads the bundle that the build has made of `browser/`. */
export { renderPage } from './render-page.ts';
