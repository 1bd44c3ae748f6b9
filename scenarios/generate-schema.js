// Writes scenario.schema.json, which editors use to complete and check cases. Run after a build.
import { writeFileSync } from 'node:fs';
import { scenarioJsonSchema } from '@usmca-sim/core';

const target = new URL('scenario.schema.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
