// Writes law/claims.json. Run after a build, and after the record of the law is compiled.
import { writeFileSync } from 'node:fs';
import { fitClaims } from './dist/claims.js';
import { economy2024, lawOf } from './dist/index.js';

const economy = economy2024();
const parameters = fitClaims(economy, lawOf(economy));
writeFileSync(new URL('law/claims.json', import.meta.url), `${JSON.stringify(parameters, null, 2)}\n`);
