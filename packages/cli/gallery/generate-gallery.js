// Writes docs/gallery.md and the pictures in docs/gallery/. Run after a build.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { galleryFiles } from './gallery-page.js';
import { realCharts } from './real-charts.js';

const docs = new URL('../../../docs/', import.meta.url);
const files = galleryFiles(await realCharts());
rmSync(new URL('gallery/', docs), { recursive: true, force: true });
mkdirSync(new URL('gallery/', docs), { recursive: true });
for (const [path, text] of files) writeFileSync(new URL(path, docs), text);
