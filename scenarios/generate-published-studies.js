// Writes docs/published-studies.md. Run after a build.
import { writeFileSync } from 'node:fs';
import { economy2024, lawOf, publishedFigures } from '@usmca-sim/data';
import { caseLibrary } from './dist/index.js';
import { publishedStudies } from './published-studies.js';

const economy = economy2024();
const page = await publishedStudies({
  economy,
  law: lawOf(economy),
  library: caseLibrary(),
  figures: publishedFigures(),
});
writeFileSync(new URL('../docs/published-studies.md', import.meta.url), page);
