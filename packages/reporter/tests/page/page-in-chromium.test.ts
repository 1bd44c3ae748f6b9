import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawnInNode } from '../../src/page/drawn-in-node.ts';
import { reportOfView } from '../../src/page/report-of-view.ts';
import type { Table } from '../../src/report.ts';
import { writtenColumn } from '../../src/written-column.ts';
import { hasChromium, type Look, type Looked, launched, opened } from './chromium.ts';
import { hostileWords, madeOfHostile, madeOfThree, pageOnDisk } from './made-page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// A browser under load is slow to start; nothing here waits for long otherwise.
describe.skipIf(!hasChromium)('the page in Chromium', { timeout: 60_000 }, () => {
  let browser: Browser;
  let file: string;
  let hostile: string;

  beforeAll(async () => {
    // The sources are what is tested: the page carries what they are now.
    execFileSync(process.execPath, [fileURLToPath(new URL('../../build/bundle-page.js', import.meta.url))]);
    browser = await launched();
    file = pageOnDisk(madeOfThree);
    hostile = pageOnDisk(madeOfHostile);
  }, 60_000);

  afterAll(() => browser.close());

  /** Opens a page, lets it be looked at, and closes it; it must have been quiet. */
  async function look(at: string, how: Look, see: (looked: Looked) => Promise<void>): Promise<void> {
    const looked = await opened(browser, at, how);
    try {
      await see(looked);
      expect(looked.complaints).toEqual([]);
      expect(looked.requests.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual(
        [],
      );
    } finally {
      await looked.page.close();
    }
  }

  describe.each([320, 768, 1440])('at %i pixels', (width) => {
    it.each(['an ordinary', 'a hostile'])('holds %s report without scrolling sideways', async (kind) => {
      await look(kind === 'a hostile' ? hostile : file, { width }, async ({ page }) => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        expect(await outside(page, width)).toEqual([]);
      });
    });

    it('lays no words over others', async () => {
      await look(file, { width }, async ({ page }) => {
        expect(await overlapping(page)).toEqual([]);
      });
    });
  });

  it.each([
    [320, 'dark'],
    [1440, 'light'],
  ] as const)('is accessible at %i pixels in the %s', async (width, colours) => {
    await look(file, { width, colours }, async ({ page }) => {
      expect(await violations(page)).toEqual([]);
    });
  });

  it('is light or dark as the reader says', async () => {
    await look(file, { colours: 'dark' }, async ({ page }) => {
      const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const dark = await ground();
      await page.click('#theme');
      expect(await ground()).not.toBe(dark);
      await page.click('#theme');
      expect(await ground()).toBe(dark);
    });
  });

  it('says everything without JavaScript, and offers nothing that needs it', async () => {
    await look(file, { javaScript: false, width: 768 }, async ({ page }) => {
      const report = reportOfView(madeOfThree, {
        reference: 'law',
        show: 'percent',
        sectors: '',
        sorted: new Map(),
      });
      expect(await page.locator('main h2').allTextContents()).toEqual(
        report.sections.map(({ heading }) => heading),
      );
      expect(await page.locator('#controls, #theme, [data-download]').filter({ visible: true }).count()).toBe(
        0,
      );
      expect(await page.locator('main .chart svg').filter({ visible: true }).count()).toBe(
        report.sections.flatMap(({ charts }) => charts ?? []).length,
      );
    });
  });

  it('shows a drawing taller than paper by its parts when it is printed, and once on a screen', async () => {
    await look(file, {}, async ({ page }) => {
      const tall = page.locator('.chart:has(.paper)');
      expect(await tall.count()).toBeGreaterThan(0);
      const heights = () =>
        tall.first().evaluate((figure) => {
          const tallOf = (of: Element) => of.getBoundingClientRect().height;
          const parts = [...figure.querySelectorAll('.paper svg')];
          return {
            whole: tallOf(figure.querySelector('.wide > svg')!),
            parts: parts.reduce((sum, part) => sum + tallOf(part), 0),
          };
        });
      const onScreen = await heights();
      expect(onScreen.parts).toBe(0);
      await page.emulateMedia({ media: 'print' });
      const onPaper = await heights();
      expect(onPaper.whole).toBe(0);
      // As wide as the paper, which is narrower.
      expect(onPaper.parts).toBeGreaterThan(0.85 * onScreen.whole);
    });
  });

  it.each([
    ['A4', 210],
    ['letter', 216],
  ] as const)('prints on %s with nothing cut off', async (format, millimetres) => {
    await look(file, { colours: 'dark' }, async ({ page }) => {
      // Millimetres between the margins, in pixels of paper.
      const width = Math.floor(((millimetres - 28) / 25.4) * 96);
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ media: 'print' });
      expect(await outside(page, width)).toEqual([]);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
      const printed = await page.pdf({ format, preferCSSPageSize: false });
      expect(printed.subarray(0, 5).toString()).toBe('%PDF-');
    });
  });

  it.each([
    ['before', 'levels'],
    ['lifted', 'differences'],
    ['before', 'percent'],
  ] as const)(
    'against %s in %s shows the figures that a report made in Node has',
    async (reference, show) => {
      await look(file, {}, async ({ page }) => {
        await page.selectOption('[name=reference]', reference);
        await page.check(`[name=show][value=${show}]`, { force: true });
        const { sections } = reportOfView(madeOfThree, { reference, show, sectors: '', sorted: new Map() });
        const tables = sections.flatMap((section) => section.tables ?? []);
        await expect.poll(() => shownTables(page)).toEqual(tables.map(asShown));
        expect(await page.locator('main h2').allTextContents()).toEqual(
          sections.map(({ heading }) => heading),
        );
        expect(await page.evaluate(() => location.hash)).toContain(`reference=${reference}`);
        expect(await page.locator('#cases div', { hasText: 'reference' }).locator('dt').textContent()).toBe(
          reference,
        );
        expect(await violations(page)).toEqual([]);
      });
    },
  );

  it('opens as its address says', async () => {
    const looked = await browser.newPage();
    await looked.goto(`file://${file}#reference=before&show=levels&sectors=fishing`);
    await expect.poll(() => looked.inputValue('[name=sectors]')).toBe('fishing');
    expect(await looked.inputValue('[name=reference]')).toBe('before');
    await expect
      .poll(() => looked.locator('#sectors .table tbody th').allTextContents())
      .toSatisfy((names: string[]) => names.length > 0 && names.every((name) => name.includes('fishing')));
    await looked.close();
  });

  it('keeps what is shown when a link into the page is followed', async () => {
    await look(file, {}, async ({ page }) => {
      await page.selectOption('[name=reference]', 'before');
      await expect.poll(() => page.evaluate(() => location.hash)).toBe('#reference=before');
      await page.waitForSelector('.laid-out');
      await page.click('#contents a[href="#sectors"]');
      const top = () => page.evaluate(() => document.getElementById('sectors')!.getBoundingClientRect().top);
      // Under what the reader chooses with, which stays in sight.
      await expect.poll(top).toBeLessThan(100);
      expect(await top()).toBeGreaterThan(0);
      expect(await page.evaluate(() => location.hash)).toBe('#reference=before');
    });
  });

  it('draws the charts of another view: those in sight at once, in the end all, at both widths', async () => {
    await look(file, {}, async ({ page }) => {
      const drawings = () =>
        page.locator('main .chart [data-size]').evaluateAll((boxes) => boxes.map((box) => box.innerHTML));
      const before = await drawings();
      await page.selectOption('[name=reference]', 'before');
      await expect.poll(() => page.evaluate(() => location.hash)).toBe('#reference=before');
      const report = reportOfView(madeOfThree, {
        reference: 'before',
        show: 'percent',
        sectors: '',
        sorted: new Map(),
      });
      const charts = report.sections.flatMap((section) => section.charts ?? []);
      await expect
        .poll(async () => (await drawings()).filter((svg) => svg.startsWith('<svg')).length)
        .toBe(2 * charts.length);
      const wide = page.locator('#chart-trade-flows .wide');
      // A browser writes some tags otherwise; the words are those of the command.
      expect(await wide.locator('text').allTextContents()).toEqual(
        wordsOf(drawnInNode(charts.find(({ id }) => id === 'trade-flows')!).wide),
      );
      expect(await drawings()).not.toEqual(before);
      expect(await wide.evaluate((box: HTMLElement) => box.style.height)).toBe('');
    });
  });

  it('leaves what is read where it stands when another view is chosen', async () => {
    await look(file, {}, async ({ page }) => {
      await page.waitForSelector('.laid-out');
      await page.evaluate(() => document.getElementById('living')!.scrollIntoView());
      const top = () => page.evaluate(() => document.getElementById('living')!.getBoundingClientRect().top);
      const before = await top();
      await page.selectOption('[name=reference]', 'before');
      await expect.poll(() => page.evaluate(() => location.hash)).toBe('#reference=before');
      await page.waitForSelector('.laid-out');
      await expect.poll(() => page.locator('main .chart [data-size]:empty').count()).toBe(0);
      // Sections above have other heights now; lines and charts of them do not move what is read.
      await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(2);
    });
  });

  it('shows what was written, and says so, where a browser cannot unpack', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'DecompressionStream'));
    await page.goto(`file://${file}`);
    expect(await page.locator('#only-as-written').isVisible()).toBe(true);
    expect(await page.locator('#controls').isVisible()).toBe(false);
    expect(await page.locator('#theme').isVisible()).toBe(true);
    await page.close();
  });

  it('sorts a column down, up, and back', async () => {
    await look(file, {}, async ({ page }) => {
      const column = page.locator('#trade-1 tbody tr:not(.total) td:nth-child(2)');
      const figures = async () =>
        (await column.allTextContents()).map((text) =>
          Number(text.replaceAll(',', '').replace('\u2212', '-')),
        );
      const heading = page.locator('#trade-1 thead th[data-key]').nth(1);
      const first = await figures();
      await heading.locator('button').click();
      await expect.poll(figures).toEqual([...first].sort((a, b) => b - a));
      expect(await heading.getAttribute('aria-sort')).toBe('descending');
      await page.keyboard.press('Enter');
      await expect.poll(figures).toEqual([...first].sort((a, b) => a - b));
      await page.keyboard.press('Enter');
      await expect.poll(figures).toEqual(first);
    });
  });

  it('gives charts away as SVG, PNG and CSV', async () => {
    await look(file, {}, async ({ page }) => {
      const chart = page.locator('figure.chart').first();
      const id = await chart.getAttribute('data-chart');
      for (const kind of ['svg', 'png', 'csv']) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          chart.locator(kind === 'csv' ? 'a[download]' : `[data-download=${kind}]`).click(),
        ]);
        expect(download.suggestedFilename()).toBe(`${id}.${kind}`);
        const content = readFileSync(await download.path());
        if (kind === 'png') expect(content.subarray(1, 4).toString()).toBe('PNG');
        else expect(content.toString()).toMatch(kind === 'svg' ? /^<svg [\s\S]*<\/svg>$/ : /^[\w-]+,/);
        expect(content.toString()).not.toContain('var(--');
      }
    });
  });

  it('shows hostile words as words', async () => {
    await look(hostile, {}, async ({ page }) => {
      const heard = page.locator('#cases dd').nth(1);
      expect(await heard.textContent()).toBe(hostileWords.markup);
      expect(await page.locator('img').count()).toBe(0);
      await page.selectOption('[name=reference]', 'lifted');
      await expect
        .poll(() => page.locator('#cases div', { hasText: 'reference' }).locator('dt').textContent())
        .toBe('lifted');
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.title()).not.toBe('1');
      expect(await page.evaluate(() => document.body.textContent)).not.toMatch(
        /[\u202a-\u202e\u2066-\u2069]/,
      );
    });
  });
});

