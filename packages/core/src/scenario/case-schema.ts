import { z } from 'zod';

/*
 * The written form of a case. Keys are kebab-case, words that stand for codes are checked later against the
 * economy and the law: what is possible there depends on the data, not on the form. Each `error` completes the
 * sentence `"key" ...`.
 */

const text = z.string({ error: 'must be text' }).regex(/\S/, { error: 'must not be empty' });
const texts = z.array(text, { error: 'must be a list of texts' });
const word = z.string({ error: 'must be a word' }).regex(/\S/, { error: 'must not be empty' });
const oneOrMore = z.union([word, z.array(word).min(1, { error: 'must name at least one' })], {
  error: 'must be a word or a list of words',
});
const date = z
  .string({ error: 'must be a date such as 2025-09-01' })
  .meta({ format: 'date', examples: ['2025-09-01'] });
const quantity = z.union([z.number(), z.string()], {
  error: 'must be a number, a percentage such as 25%, or a formula',
});
const bound = z.union([z.number(), z.string()], {
  error: 'must be a number of percent such as -5',
});

const importer = oneOrMore.describe('Who buys: a region code, a list of codes, parties, or all').meta({
  examples: ['USA', ['CAN', 'MEX'], 'parties', 'all'],
});
const exporter = oneOrMore.describe('Who sells: a region code, a list of codes, parties, or all').meta({
  examples: ['CAN', ['CAN', 'MEX'], 'parties', 'all'],
});
const scope = {
  importer,
  exporter,
  sectors: oneOrMore
    .describe('What is traded: goods, services, all, a sector code or a list of codes')
    .meta({ examples: ['goods', 'VEH', ['STL', 'NFM']] }),
};
const share = quantity
  .describe('Part of the flow that bears it, by value in the base year; everything where absent')
  .meta({ examples: ['60%'] })
  .optional();
const timing = {
  on: date.describe('First day in force'),
  until: date.describe('First day no longer in force').optional(),
  because: text.describe('Why the case makes this change').optional(),
};

/** The kinds of change, each under the verb that marks it. */
export const changeKinds = {
  impose: z
    .strictObject({
      impose: quantity.describe('Duty added to the ordinary duty').meta({ examples: ['25%'] }),
      ...scope,
      share,
      ...timing,
    })
    .describe('Adds a duty to the ordinary duty'),
  lift: z
    .strictObject({
      lift: oneOrMore
        .describe('Measures of the starting law that end: an id or a list of ids')
        .meta({ examples: ['canada-list-of-march-4'] }),
      ...timing,
    })
    .describe('Ends measures that are in force at the start'),
  'ordinary-duty': z
    .strictObject({
      'ordinary-duty': quantity
        .describe('Duty that takes the place of the ordinary one')
        .meta({ examples: ['2.5%'] }),
      ...scope,
      ...timing,
    })
    .describe('Replaces the ordinary duty'),
  ban: z
    .strictObject({
      ban: quantity
        .describe('Part of the flow that may not be imported, or all')
        .meta({ examples: ['20%', 'all'] }),
      ...scope,
      ...timing,
    })
    .describe('Forbids imports'),
  'trade-cost': z
    .strictObject({
      'trade-cost': quantity
        .describe('Relative change of the cost of delivery, other than duty')
        .meta({ examples: ['-5%'] }),
      ...scope,
      ...timing,
    })
    .describe('Makes delivery cheaper or dearer'),
  duties: z
    .strictObject({
      duties: word
        .describe(
          'CSV file beside the case with columns importer, exporter, sector, rate and, if need be, share',
        )
        .meta({ examples: ['duties.csv'] }),
      as: z
        .enum(['additional', 'ordinary'], {
          error: 'must be "additional" or "ordinary"',
        })
        .describe('Added to the ordinary duty, or in its place'),
      ...timing,
    })
    .describe('Sets duties from a table'),
};

