/** Pixels of a picture for each of its drawing. */
const scale = 2;

/**
 * Answers the buttons that give a chart away as SVG or PNG.
 *
 * @param drawing the chart of that id as it is shown.
 */
export function offerDownloads(drawing: (id: string) => Promise<string | undefined>): void {
  document.getElementById('report')!.addEventListener('click', async ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const kind = target.dataset['download'];
    const id = target.closest<HTMLElement>('[data-chart]')?.dataset['chart'];
    if (kind === undefined || id === undefined) return;
    const svg = await drawing(id);
    if (svg === undefined) return;
    save(`${id}.${kind}`, kind === 'png' ? await pngFile(svg) : new Blob([svg], { type: 'image/svg+xml' }));
  });
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
