import type { Chart } from '../../charts/chart.ts';
import { drawChart } from '../../charts/draw/index.ts';
import { lightPalette } from '../../charts/palette.ts';

/** Pixels of a downloaded drawing, and of the picture for each of them. */
const width = 960;
const scale = 2;

/** Answers the buttons that give a chart away as SVG or PNG: drawn light and wide, whatever the page looks like. */
export function offerDownloads(chart: (id: string) => Promise<Chart | undefined>): void {
  document.getElementById('report')!.addEventListener('click', async ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const kind = target.dataset['download'];
    const id = target.closest<HTMLElement>('[data-chart]')?.dataset['chart'];
    if (kind === undefined || id === undefined) return;
    const shown = await chart(id);
    if (!shown) return;
    const svg = svgFile(shown);
    save(`${id}.${kind}`, kind === 'png' ? await pngFile(svg) : new Blob([svg], { type: 'image/svg+xml' }));
  });
}

function svgFile(chart: Chart): string {
  const drawn = drawChart(chart, { document, width, palette: lightPalette }) as unknown as SVGSVGElement;
  return new XMLSerializer().serializeToString(drawn);
}

async function pngFile(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture could be made'))), 'image/png'),
  );
}

function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(content);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