export type Verb = keyof typeof changeKinds;
export const verbs = Object.keys(changeKinds) as Verb[];

export const expectationSchema = z.strictObject({
  measure: word
    .describe('What is looked at')
    .meta({ examples: ['trade-flow', 'exports', 'imports', 'real-income'] }),
  importer: word.describe('For measures of a flow').optional(),
  exporter: word.describe('For measures of a flow').optional(),
  region: word.describe('For measures of a region').optional(),
  sector: word.describe('One sector; all of them together where absent').optional(),
  against: word
    .describe('What the change is measured against: base, or the id of another case')
    .meta({ examples: ['base'] })
    .optional(),
  above: bound.describe('The change in percent is above this; points for duties').optional(),
  below: bound.describe('The change in percent is below this; points for duties').optional(),
  order: z
    .array(word, { error: 'must be a list of region codes' })
    .min(2, { error: 'must name at least two regions' })
    .describe('Regions from the largest change to the smallest')
    .meta({ examples: [['CAN', 'MEX', 'USA']] })
    .optional(),
  because: text.describe('Why the author expects it'),
});

export const elasticitiesSchema = z.strictObject({
  set: word.describe('The named set to begin with').optional(),
  sectors: z
    .record(z.string(), quantity, {
      error: 'must be a mapping of sector codes to numbers',
    })
    .describe('Sectors with an elasticity of their own')
    .meta({ examples: [{ VEH: 3 }] })
    .optional(),
});

export const caseSchema = z
  .strictObject({
    title: text.describe('What happens in this case, in one line'),
    question: text.describe('The question that the case answers').optional(),
    author: text.describe('Who wrote the case').optional(),
    date: date.describe('The day the case was written or speaks of').optional(),
    sources: texts.describe('Where its facts come from').optional(),
    'leaves-out': texts.describe('What the case cannot capture').optional(),
    extends: word
      .describe('The case that this one varies: an id, or a file beside this one')
      .meta({ examples: ['us-25-on-both'] })
      .optional(),
    start: word
      .describe('The law that the case starts from: a named situation, or a date')
      .meta({ examples: ['before-2025', 'august-2025', '2025-08-31'] })
      .optional(),
    quantities: z
      .record(z.string(), quantity, {
        error: 'must be a mapping of names to numbers',
      })
      .describe('Named numbers, for use in formulas')
      .meta({ examples: [{ steel: '25%', half: 'steel / 2' }] })
      .optional(),
    changes: z
      .array(z.union(Object.values(changeKinds)), {
        error: 'must be a list of changes, each with a dash',
      })
      .describe('What the case changes, in order')
      .optional(),
    elasticities: z
      .union([word, elasticitiesSchema], {
        error: 'must be the name of a set, or a mapping with set and sectors',
      })
      .describe('Trade elasticities: a named set, or a set and sectors of one’s own')
      .meta({ examples: ['central', { set: 'central', sectors: { VEH: 3 } }] })
      .optional(),
    deficits: z
      .enum(['held', 'balanced'], { error: 'must be "held" or "balanced"' })
      .describe('Trade deficits stay as they are, or are taken out of case and base alike')
      .optional(),
    horizon: quantity
      .describe('Last year of the transition path')
      .meta({ examples: [2035] })
      .optional(),
    'transition-speed': quantity
      .describe('Part of the gap to the long run that flows close in a year')
      .meta({ examples: [0.36] })
      .optional(),
    growth: quantity
      .describe('Growth of every level in a year, in dollars')
      .meta({ examples: ['2%'] })
      .optional(),
    expect: z
      .array(expectationSchema, {
        error: 'must be a list of expectations, each with a dash',
      })
      .describe('What results must satisfy; usmca-sim validate checks it')
      .optional(),
  })
  .describe('A case of usmca-sim');

/** Keys of the header and start that a case which extends no other must give itself. */
export const neededWithoutParent = ['question', 'author', 'date', 'start'] as const;
