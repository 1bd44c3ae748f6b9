import { z } from 'zod';
import { caseSchema, neededWithoutParent } from './case-schema.ts';

/**
 * The JSON Schema (draft 7) of a case, for editors: what they complete, explain and underline. Codes of regions,
 * sectors and measures are left to the command, which knows the data.
 */
export function scenarioJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(caseSchema, { target: 'draft-7', io: 'input' });
  return {
    ...schema,
    title: 'A case of usmca-sim',
    anyOf: [{ required: ['extends'] }, { required: [...neededWithoutParent] }],
  };
}
