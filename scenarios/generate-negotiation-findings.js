// Writes docs/negotiation-findings.md. Run after a build.
import { writeFileSync } from 'node:fs';
import { economy2024, lawOf } from '@usmca-sim/data';
import { caseLibrary } from './dist/index.js';
import { negotiationFindings } from './negotiation-findings.js';

const economy = economy2024();
const page = await negotiationFindings({ economy, law: lawOf(economy), library: caseLibrary() });
writeFileSync(new URL('../docs/negotiation-findings.md', import.meta.url), page);
