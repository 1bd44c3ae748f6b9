import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runMainIn } from './run-main.ts';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const cases = ['retaliation-lifted', 'law-of-august-2025', 'before-2025', 'us-25-on-both'];

/** Most bytes of a page with four cases. */
const mostBytes = 1_500_000;

/** Milliseconds from opening until the reader can choose; twice as many here, where other tests run beside. */
const mostWait = 300;

describe('the page of four cases of the library', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'usmca-sim-page-'));
  const file = join(folder, 'report.html');

  beforeAll(async () => {
    const { code } = await runMainIn(folder, 'report', ...cases, '--out', '.', '--formats', 'html');
    expect(code).toBe(0);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('is small enough to be sent', () => {
    expect(readFileSync(file).length).toBeLessThanOrEqual(mostBytes);
  });

  it.skipIf(!existsSync(executablePath))('can be used soon after it is opened', async () => {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    const waits: number[] = [];
    for (let time = 0; time < 5; time++) {
      const page = await browser.newPage();
      await page.goto(`file://${file}`);
      expect(await page.locator('#controls').isVisible()).toBe(true);
      // The script is at the end of the page and has run when this is stamped.
      waits.push(await page.evaluate('performance.getEntriesByType("navigation")[0].domInteractive'));
      await page.close();
    }
    await browser.close();
    expect(Math.min(...waits)).toBeLessThanOrEqual(2 * mostWait);
  });
});
