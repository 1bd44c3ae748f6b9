import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

// The built program: only there are pictures made on threads, which hand them back as they finish.
const program = fileURLToPath(new URL('../bin/usmca-sim.js', import.meta.url));

it('gives every picture of a report the name of its drawing', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'usmca-sim-'));
  try {
    const argv = [program, 'report', 'us-25-on-both', '--out', folder, '--formats', 'svg,png'];
    const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const charts = readdirSync(folder).filter((name) => name.endsWith('.svg'));
    expect(charts.length).toBeGreaterThan(3);
    const heights = charts.map((name) => {
      const [, height] = /<svg[^>]*\sheight="([\d.]+)"/.exec(readFileSync(join(folder, name), 'utf8'))!;
      // Height in pixels of a PNG: bytes 20 to 23 (ISO 15948, 11.2.2); three pixels for two of the drawing.
      const picture = readFileSync(join(folder, name.replace('.svg', '.png'))).readUInt32BE(20);
      expect(Math.abs(picture - 1.5 * Number(height))).toBeLessThanOrEqual(1);
      return picture;
    });
    expect(new Set(heights).size).toBeGreaterThan(3);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
