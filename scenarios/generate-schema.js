// Writes the schemas that editors use to complete and check cases, tables and stances. Run after a build.
import { writeFileSync } from 'node:fs';
import { scenarioJsonSchema, stanceJsonSchema, tableJsonSchema } from '@usmca-sim/core';

const schemas = {
  'scenario.schema.json': scenarioJsonSchema(),
  'table.schema.json': tableJsonSchema(),
  'stance.schema.json': stanceJsonSchema(),
};
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
