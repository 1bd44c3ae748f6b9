import { describe, expect, it } from 'vitest';
import { runMain } from '../../tests/run-main.ts';

const cases = ['retaliation-lifted', 'law-of-august-2025', 'before-2025'];
const compare = (...options: string[]) =>
  runMain('compare', ...cases, '--reference', 'law-of-august-2025', ...options);
const linesOf = ({ stdout }: { stdout: string }) => stdout.trimEnd().split('\n');

describe('a comparison', () => {
  it('takes three screens of fifty lines, and says where the rest is', { timeout: 60_000 }, async () => {
    const short = linesOf(await compare());
    const full = linesOf(await compare('--full'));
    // 100 columns wide, as where nobody says how wide.
    expect(short.length).toBeLessThan(170);
    expect(full.length).toBeGreaterThan(2 * short.length);
    expect(short.join('\n')).toContain('--full');
    expect(full).toContain('Exports and imports');
    expect(short).not.toContain('Exports and imports');
  });

  it('is whole in every other format', { timeout: 60_000 }, async () => {
    expect((await compare('--format', 'md')).stdout).toContain('## Exports and imports');
    const { sections } = JSON.parse((await compare('--json')).stdout);
    expect(sections.map(({ id }: { id: string }) => id)).toContain('exports-and-imports');
  });
});
