import type { Chart } from '../../charts/chart.ts';
import type { chartWidths } from '../chart-html.ts';
import type { Kept } from './kept-parts.ts';

type Size = keyof typeof chartWidths;

/** How far below what is seen a chart is drawn at once, so that nobody scrolls into an empty place. */
const rootMargin = '400px';

/** Milliseconds between two drawings that nobody sees, in which the reader is heard. */
const pause = 30;

/**
 * Draws the charts of a report into the places that its sections have for them: those in sight at once and as wide as
 * they are seen, the rest while nobody waits.
 */
export function chartsInTime({ drawn }: Kept['maker']): {
  /** Begins with the charts of a report; those of the one before are let go. */
  draw(charts: readonly Chart[]): void;
} {
  let waiting = new Map<Element, () => void>();
  let idle: ReturnType<typeof setTimeout> | undefined;

  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) drawBox(target);
    },
    { rootMargin },
  );
  const drawBox = (box: Element) => {
    seen.unobserve(box);
    waiting.get(box)?.();
    waiting.delete(box);
  };
  const drawNext = () => {
    const [next] = waiting.keys();
    if (!next) return;
    drawBox(next);
    idle = setTimeout(drawNext, pause);
  };
  // Paper has whatever is still to be drawn.
  addEventListener('beforeprint', () => {
    for (const box of [...waiting.keys()]) drawBox(box);
  });

  return {
    draw(charts) {
      seen.disconnect();
      clearTimeout(idle);
      waiting = new Map();
      for (const chart of charts) {
        const figure = document.getElementById(`chart-${chart.id}`)!;
        for (const box of figure.querySelectorAll<HTMLElement>('[data-size]')) {
          waiting.set(box, () => {
            box.innerHTML = drawn(chart, box.dataset['size'] as Size);
            box.style.height = '';
          });
          // A box that is not shown, being of the other width, is never in sight.
          seen.observe(box);
        }
      }
      idle = setTimeout(drawNext, pause);
    },
  };
}
