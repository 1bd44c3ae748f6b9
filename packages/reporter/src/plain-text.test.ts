import { describe, expect, it } from 'vitest';
import { displayWidth, plainLine, wrapHeading, wrapLine } from './plain-text.ts';

describe('plain text', () => {
  it('takes out what would act on a terminal', () => {
    expect(plainLine('a\u001b[31mred\u001b[0m\r\nb\u202eevil\u0007')).toBe('a[31mred[0m bevil');
  });

  it('counts columns: marks none, wide letters two', () => {
    expect(displayWidth('Me\u0301xico')).toBe(6);
    expect(displayWidth('日本')).toBe(4);
  });

  it('wraps at spaces, headings also after hyphens', () => {
    expect(wrapLine('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapHeading('law-of-august-2025', 9)).toEqual(['law-of-', 'august-', '2025']);
  });
});
