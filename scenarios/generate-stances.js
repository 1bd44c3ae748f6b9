// Writes docs/stances.md. Run after a build.
import { writeFileSync } from 'node:fs';
import { economy2024, lawOf } from '@usmca-sim/data';
import { caseLibrary } from './dist/index.js';
import { stancesPage } from './stances-page.js';

const economy = economy2024();
const page = await stancesPage({ economy, law: lawOf(economy), library: caseLibrary() });
writeFileSync(new URL('../docs/stances.md', import.meta.url), page);
