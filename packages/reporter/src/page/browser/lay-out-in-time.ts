const root = document.documentElement;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Lays out what is out of sight once the reader has the page, so that links into it land where they say. */
export function layOutInTime(): void {
  addEventListener('load', () => {
    // What was above the place that the page was opened at has another height now.
    layOutSoon(() => document.querySelector(':target')?.scrollIntoView());
  });
}

/** Until `layOutSoon`, of what is written only what is in sight is laid out. */
export function layOutInSight(): void {
  clearTimeout(waiting);
  root.classList.remove('laid-out');
}

export function layOutSoon(then?: () => void): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    root.classList.add('laid-out');
    then?.();
  }, 100);
}
