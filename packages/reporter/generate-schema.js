// Writes the schema of the JSON that a report is. Run after a build.
import { writeFileSync } from 'node:fs';
import { reportJsonSchema } from '@usmca-sim/reporter/schema';

const schema = JSON.stringify(reportJsonSchema(), null, 2);
writeFileSync(new URL('report.schema.json', import.meta.url), `${schema}\n`);
