import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

// Makes the two files that every page carries: the script, which is the functions that made the report with the
// little that answers a reader, and the stylesheet. From the sources, so that it does not matter what is compiled.

const source = new URL('../src/page/', import.meta.url);
const out = new URL('../dist/page-bundle/', import.meta.url);

const [script] = await bundled(new URL('browser/main.ts', source));
const [style] = await bundled(new URL('page.css', source));
// Either would end the element that it stands in.
for (const text of [script, style]) {
  if (/<\/(script|style)|<!--/i.test(text))
    throw new Error('the bundle of the page holds the end of its element');
}
mkdirSync(out, { recursive: true });
writeFileSync(new URL('page.js', out), script);
writeFileSync(new URL('page.css', out), style);

/** @param {URL} entry */
async function bundled(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry.pathname],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    conditions: ['usmca-sim-source'],
    logLevel: 'warning',
  });
  return outputFiles.map(({ text }) => text);
}
