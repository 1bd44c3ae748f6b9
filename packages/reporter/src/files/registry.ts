import type { Chart } from '../charts/chart.ts';
import { renderers } from '../renderers/registry.ts';
import type { ReportDocument } from '../renderers/renderer.ts';
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
      files: async (document: ReportDocument) => {
        const { chartSvg } = await import('../charts/files/chart-files.ts');
        return chartsOf(document).map((chart) => ({
          name: `${chart.id}.svg`,
          pieces: [chartSvg(chart, { width: pictureWidth })],
        }));
      },
    },
    {
      id: 'png',
      what: 'each chart as a picture',
      files: async (document: ReportDocument) => {
        const { chartPng } = await import('../charts/files/chart-files.ts');
        const files: ReportFile[] = [];
        for (const chart of chartsOf(document)) {
          const picture = await chartPng(chart, { width: pictureWidth, scale: pngScale });
          files.push({ name: `${chart.id}.png`, pieces: [picture] });
        }
        return files;
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

function chartsOf({ report }: ReportDocument): Chart[] {
  return report.sections.flatMap(({ charts }) => charts ?? []);
}
