import { shortened } from '../plain-text.ts';
import type { CaseSummary, Report } from '../report.ts';
import type { DrawnTwice } from './chart-html.ts';
import { escaped, sentenceHtml } from './html.ts';
import type { PageView } from './page-view.ts';
import { contentsHtml, sectionsHtml } from './section-html.ts';

/** What the page is put together from, beside the report. */
export interface PageParts {
  readonly draw: DrawnTwice;
  readonly style: string;
  readonly script: string;
  /** What the page may do, for its Content-Security-Policy. */
  readonly policy: string;
  /** What another view is made with; none where there is nothing to choose. */
  readonly kept?: {
    /** In characters that need no escaping: the results, and the script that makes a report of them. */
    readonly results: string;
    readonly maker: string;
    /** What the page begins with. */
    readonly view: PageView;
  };
}

/** The whole document. The script is at its end: what comes before is there to be read without it. */
export function pageHtml(report: Report, parts: PageParts): string {
  const { draw, style, script, policy, kept } = parts;
  const { title, question } = report;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="usmca-sim">
<title>${escaped(shortened(title, 120))}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#report">Skip to the report</a>
<header class="masthead">
<p class="kicker">${escaped(kicker(report))}</p>
<h1>${sentenceHtml(
    title,
    (report.cases ?? []).map(({ id }) => id),
  )}</h1>
${question ? `<p class="question">${escaped(question)}</p>` : ''}
${casesHtml(report)}
<button type="button" id="theme" hidden>Dark</button>
</header>
<nav class="contents" aria-label="Contents"><h2>Contents</h2><ol id="contents">${contentsHtml(report)}</ol></nav>
<div class="body">
${kept ? controlsHtml(report.cases ?? [], kept.view) : ''}
<main id="report">
${sectionsHtml(report, draw)}
</main>
<footer><p>${escaped(madeBy(report))}</p></footer>
</div>
${kept ? keptHtml('results', kept.results) + keptHtml('report-maker', kept.maker) : ''}
<script>${script}</script>
</body>
</html>
`;
}

function kicker({ cases = [], manifest }: Report): string {
  return [
    'usmca-sim',
    ...(cases.length > 1 ? [`${cases.length} cases side by side`] : []),
    ...(manifest ? [`base year ${manifest.data.year}`] : []),
  ].join(' · ');
}

/** The cases by name: what the headings of columns stand for. */
function casesHtml({ cases = [], reference }: Report): string {
  if (cases.length < 2) return '';
  const lines = cases.map(
    ({ id, title }) =>
      `<div><dt>${escaped(id)}</dt><dd>${escaped(shortened(title, 160))}${id === reference ? ' <span class="tag" id="reference-of-report">reference</span>' : ''}</dd></div>`,
  );
  return `<dl class="cases" id="cases">${lines.join('')}</dl>`;
}

/** What the reader chooses; the script shows it, for it does nothing without. */
function controlsHtml(cases: readonly CaseSummary[], { reference, show }: PageView): string {
  const option = (value: string, text: string, chosen: boolean) =>
    `<option value="${escaped(value)}"${chosen ? ' selected' : ''}>${escaped(shortened(text, 60))}</option>`;
  const shows = [
    ['levels', 'Level'],
    ['differences', 'Difference'],
    ['percent', 'Percent'],
  ] as const;
  const radio = ([value, text]: (typeof shows)[number]) =>
    `<label><input type="radio" name="show" value="${value}"${value === show ? ' checked' : ''}><span>${text}</span></label>`;
  return `<form class="controls" id="controls" aria-label="What the report shows" hidden>
${
  reference === undefined
    ? ''
    : `<label class="reference">Against <select name="reference">${cases.map(({ id }) => option(id, id, id === reference)).join('')}</select></label>
<fieldset><legend class="unseen">Beside the level of each case</legend>${shows.map(radio).join('')}</fieldset>`
}
<label class="sectors">Sectors <input type="search" name="sectors" placeholder="vehicles, steel" autocomplete="off"></label>
<p class="unseen" role="status" id="status"></p>
</form>
<p class="note" id="only-as-written" hidden>This browser cannot unpack the results that the page carries: it shows the report as it was written, and nothing can be chosen.</p>`;
}

function keptHtml(id: string, packed: string): string {
  return `<script type="application/octet-stream" id="${id}">${packed}</script>`;
}

function madeBy({ manifest }: Report): string {
  if (!manifest) return 'Made with usmca-sim.';
  const { versions, data } = manifest;
  return `Made with ${versions.join(', ')}. Data: ${data.title}, ${data.year}, hash ${data.hash}.`;
}
