import { z } from 'zod';

/*
 * What a value of a case may look like before anything is looked up. Each `error` completes the sentence
 * `"key" ...`.
 */

export const text = z.string({ error: 'must be text' }).regex(/\S/, { error: 'must not be empty' });
export const texts = z.array(text, { error: 'must be a list of texts' });
export const word = z.string({ error: 'must be a word' }).regex(/\S/, { error: 'must not be empty' });
export const oneOrMore = z.union([word, z.array(word).min(1, { error: 'must name at least one' })], {
  error: 'must be a word or a list of words',
});
export const date = z
  .string({ error: 'must be a date such as 2025-09-01' })
  .meta({ format: 'date', examples: ['2025-09-01'] });
export const quantity = z.union([z.number(), z.string()], {
  error: 'must be a number, a percentage such as 25%, or a formula',
});
export const bound = z.union([z.number(), z.string()], {
  error: 'must be a number of percent such as -5',
});
