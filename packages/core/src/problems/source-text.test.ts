import { expect, test } from 'vitest';
import { SourceText } from './source-text.ts';

const source = new SourceText('a.yaml', '\ufefftitle: A\r\nregion: UAS\n\nlast');

test('gives line, column and the line itself, whatever ends lines', () => {
  const at = source.text.indexOf('UAS');
  expect(source.place(at, at + 3)).toEqual({
    file: 'a.yaml',
    line: 2,
    column: 9,
    length: 3,
    text: 'region: UAS',
  });
  expect(source.place(0)).toMatchObject({ line: 1, column: 1, text: 'title: A' });
});

test('underlines to the end of the line at most, and at least one character', () => {
  expect(source.place(7, 100)).toMatchObject({ line: 1, column: 8, length: 1 });
  expect(source.place(22)).toMatchObject({ line: 3, column: 1, length: 1, text: '' });
});

test('a position beyond the text is its end', () => {
  expect(source.place(1e9)).toMatchObject({ line: 4, column: 5, text: 'last' });
  expect(source.place(-5)).toMatchObject({ line: 1, column: 1 });
});