function wordsOf(svg: string): string[] {
  const { document } = parseHTML(`<body>${svg}</body>`);
  return [...document.querySelectorAll('text')].map((text) => text.textContent ?? '');
}

/** Tables that stand in sections, as they are read: a row a line of cells. */
function shownTables(page: Page): Promise<string[][][]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main .table')].map((table) =>
      [...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
    ),
  );
}

function asShown(table: Table): string[][] {
  const columns = table.columns.map((_, at) => writtenColumn(table, at));
  return table.rows.map((_, row) => columns.map((column) => column[row]!));
}

/** What axe-core finds fault with: rule and place. Run beside the page, whose own policy lets no script in. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    return (await run()).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Boxes of text that stick out of the page sideways where nothing lets them be scrolled to. */
function outside(page: Page, width: number): Promise<string[]> {
  return page.evaluate((width) => {
    const scrolls = (element: Element) => {
      const box = element.closest('.scroll, pre');
      return box !== null && getComputedStyle(box).overflowX === 'auto';
    };
    return [...document.querySelectorAll('h1, h2, h3, p, li, dt, dd, th, td, svg, label, button')]
      .filter((element) => !element.closest('.unseen, .skip, svg *') && !scrolls(element))
      .filter((element) => {
        const { left, right, width: wide } = element.getBoundingClientRect();
        return wide > 0 && (left < -1 || right > width + 1);
      })
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`);
  }, width);
}

/** Pairs of labels of a drawing, of cells of a table's head, or of the head of the page, one over the other. */
function overlapping(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const groups = [
      [...document.querySelectorAll('.kicker, h1, .question, #theme, .cases div')],
      ...[...document.querySelectorAll('svg')].map((svg) => [...svg.querySelectorAll('text')]),
      ...[...document.querySelectorAll('thead')].map((head) => [...head.querySelectorAll('th')]),
    ];
    return groups.flatMap((elements) => {
      const boxes = elements
        .map((element) => ({ words: element.textContent ?? '', box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && box.height > 0);
      return boxes.flatMap((one, at) =>
        boxes.slice(at + 1).flatMap((other) => {
          const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          // Boxes of letters have room above and below: lines of a text may share some of it.
          return across > 1 && down > 0.35 * Math.min(one.box.height, other.box.height)
            ? [`${one.words.slice(0, 40)} / ${other.words.slice(0, 40)}`]
            : [];
        }),
      );
    });
  });
}
