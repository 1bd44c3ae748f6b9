import { describe, expect, it } from 'vitest';
import { blocksOf, pageAt } from './pages.ts';

// The blocks of the page are held to the commands elsewhere; what its sentences say of them is held to the blocks here.
const page = pageAt('docs/reading-results.md');
const blocks = blocksOf(page).map(({ text }) => text.replaceAll('−', '-'));
const row = (block: number, label: string) =>
  blocks
    .filter((text) => !text.startsWith('npx'))
    [block]!.split('\n')
    .find((line) => line.startsWith(label))!
    .slice(label.length)
    .trim()
    .split(/ {1,}/)
    .map((cell) => Number(cell.replace(/[%,]/g, '')));

describe('how to read results', () => {
  it('says by an example that percentages do not add up', () => {
    const [, , ofReference, , ofCase] = row(1, 'United States to Canada');
    const [, , , against2024] = row(0, 'United States to Canada');
    const told = [ofReference!, ofCase!, against2024!].map((value) => `${Math.abs(value).toFixed(1)}%`);
    const [below, above, together] = told;
    expect(page.text).toContain(
      `is ${below} below 2024 under the law of August; lifted, it is ${above} above`,
    );
    expect(page.text).toContain(
      `which is ${together} below 2024, and not ${Math.abs(ofReference! + ofCase!).toFixed(1)}%`,
    );
    expect((1 + ofReference! / 100) * (1 + ofCase! / 100)).toBeCloseTo(1 + against2024! / 100, 2);
    expect(against2024).not.toBeCloseTo(ofReference! + ofCase!, 1);
  });

  it('says of the year which it is that the expected flow lies below its 10th percentile', () => {
    const [, expected, low] = row(6, 'Mexico to United States');
    expect(expected).toBeLessThan(low!);
  });

  it('says where real wages fall by more than real income', () => {
    expect(row(4, 'Real wages, United States')[0]).toBeLessThan(row(4, 'Real income, United States')[0]!);
  });

  it('says that duties are paid less than they stand in the law', () => {
    const [first, second] = blocks
      .filter((text) => !text.startsWith('npx'))[2]!
      .split('…')
      .map((part) => Number(/United States from Canada +\S+ +(\S+)%/.exec(part)![1]));
    expect(second).toBeLessThan(first!);
  });
});
