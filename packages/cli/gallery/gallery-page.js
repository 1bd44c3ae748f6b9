import { chartSvg } from '@usmca-sim/reporter/chart-files';

/** Pixels: as wide as the text of a page. */
const width = 760;

/**
 * The gallery of the documentation, by path under `docs`: the page, and a picture a chart.
 *
 * @param {readonly import('./real-charts.js').Group[]} groups
 * @returns {Map<string, string>}
 */
export function galleryFiles(groups) {
  /** @type {Map<string, string>} */
  const files = new Map();
  const parts = [head];
  for (const { heading, name, command, charts } of groups) {
    parts.push(`## ${heading}`, `\`${command}\``);
    for (const chart of charts) {
      const path = `gallery/${name}-${chart.id}.svg`;
      files.set(path, chartSvg(chart, { width }));
      parts.push(`![${plain(`${chart.title}. ${chart.description}`)}](${path})`);
    }
  }
  files.set('gallery.md', `${parts.join('\n\n')}\n`);
  return files;
}

const head = `# Gallery of charts

Every chart that a report can hold, drawn from cases of the library with the embedded data of 2024. Titles are written
from the results by rules. This page and its pictures are written by \`pnpm run generate\`.`;

/** What would end the words of a Markdown picture. @param {string} text */
function plain(text) {
  return text.replace(/[[\]\\]/g, '');
}
