import { z } from 'zod';

/*
 * The written form of a measure: in the record, and under `measures:` of a case. Words that stand for regions, sectors
 * and goods lists are checked later, against what the data have. Each `error` completes the sentence `"key" ...`.
 */

const text = z.string({ error: 'must be text' }).regex(/\S/, { error: 'must not be empty' });
const word = z.string({ error: 'must be a word' }).regex(/\S/, { error: 'must not be empty' });
const words = z.union([word, z.array(word).min(1, { error: 'must name at least one' })], {
  error: 'must be a word or a list of words',
});
const date = z
  .string({ error: 'must be a date such as 2025-09-01' })
  .meta({ format: 'date', examples: ['2025-09-01'] });
const rate = z.union([z.number(), z.string()], { error: 'must be a percentage such as 25%' });

export const chargeSchema = z
  .strictObject({
    exporters: words.describe('Exporters, where the rate is not for all of the measure’s').optional(),
    lists: words
      .describe('Goods lists that bear it; every good where absent')
      .meta({ examples: [['steel', 'aluminium']] })
      .optional(),
    sectors: words
      .describe('Sectors that bear it; with lists, goods must be in both')
      .meta({ examples: ['FOO'] })
      .optional(),
    except: words.describe('Goods lists left out').optional(),
    rate: z
      .union(
        [
          rate,
          z.strictObject({
            'up-to': rate.describe(
              'A ceiling that includes the ordinary duty: the charge is what is missing to it',
            ),
          }),
        ],
        { error: 'must be a percentage such as 25%, "ban", or {up-to: 15%}' },
      )
      .describe('A percentage of the base, ban, or a ceiling in all')
      .meta({ examples: ['25%', 'ban', { 'up-to': '15%' }] }),
    base: z
      .enum(['value', 'steel-content', 'aluminium-content', 'copper-content'], {
        error: 'must be "value", or the content of a metal',
      })
      .describe('What the rate is charged on: value, where absent')
      .optional(),
    usmca: z
      .enum(['applies', 'exempt', 'non-us-content'], {
        error: 'must be "applies", "exempt" or "non-us-content"',
      })
      .describe('What it does to goods for which USMCA is claimed: applies, where absent')
      .optional(),
    from: date.describe('First day in force'),
    until: date.describe('First day no longer in force').optional(),
    decided: date.describe('The day on which this rate was decided, where that was before').optional(),
  })
  .describe('One rate of a measure: on which goods, from whom, when');

export const measureSchema = z
  .strictObject({
    id: word.describe('Kebab-case name').meta({ examples: ['us-fentanyl-canada'] }),
    title: text.describe('The measure in a few words'),
    authority: word
      .describe('The instrument in law')
      .meta({ examples: ['ieepa', 'section-232', 'section-122', 'section-301', 'surtax', 'quota'] }),
    importer: word.describe('Who charges: a region code').meta({ examples: ['USA'] }),
    exporters: words
      .describe('On whose goods: a region code, a list of codes, or all')
      .meta({ examples: [['CAN', 'MEX'], 'all'] }),
    status: z
      .enum(['law', 'threat'], { error: 'must be "law" or "threat"' })
      .describe('A threat was announced and is not in force; law, where absent')
      .optional(),
    charges: z
      .array(chargeSchema, { error: 'must be a list of charges, each with a dash' })
      .min(1, { error: 'must have at least one charge' })
      .describe('Rates in order: of those in force, a good bears the first that names it'),
    'end-decided': date.describe('The day on which the end was decided, where that was before').optional(),
    'yields-to': words
      .describe('Measures, by id or authority, whose goods do not bear this one')
      .meta({ examples: [['section-232']] })
      .optional(),
    'adds-to': words
      .describe('Measures, by id or authority, on top of which it falls, or all')
      .meta({ examples: ['all'] })
      .optional(),
    'in-base': z
      .boolean({ error: 'must be true or false' })
      .describe('Whether what it collects is in the duties of the base year')
      .optional(),
    source: text.describe('Where it is known from'),
    confidence: z
      .enum(['official', 'news', 'secondary'], { error: 'must be "official", "news" or "secondary"' })
      .describe('What kind of source that is'),
    note: text.describe('What the entry leaves out or assumes').optional(),
  })
  .describe('A measure: who charges what on whom, since when');

/** A file of the record. */
export const measureFileSchema = z.strictObject({
  measures: z.array(measureSchema, { error: 'must be a list of measures, each with a dash' }),
});

export type WrittenMeasure = z.infer<typeof measureSchema>;
export type WrittenCharge = z.infer<typeof chargeSchema>;
