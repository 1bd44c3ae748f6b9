import { z } from 'zod';
import { changeKinds } from '../scenario/change-kinds.ts';
import { quantity, text, texts, word } from '../scenario/written-values.ts';
import { regimeKinds } from './table.ts';

/*
 * The written form of tables and stances. Every key may be left out here: a file that extends another says only what
 * differs, and what is missing altogether is found out once they are read together. Each `error` completes the
 * sentence `"key" ...`.
 */

const number = z.number({ error: 'must be a number' });
const year = z.number({ error: 'must be a year' });
const truth = z.boolean({ error: 'must be true or false' });
const words = z.array(word, { error: 'must be a list of words' });
const because = text.describe('Why, or where it is said').optional();
const byParty = (what: string, figure: string) =>
  z
    .record(z.string(), number, { error: `must be a mapping of region codes to ${figure}` })
    .describe(what)
    .optional();
const mapping = <T extends z.ZodType>(value: T, of: string) =>
  z.record(z.string(), value, { error: `must be a mapping of ${of}` });

/** Changes as in cases; without a day they hold from the first review on. */
const effectKinds = Object.values(changeKinds).map((kind) =>
  'on' in kind.shape ? (kind as typeof changeKinds.lift).partial({ on: true }) : kind,
) as unknown as [(typeof changeKinds)['lift'], ...(typeof changeKinds)['lift'][]];
const effects = z.array(z.union(effectKinds), { error: 'must be a list of changes, each with a dash' });

const optionSchema = z.strictObject({
  title: text.optional(),
  effects: effects.describe('What it changes in the law, with the verbs of cases').optional(),
  worth: byParty('Beyond trade, percent of real income a year', 'percent of real income a year'),
  concession: byParty('How far each backs down from what it has said in public, 0 to 1', 'parts from 0 to 1'),
  because,
});

const issueSchema = z.strictObject({
  title: text.optional(),
  options: mapping(optionSchema, 'ids to options').describe('Of which a package picks one').optional(),
});

const packageSchema = z.strictObject({
  title: text.optional(),
  with: word
    .describe('both, or the partner of a protocol')
    .meta({ examples: ['both', 'MEX'] })
    .optional(),
  picks: mapping(word, 'issues to options').describe('Option by issue').optional(),
  ends: words.describe('Standing escalations that end with it').optional(),
});

const escalationSchema = z.strictObject({
  title: text.optional(),
  by: word.describe('Who may do it').optional(),
  against: word.describe('To whom').optional(),
  standing: truth.describe('In force when the game begins; its effects then say how it is lifted').optional(),
  effects: effects.describe('What changes once it is no longer as it was').optional(),
  cost: number.describe('To its author beyond trade, percent of real income a year').optional(),
  announced: number.describe('Part of the audience cost that letting it lie costs a year, 0 to 1').optional(),
  answers: words.describe('Only while one of these escalations stands').optional(),
  because,
});

const newsSchema = z.strictObject({
  title: text.optional(),
  probability: number.describe('At each review').optional(),
  extension: byParty('Added once to what an extension at that review is worth', 'percent of real income'),
  because,
});

export const tableSchema = z
  .strictObject({
    title: text.describe('What is negotiated, in one line').optional(),
    extends: word.describe('The table that this one varies: an id, or a file beside this one').optional(),
    sources: texts.describe('Where its facts come from').optional(),
    parties: words
      .describe('Who offers, then the two who answer: region codes')
      .meta({ examples: [['USA', 'CAN', 'MEX']] })
      .optional(),
    reviews: z
      .array(year, { error: 'must be a list of years' })
      .describe('Years of the reviews, in order, 2026 to 2036; the last decides')
      .optional(),
    quantities: mapping(quantity, 'names to numbers').describe('Named numbers, for formulas').optional(),
    issues: mapping(issueSchema, 'ids to issues').describe('What is bargained over').optional(),
    packages: mapping(packageSchema, 'ids to packages').describe('Agreements that may be offered').optional(),
    escalations: mapping(escalationSchema, 'ids to escalations')
      .describe('What each can do on its own, and take back')
      .optional(),
    regimes: z
      .strictObject(Object.fromEntries(regimeKinds.map((regime) => [regime, effects.optional()])))
      .describe('What each regime changes in the law')
      .optional(),
    news: mapping(newsSchema, 'ids to news').describe('What may happen before a review').optional(),
    without: words.describe('Packages, escalations and news of the extended table to be left out').optional(),
  })
  .describe('A negotiation table of usmca-sim');

