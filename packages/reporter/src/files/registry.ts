import { renderers } from '../renderers/registry.ts';
import type { ReportDocument } from '../renderers/renderer.ts';
import type { Report } from '../report.ts';
import type { ReportFile, ReportFormat } from './report-format.ts';

/** Pixels across a picture of a chart, and pixels of a PNG for one of these. */
const pictureWidth = 960;
const pngScale = 1.5;

/** Every way of writing a report to disk, by the name that `--formats` takes. */
export const reportFormats: ReadonlyMap<string, ReportFormat> = new Map(
  [
    {
      id: 'html',
      what: 'a page for any browser, without network',
      files: async (document: ReportDocument) => {
        const { renderPage } = await import('../page/render-page.ts');
        return [{ name: 'report.html', pieces: [await renderPage(document)] }];
      },
    },
    rendered('md', 'Markdown'),
    rendered('csv', 'facts, one a row, with units'),
    rendered('json', 'the whole report and its facts for programs'),
    {
      id: 'xlsx',
      what: 'a spreadsheet, one sheet a table',
      files: async ({ report }: ReportDocument) => {
        const { spreadsheet } = await import('./spreadsheet.ts');
        return [{ name: 'report.xlsx', pieces: [await spreadsheet(report)] }];
      },
    },
    {
      id: 'svg',
      what: 'each chart as a drawing',
      files: async (document: ReportDocument) =>
        (await drawingsOf(document)).map(({ id, svg }) => ({ name: `${id}.svg`, pieces: [svg] })),
    },
    {
      id: 'png',
      what: 'each chart as a picture',
      files: async (document: ReportDocument) => (await beginPictures(document))(),
      begin: beginPictures,
    },
  ].map((format: ReportFormat) => [format.id, format]),
);

/** A renderer of text as a format of files. */
function rendered(id: string, what: string): ReportFormat {
  const renderer = renderers.get(id)!;
  return {
    id,
    what,
    files: async (document) => [{ name: renderer.fileName, pieces: renderer.render(document, {}) }],
  };
}

async function beginPictures(document: ReportDocument): Promise<() => Promise<ReportFile[]>> {
  const charts = chartsOf(document);
  if (charts.length === 0) return async () => [];
  const { picturesBegun } = await import('../charts/files/pictures.ts');
  const draw = async () => (await drawingsOf(document)).map(({ svg }) => svg);
  const pictures = await picturesBegun(draw, pngScale);
  return async () =>
    (await pictures()).map((picture, at) => ({ name: `${charts[at]!.id}.png`, pieces: [picture] }));
}

const chartsOf = ({ report }: ReportDocument) => report.sections.flatMap(({ charts = [] }) => charts);

interface Drawing {
  /** Of the chart. */
  readonly id: string;
  readonly svg: string;
}

/** Two formats want the drawings of a report. */
const drawn = new WeakMap<Report, readonly Drawing[]>();

async function drawingsOf(document: ReportDocument): Promise<readonly Drawing[]> {
  const { chartSvg } = await import('../charts/files/chart-files.ts');
  const drawings =
    drawn.get(document.report) ??
    chartsOf(document).map((chart) => ({ id: chart.id, svg: chartSvg(chart, { width: pictureWidth }) }));
  drawn.set(document.report, drawings);
  return drawings;
}
