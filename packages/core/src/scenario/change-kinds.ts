import { z } from 'zod';
import { date, oneOrMore, quantity, text, word } from './written-values.ts';

const importer = oneOrMore
  .describe('Who buys: a region code, a list of codes, parties, or all')
  .meta({ examples: ['USA', ['CAN', 'MEX'], 'parties', 'all'] });
const exporter = oneOrMore
  .describe('Who sells: a region code, a list of codes, parties, or all')
  .meta({ examples: ['CAN', ['CAN', 'MEX'], 'parties', 'all'] });
const sectors = oneOrMore
  .describe('What is traded: goods, services, all, a sector code or a list of codes')
  .meta({ examples: ['goods', 'VEH', ['STL', 'NFM']] });
const goods = oneOrMore
  .describe('Only goods on these lists, or of these product groups')
  .meta({ examples: ['steel', ['CAN-STL-01']] })
  .optional();
const flows = { importer, exporter, sectors };
const part = { exporter: exporter.optional(), sectors: sectors.optional(), goods };

const share = quantity
  .describe('Part of it that the change is about, by value in the base year; all where absent')
  .meta({ examples: ['60%'] })
  .optional();
const measures = oneOrMore
  .describe('Measures in force on that day: an id, a list of ids, or an authority for all of its measures')
  .meta({ examples: ['canada-list-of-march-4', 'section-232'] });
const on = date.describe('First day in force');
const until = date.describe('First day no longer in force').optional();
const because = text.describe('Why the case makes this change').optional();
const fullFrom = date
  .describe('The day from which it holds in full; until then it grows in equal steps, one a year')
  .meta({ examples: ['2030-01-01'] })
  .optional();
const timing = { on, until, because };
const phased = { on, until, 'full-from': fullFrom, because };

const rateSet = {
  to: quantity.describe('The rate from then on').meta({ examples: ['50%'] }),
  ...part,
  ...phased,
};
const oneMeasure = word.describe('A measure in force on that day').meta({ examples: ['us-section-122'] });

/** The kinds of change, each under the verb that marks it. */
export const changeKinds = {
  impose: z
    .strictObject({
      impose: quantity.describe('Duty added to the ordinary duty').meta({ examples: ['25%'] }),
      ...flows,
      goods,
      share,
      usmca: z
        .enum(['applies', 'exempt', 'non-us-content'], {
          error: 'must be "applies", "exempt" or "non-us-content"',
        })
        .describe(
          'What goods pay that claim USMCA: all of it, nothing, or on content from elsewhere than the US',
        )
        .optional(),
      'yields-to': oneOrMore
        .describe('Measures, by id or authority, whose goods do not bear it')
        .meta({ examples: ['section-232'] })
        .optional(),
      ...phased,
    })
    .describe('Adds a duty'),
  enact: z
    .strictObject({
      enact: oneOrMore
        .describe('Measures on record that are threats, or that began after the day the case starts from')
        .meta({ examples: ['us-autos-and-steel-on-canada-at-50'] }),
      ...timing,
    })
    .describe('Puts measures of the record in force'),
  lift: z.strictObject({ lift: measures, ...phased }).describe('Ends measures, or suspends them with until'),
  raise: z.strictObject({ raise: oneMeasure, ...rateSet }).describe('Raises the rate of a measure'),
  lower: z.strictObject({ lower: oneMeasure, ...rateSet }).describe('Lowers the rate of a measure'),
  extend: z
    .strictObject({
      extend: measures,
      to: date.describe('First day no longer in force, later than now').meta({ examples: ['2027-12-31'] }),
      because,
    })
    .describe('Moves the end of measures to a later day'),
  expire: z
    .strictObject({ expire: measures, on: date.describe('First day no longer in force'), because })
    .describe('Ends measures on a day'),
  exempt: z
    .strictObject({
      exempt: measures,
      ...part,
      share,
      claimed: z
        .boolean({ error: 'must be true or false' })
        .describe('Only goods for which USMCA is claimed')
        .optional(),
      ...timing,
    })
    .describe('Frees part of what measures cover'),
  quota: z
    .strictObject({
      quota: quantity
        .describe('Part of the base-year flow that enters within the quota')
        .meta({ examples: ['80%'] }),
      of: measures.describe('Measures that goods within the quota do not bear').optional(),
      beyond: quantity
        .describe('Duty that goods beyond the quota pay')
        .meta({ examples: ['25%'] })
        .optional(),
      importer: importer.optional(),
      ...part,
      ...timing,
    })
    .describe('Frees goods up to a quantity, or puts a duty on goods beyond it'),
  'ordinary-duty': z
    .strictObject({
      'ordinary-duty': quantity
        .describe('Duty that takes the place of the ordinary one')
        .meta({ examples: ['2.5%'] }),
      ...flows,
      ...timing,
    })
    .describe('Replaces the ordinary duty'),
  ban: z
    .strictObject({
      ban: quantity
        .describe('Part of the flow that may not be imported, or all')
        .meta({ examples: ['20%', 'all'] }),
      ...flows,
      goods,
      ...timing,
    })
    .describe('Forbids imports'),
  'trade-cost': z
    .strictObject({
      'trade-cost': quantity
        .describe('Relative change of the cost of delivery, other than duty')
        .meta({ examples: ['-5%'] }),
      ...flows,
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
        .enum(['additional', 'ordinary'], { error: 'must be "additional" or "ordinary"' })
        .describe('Added to the ordinary duty, or in its place'),
      ...timing,
    })
    .describe('Sets duties from a table'),
  'claim-ceiling': z
    .strictObject({
      'claim-ceiling': quantity
        .describe('Largest part of the goods for which USMCA can be claimed')
        .meta({ examples: ['60%'] }),
      'compliance-cost': quantity
        .describe('Rise of the delivery cost of goods that claim it')
        .meta({ examples: ['2%'] })
        .optional(),
      ...flows,
      goods,
      ...timing,
    })
    .describe('Stricter rules of origin'),
  'us-content': z
    .strictObject({
      'us-content': quantity
        .describe('United States content of vehicles that claim USMCA, part of their value')
        .meta({ examples: ['50%'] }),
      importer,
      exporter,
      goods,
      ...timing,
    })
    .describe('Sets the United States content of vehicles'),
};

export type Verb = keyof typeof changeKinds;
export const verbs = Object.keys(changeKinds) as Verb[];
