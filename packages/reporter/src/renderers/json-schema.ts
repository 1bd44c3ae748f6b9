import { z } from 'zod';

const cell = z.union([z.string(), z.number()]).nullable();
const words = z.array(z.string());

const column = z.strictObject({
  key: z.string().meta({ description: 'Kebab-case, unique in its table.' }),
  heading: z.string(),
  group: z.string().optional().meta({ description: 'Columns that stand together: those of one case.' }),
  kind: z.enum(['label', 'money', 'percent', 'points', 'rate', 'number']),
  unit: z.string().meta({ description: 'Of the values as they are stored here; empty for labels.' }),
  factor: z.number().optional().meta({ description: 'Brings money to the unit that the title names.' }),
  signed: z.boolean().optional().meta({ description: 'A change: shown with its sign.' }),
  decimals: z.number().optional(),
});

const table = z.strictObject({
  section: z.string().optional().meta({ description: 'Heading of the section that it stands in.' }),
  id: z.string().optional(),
  title: z.string(),
  columns: z.array(column),
  notes: words.optional(),
  rows: z.array(
    z.strictObject({
      cells: z.array(cell).meta({ description: 'One a column; null where there is nothing to say.' }),
      total: z.boolean().optional(),
    }),
  ),
});

const passage = z.strictObject({
  heading: z.string(),
  sentences: words.optional(),
  points: words.optional(),
});

const section = z.strictObject({
  id: z.string().meta({ description: 'Stable name, kebab-case, unique in the report.' }),
  heading: z.string(),
  sentences: words.optional(),
  points: words.optional(),
  passages: z.array(passage).optional(),
  code: words.optional(),
  listings: z.array(z.strictObject({ title: z.string(), text: z.string() })).optional(),
});

const manifest = z.strictObject({
  command: z.string(),
  versions: words,
  options: words,
  data: z.strictObject({
    id: z.string(),
    title: z.string(),
    hash: z.string(),
    lawHash: z.string(),
    year: z.number(),
  }),
});

const caseSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  question: z.string(),
  start: z.string(),
  ownBase: z.literal(true).optional(),
  changes: words,
  madeBy: z.record(z.string(), z.union([z.string(), z.number()])),
});

const assumption = z.strictObject({
  id: z.string(),
  label: z.string(),
  values: z.array(cell).meta({ description: 'One a case, in the order of `cases`.' }),
  unit: z.string(),
  source: z.string(),
  changedBy: words.meta({ description: 'Ids of cases.' }),
});

const fact = z.strictObject({
  case: z.string(),
  year: z.number(),
  horizon: z.enum(['base', 'transition', 'long-run', 'review']),
  measure: z.string(),
  importer: z.string(),
  exporter: z.string(),
  region: z.string(),
  sector: z.string(),
  value: z.number(),
  unit: z.string(),
});

/** The JSON document of a report, version 1. Charts and negotiations are open: their parts are many, and may grow. */
export const reportDocument = z.strictObject({
  format: z.literal('usmca-sim/report'),
  version: z.literal(1),
  title: z.string(),
  question: z.string().optional(),
  reference: z.string().optional().meta({ description: 'Id of the case that others are measured against.' }),
  manifest: manifest.optional(),
  cases: z.array(caseSummary).optional(),
  differs: words.optional(),
  findings: words.optional(),
  assumptions: z.array(assumption).optional(),
  warnings: words.optional(),
  sections: z.array(section),
  tables: z.array(table),
  charts: z
    .array(
      z.looseObject({
        id: z.string(),
        kind: z.string(),
        title: z.string(),
        unit: z.string(),
        description: z.string(),
        table,
      }),
    )
    .optional(),
  facts: z.array(fact).optional(),
  negotiations: z.array(z.looseObject({ case: z.string() })).optional(),
});

/** The JSON Schema (draft 7) of what `--format json` prints for a report. */
export function reportJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(reportDocument, { target: 'draft-7' }), title: 'A report of usmca-sim' };
}
