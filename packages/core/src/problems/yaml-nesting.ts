/** Levels of lists and mappings within one another; the YAML parser recurses, and its stack is finite. */
export const deepestNesting = 60;

/**
 * Where a text is nested too deeply to be parsed safely, as an offset, or undefined. An upper estimate that needs
 * no grammar: indentation, indicators at the start of a line, keys on one line, brackets left open.
 */
export function nestedTooDeeply(text: string): number | undefined {
  let open = 0;
  let start = 0;
  const indents: number[] = [];
  for (const line of text.split('\n')) {
    const content = line.search(/[^ ]/);
    if (content !== -1 && line.trim() !== '') {
      while (indents.length > 0 && indents.at(-1)! >= content) indents.pop();
      indents.push(content);
      let onLine = 0;
      for (let i = content; i < line.length; i++) {
        const character = line[i];
        if (character === '[' || character === '{') open++;
        else if (character === ']' || character === '}') open = Math.max(0, open - 1);
        else if (character === '#' && (i === content || line[i - 1] === ' ')) break;
        else if ((character === ':' || character === '?' || character === '-') && endsIndicator(line[i + 1]))
          onLine++;
        if (open + indents.length + onLine > deepestNesting) return start + i;
      }
    }
    start += line.length + 1;
  }
  return undefined;
}

function endsIndicator(next: string | undefined): boolean {
  return next === undefined || next === ' ' || next === '\t' || next === '\r';
}
