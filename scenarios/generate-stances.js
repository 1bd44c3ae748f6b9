// Writes docs/stances.md. Run after a build.
import { writeFileSync } from 'node:fs';
import { economy2024 } from '@usmca-sim/data';
import { caseLibrary } from './dist/index.js';
import { stancesPage } from './stances-page.js';

writeFileSync(new URL('../docs/stances.md', import.meta.url), stancesPage(caseLibrary(), economy2024()));
