/**
 * Widths of letters in hundredths of the font's size, from space to `~`: the wider of Public Sans and DejaVu Sans, so
 * that labels keep clear of one another in whatever font a page falls back to.
 */
const widths = [
  32, 40, 46, 84, 66, 95, 78, 27, 39, 39, 50, 84, 32, 38, 32, 35, 64, 64, 64, 64, 64, 64, 64, 64, 65, 64, 34,
  34, 84, 84, 84, 53, 100, 71, 69, 70, 77, 63, 59, 77, 77, 29, 39, 68, 58, 89, 75, 79, 64, 79, 69, 67, 61, 73,
  68, 99, 69, 61, 69, 39, 35, 39, 84, 52, 50, 61, 63, 55, 63, 62, 40, 63, 63, 28, 28, 58, 30, 97, 63, 61, 63,
  63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
];

/** The minus of print is as wide as a plus; other letters of alphabets are taken to be wide, of ideographs square. */
const beyond = (code: number) => (code === 0x2212 ? 84 : code >= 0x2e80 ? 105 : code === 0x2026 ? 100 : 80);

/** Semi-bold and bold letters against regular ones. */
const boldness = 1.15;

/** Width of text in pixels, never less than what it takes. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    sum += widths[code - 32] ?? beyond(code);
  }
  return (sum / 100) * size * (bold ? boldness : 1);
}

/** Text cut with an ellipsis to at most `most` pixels; all of it where it fits. */
export function fitted(text: string, most: number, size: number, bold = false): string {
  // Nobody measures ten thousand letters to show forty.
  const start = text.length > 500 ? text.slice(0, 500) : text;
  if (start === text && textWidth(text, size, bold) <= most) return text;
  const letters = [...start];
  let room = most - textWidth('…', size, bold);
  let kept = '';
  for (const letter of letters) {
    room -= textWidth(letter, size, bold);
    if (room < 0) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/** Text broken at spaces into at most `most` lines of `width` pixels; the last is cut where more follows. */
export function wrapped(text: string, width: number, size: number, bold = false, most = 4): string[] {
  const words = text.slice(0, 2000).split(' ');
  const lines: string[] = [];
  let line = '';
  for (const [at, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, bold) > width) {
      if (lines.length === most - 1)
        return [...lines, fitted(`${line} ${words.slice(at).join(' ')}`, width, size, bold)];
      lines.push(fitted(line, width, size, bold));
      line = word;
    } else line = longer;
  }
  return [...lines, fitted(line, width, size, bold)];
}
