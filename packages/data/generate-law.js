// Writes law/law.json from the measures and tables beside it. Run after a build.
import { writeFileSync } from 'node:fs';
import { economy2024 } from './dist/index.js';
import { compileLaw, writeLaw } from './dist/law/compile-law.js';

writeFileSync(new URL('law/law.json', import.meta.url), writeLaw(compileLaw(economy2024())));
