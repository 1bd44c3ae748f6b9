import type { Page } from 'playwright-core';

/** Labels of a drawing that meet, and those that leave it, as a browser lays them out. */
export interface Misplaced {
  readonly overlaps: readonly string[];
  readonly outside: readonly string[];
}

/** Draws the SVG in the page and measures every pair of its texts. Boxes may touch by less than a pixel. */
export async function misplacedLabels(page: Page, svg: string): Promise<Misplaced> {
  await page.setContent(`<!doctype html><body style="margin:0">${svg}</body>`);
  // As a string: what runs in the page knows of no module.
  return page.evaluate(`(() => {
    const frame = document.querySelector('svg').getBoundingClientRect();
    const boxes = [...document.querySelectorAll('text')].filter((text) => text.textContent.trim() !== '').map((text) => {
      // Lines are taller than letters: what is between ascenders and descenders counts.
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const slack = (bottom - top) * 0.14;
      return { text: text.firstChild.textContent, left, right, top: top + slack, bottom: bottom - slack };
    });
    const overlaps = [];
    const near = 0.75;
    for (const [k, a] of boxes.entries()) {
      for (const b of boxes.slice(k + 1)) {
        if (a.left < b.right - near && b.left < a.right - near && a.top < b.bottom - near && b.top < a.bottom - near)
          overlaps.push(a.text.slice(0, 60) + ' | ' + b.text.slice(0, 60));
      }
    }
    const outside = boxes
      .filter(({ left, right, top, bottom }) => left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom)
      .map(({ text }) => text.slice(0, 60));
    return { overlaps, outside };
  })()`);
}
