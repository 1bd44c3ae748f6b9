/** Lays out what is out of sight once the reader has the page, so that links into it land where they say. */
export function layOutInTime(): void {
  addEventListener('load', () => setTimeout(layOut, 100));
}

function layOut(): void {
  document.documentElement.classList.add('laid-out');
  // What was above the place that the page was opened at has another height now.
  document.querySelector(':target')?.scrollIntoView();
}