const origin = z
  .enum(['sourced', 'normalised', 'calibrated'], { error: 'must be "sourced", "normalised" or "calibrated"' })
  .describe('A figure or statement on record, a neutral value, or set so that the game fits what was done');

const figureSchema = z.union(
  [
    z.literal('neutral'),
    z.strictObject({ value: number, origin, because: text.describe('Why this figure') }),
  ],
  { error: 'must be "neutral", or a figure such as {value: 0.2, origin: calibrated, because: the reason}' },
);
const figure = figureSchema.optional();
const figures = (of: string) => mapping(figureSchema, `${of} to figures`).optional();

export const stanceSchema = z
  .strictObject({
    title: text.describe('The government and its line, in a few words').optional(),
    extends: word.describe('The stance that this one varies: an id, or a file beside this one').optional(),
    party: word.describe('Whose stance it is: a region code').optional(),
    author: text.optional(),
    sources: texts.describe('Where its facts come from').optional(),
    objectives: texts.describe('What it wants, in words, with sources').optional(),
    'red-lines': mapping(z.strictObject({ origin, because: text }), 'options (issue/option) to reasons')
      .describe('Options that it accepts in no package')
      .meta({
        examples: [{ 'dairy-access/more-quota': { origin: 'sourced', because: 'the act that says so' } }],
      })
      .optional(),
    'gives-up': words.describe('Red lines of the extended stance that this one does not have').optional(),
    'sector-weights': figures('sector codes').describe('Political weight of a sector; 1 is neutral'),
    'audience-cost': figure.describe('Percent of real income, once, for backing down altogether'),
    'domestic-pressure': figure.describe('Multiplies the audience cost and the weights’ distance from 1'),
    patience: figure.describe('Value of next year’s payoff in this year’s, between 0 and 1'),
    uncertainty: figure.describe('Percent of real income a year while the agreement is not settled'),
    trust: figures('region codes').describe(
      'Percent of real income a year for good standing with each other',
    ),
    'breaking-front': figure.describe('Percent of real income, once, for leaving a common front'),
    leaving: figure.describe('Percent of real income, once, for leaving the agreement'),
    revoking: figure.describe('Percent of real income, once, for taking a notice back'),
    types: mapping(
      z.strictObject({
        title: text,
        probability: number,
        'audience-cost': number.describe('Multiplies the audience cost').optional(),
        uncertainty: number.describe('Added to the cost of uncertainty').optional(),
        because: text,
      }),
      'ids to kinds of government',
    )
      .describe('Kinds that the others cannot tell apart; their probabilities sum to 1')
      .optional(),
    precision: figure.describe('λ of quantal response, for payoffs in percent of real income, present value'),
  })
  .describe('A stance of usmca-sim');

/** Gives the JSON Schema (draft 7) of tables, for editors. */
export function tableJsonSchema(): Record<string, unknown> {
  return jsonSchemaOf(tableSchema, 'A negotiation table of usmca-sim', ['parties', 'reviews']);
}

/** Gives the JSON Schema (draft 7) of stances, for editors. */
export function stanceJsonSchema(): Record<string, unknown> {
  return jsonSchemaOf(stanceSchema, 'A stance of usmca-sim', ['party', 'patience', 'precision']);
}

function jsonSchemaOf(schema: z.ZodType, title: string, required: readonly string[]) {
  const body = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return { ...body, title, anyOf: [{ required: ['extends'] }, { required: ['title', ...required] }] };
}
