// Writes docs/cases.md. Run after a build.
import { writeFileSync } from 'node:fs';
import { economy2024, lawOf } from '@usmca-sim/data';
import { casesPage } from './cases-page.js';
import { caseLibrary } from './dist/index.js';

const economy = economy2024();
const page = await casesPage({ economy, law: lawOf(economy), library: caseLibrary() });
writeFileSync(new URL('../docs/cases.md', import.meta.url), page);
