import { renderers } from '../renderers/registry.ts';
import type { ReportDocument } from '../renderers/renderer.ts';
import type { Report } from '../report.ts';
import type { ReportFormat } from './report-format.ts';

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
      isApart: true,
      files: async (document: ReportDocument) => {
        const { picturesOf } = await import('../charts/files/pictures.ts');
        const drawings = await drawingsOf(document);
        const pictures = await picturesOf(
          drawings.map(({ svg }) => svg),
          pngScale,
        );
        return pictures.map((picture, at) => ({ name: `${drawings[at]!.id}.png`, pieces: [picture] }));
      },
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

interface Drawing {
  /** Of the chart. */
  readonly id: string;
  readonly svg: string;
}

/** Two formats want the drawings of a report. */
const drawn = new WeakMap<Report, readonly Drawing[]>();

async function drawingsOf({ report }: ReportDocument): Promise<readonly Drawing[]> {
  const { chartSvg } = await import('../charts/files/chart-files.ts');
  const drawings =
    drawn.get(report) ??
    report.sections
      .flatMap(({ charts = [] }) => charts)
      .map((chart) => ({ id: chart.id, svg: chartSvg(chart, { width: pictureWidth }) }));
  drawn.set(report, drawings);
  return drawings;
}
