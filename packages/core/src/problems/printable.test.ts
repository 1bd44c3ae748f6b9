import { describe, expect, it } from 'vitest';
import { printable } from './printable.ts';
import { renderProblem } from './render-problem.ts';

// Code points as in Unicode: controls C0 and C1, and the marks of the bidirectional algorithm (UAX #9).
const acting = [
  0x00, 0x07, 0x08, 0x0b, 0x0d, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9b, 0x9f, 0x061c, 0x200e, 0x200f, 0x202a,
  0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
].map((code) => String.fromCodePoint(code));

describe('printable text', () => {
  it('holds nothing that acts on a terminal or on the order of letters', () => {
    for (const character of acting) {
      expect(printable(`a${character}b`)).toBe('a\ufffdb');
      expect(printable(`a${character}b`, '')).toBe('ab');
    }
  });

  it('is otherwise as it was', () => {
    const text = 'México, 日本,\tعربي\n−3.1% “quoted” 👍';
    expect(printable(text)).toBe(text);
  });

  it('is what problems are told in, each on its own lines', () => {
    for (const character of [...acting, '\n']) {
      const place = { file: `f${character}.yaml`, line: 1, column: 1, length: 1, text: `x${character}y` };
      const told = renderProblem({ code: 'c', message: `m${character}m`, advice: `a${character}`, place });
      expect(told.split('\n')).toEqual(['f\ufffd.yaml:1:1: m\ufffdm', '  x\ufffdy', '  ^', '  a\ufffd']);
    }
  });
});
