import { z } from 'zod';
import { measureSchema } from '../tariffs/measure-schema.ts';
import { changeKinds } from './change-kinds.ts';
import { bound, date, quantity, text, texts, word } from './written-values.ts';

/*
 * The written form of a case. Keys are kebab-case, words that stand for codes are checked later against the
 * economy and the law: what is possible there depends on the data, not on the form.
 */

const expectationSchema = z.strictObject({
  measure: word
    .describe('What is looked at')
    .meta({ examples: ['trade-flow', 'exports', 'imports', 'real-income'] }),
  importer: word.describe('For measures of a flow').optional(),
  exporter: word.describe('For measures of a flow').optional(),
  region: word.describe('For measures of a region').optional(),
  sector: word.describe('One sector; all of them together where absent').optional(),
  year: z
    .number({ error: 'must be a year such as 2030' })
    .describe('For measures of a negotiation: the year of the review; the last one where absent')
    .optional(),
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

const elasticitiesSchema = z.strictObject({
  set: word.describe('The named set to begin with').optional(),
  sectors: z
    .record(z.string(), quantity, {
      error: 'must be a mapping of sector codes to numbers',
    })
    .describe('Sectors with an elasticity of their own')
    .meta({ examples: [{ VEH: 3 }] })
    .optional(),
});

const negotiationSchema = z.strictObject({
  table: word
    .describe('What is negotiated: the id of a table, or a file beside this one')
    .meta({ examples: ['review-of-2026'] })
    .optional(),
  stances: z
    .record(z.string(), word, { error: 'must be a mapping of region codes to stances' })
    .describe('Who sits at the table: the id of a stance for each party, or a file beside this one')
    .meta({ examples: [{ USA: 'usa-present-policy', CAN: 'canada-firm', MEX: 'mexico-firm' }] })
    .optional(),
  without: z
    .array(word, { error: 'must be a list of words' })
    .describe('Packages, escalations and news of the table to be left out')
    .optional(),
  concept: z
    .enum(['subgame-perfect', 'quantal', 'private-types'], {
      error: 'must be "subgame-perfect", "quantal" or "private-types"',
    })
    .describe('How they are taken to behave: quantal where absent')
    .optional(),
  precision: z
    .number({ error: 'must be a number' })
    .describe('λ of quantal response, in place of the stances’ own')
    .optional(),
  'economists-view': z
    .boolean({ error: 'must be true or false' })
    .describe('Without political terms: real income alone')
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
    words: z
      .record(z.string(), text, { error: 'must be a mapping of words to what stands for them' })
      .describe('Words of the question, and what stands for each in the case')
      .meta({ examples: [{ retaliation: 'canada-list-of-march-4, lifted on 2025-09-01' }] })
      .optional(),
    reading: text.describe('How to read the result, in a paragraph').optional(),
    extends: word
      .describe('The case that this one varies: an id, or a file beside this one')
      .meta({ examples: ['us-25-on-both'] })
      .optional(),
    'as-of': word
      .describe('The law that the case starts from: a named situation, or a day on record')
      .meta({ examples: ['before-2025', 'september-2025', 'review-2026', 'latest', '2025-08-31'] })
      .optional(),
    measures: z
      .array(measureSchema, { error: 'must be a list of measures, each with a dash' })
      .describe('Measures of the case’s own, in the format of the record')
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
    negotiation: negotiationSchema
      .describe('Governments that negotiate over what the case starts from')
      .optional(),
    expect: z
      .array(expectationSchema, {
        error: 'must be a list of expectations, each with a dash',
      })
      .describe('What results must satisfy; usmca-sim validate checks it')
      .optional(),
  })
  .describe('A case of usmca-sim');

/** Keys that a case which extends no other must give itself. */
export const neededWithoutParent = ['question', 'author', 'date', 'as-of'] as const;
