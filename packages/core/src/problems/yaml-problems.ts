import type { YAMLError } from 'yaml';
import type { Problem } from './problem.ts';
import type { SourceText } from './source-text.ts';

export const inQuotes =
  'text that holds ": " or " #", or begins with a sign such as * & ! % @ [ {, goes in quotes';
const indentWithSpaces = 'items of one list, and keys of one mapping, begin in the same column';

/** What the parser's codes mean to somebody who does not know its grammar; absent, its own words are plain enough. */
const words: Record<string, readonly [message: string, advice?: string]> = {
  ALIAS_PROPS: ['an alias (*name) stands alone', inQuotes],
  BAD_ALIAS: ['a star at the start of a value announces an alias', inQuotes],
  BAD_DIRECTIVE: ['a line that begins with % is an instruction to the parser', inQuotes],
  BAD_DQ_ESCAPE: ['there is no such escape in double quotes', 'use single quotes, or write \\\\ for \\'],
  BAD_INDENT: ['this line is not indented like its neighbours', indentWithSpaces],
  BAD_SCALAR_START: ['a value cannot begin with this sign', inQuotes],
  BLOCK_AS_IMPLICIT_KEY: ['there are two keys on this line', inQuotes],
  BLOCK_IN_FLOW: ['inside [ ] or { } entries are separated by commas'],
  COMMENT_SPACE: ['a comment needs a space before its #'],
  KEY_OVER_1024_CHARS: ['a key goes on for more than 1024 characters', 'is a quotation mark missing?'],
  MULTILINE_IMPLICIT_KEY: [
    'this line is neither a key with its value nor an item of a list',
    'write "key: value" with a space after the colon; text that goes on below is indented',
  ],
  MULTIPLE_DOCS: ['a file holds one case', 'give each case a file of its own; take out the line ---'],
  NON_STRING_KEY: ['a key must be a word', inQuotes],
  RESOURCE_EXHAUSTION: ['this is nested too deeply'],
  TAB_AS_INDENT: ['lines are indented with spaces, not with tabs'],
  UNEXPECTED_TOKEN: ['this has no meaning here', inQuotes],
  TAG_RESOLVE_FAILED: ['tags (!name) are not used in a case', inQuotes],
};

/** Puts an error of the YAML parser into plain words, with its place. */
export function yamlProblem(error: YAMLError, source: SourceText): Problem {
  const [from, to] = error.pos;
  const code = `yaml-${error.code.toLowerCase().replaceAll('_', '-')}`;
  const theirs = error.message.split('\n')[0]!.replace(/\.$/, '');
  const quote = /^Missing closing (["'])quote/.exec(theirs)?.[1];
  if (quote) {
    // The parser notices at the end of the file; a quote that is never closed is the last of its kind.
    const place = source.place(source.text.lastIndexOf(quote));
    return { code, message: 'this quotation mark is never closed', place };
  }
  const place = source.place(from, to);
  const bracket = /end with a ([\]}])/.exec(theirs)?.[1];
  if (bracket)
    return {
      code,
      message: `a closing ${bracket} is missing before this`,
      place,
    };
  if (/^Implicit (map )?keys need to be/.test(theirs)) {
    const advice = 'write "key: value", with a space after the colon';
    return {
      code,
      message: 'this is neither a key with its value nor an item of a list',
      advice,
      place,
    };
  }
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && !/:\s/.test(place.text.slice(place.column - 1))) {
    const message = 'the line below this one is indented as if it were part of it';
    return { code, message, advice: indentWithSpaces, place };
  }
  const [message, advice] = words[error.code] ?? [theirs.charAt(0).toLowerCase() + theirs.slice(1)];
  return { code, message, ...(advice ? { advice } : {}), place };
}
