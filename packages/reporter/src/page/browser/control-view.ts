import type { Report } from '../../report.ts';
import { firstView, type PageView } from '../page-view.ts';
import { chartsInTime } from './draw-in-time.ts';
import type { Kept } from './kept-parts.ts';
import { layOutInSight, layOutSoon } from './lay-out-in-time.ts';
import { headingOf, makeSortable, nextOrder } from './sortable-headings.ts';
import { addressOf, namesView, viewOf } from './view-in-address.ts';

/** Milliseconds without a further letter before what is written is looked for. */
const pause = 200;

/** Lets the reader choose what the report shows. The choice is kept in the address, so that it can be linked. */
export function controlView(parts: () => Promise<Kept>): {
  /** The chart of that id as it is shown, drawn to be kept as an SVG file. */
  drawing(id: string): Promise<string | undefined>;
} {
  const form = document.getElementById('controls') as HTMLFormElement;
  const main = document.getElementById('report')!;
  const fields = form.elements as unknown as {
    /** Absent where there is one case. */
    readonly reference?: HTMLSelectElement;
    readonly show?: RadioNodeList;
    readonly sectors: HTMLInputElement;
  };
  let sorted: PageView['sorted'] = new Map();
  /** Names what is shown; empty for the first view. */
  let address = '';
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let charts: ReturnType<typeof chartsInTime> | undefined;

  const chosen = (): PageView => ({
    ...(fields.reference ? { reference: fields.reference.value } : {}),
    show: (fields.show?.value ?? 'percent') as PageView['show'],
    sectors: fields.sectors.value.trim(),
    sorted,
  });

  const write = ({ maker }: Kept, report: Report) => {
    const place = placeInView();
    const heights = heightsKept(main);
    const open = new Set([...main.querySelectorAll('details[open]')].map(nameOfDetails));
    layOutInSight();
    main.innerHTML = maker.sectionsWithoutCharts(report);
    document.getElementById('contents')!.innerHTML = maker.contentsHtml(report);
    for (const details of main.querySelectorAll('details')) details.open = open.has(nameOfDetails(details));
    prepare();
    heights.keep();
    place.restore();
    charts ??= chartsInTime(maker);
    charts.draw(report.sections.flatMap((section) => section.charts ?? []));
    // What comes into sight has its own height from the next frame on, and the rest when it is laid out.
    requestAnimationFrame(() => setTimeout(place.restore));
    layOutSoon(place.restore);
  };

  const prepare = () => {
    makeSortable(sorted);
    for (const button of main.querySelectorAll<HTMLElement>('[data-download]')) button.hidden = false;
  };

  const show = async () => {
    const view = chosen();
    const kept = await parts();
    // What was chosen meanwhile is shown by the call that it made.
    if (!isSame(view, chosen())) return;
    const { maker, madeOf } = kept;
    write(kept, maker.reportOfView(madeOf, view));
    markReference(view.reference);
    document.getElementById('status')!.textContent = 'The report shows what was chosen.';
    address = addressOf(view, firstView(madeOf));
    history.replaceState(null, '', address === '' ? location.pathname + location.search : `#${address}`);
  };

  const follow = async () => {
    if (!namesView(location.hash)) {
      // A link into the page has been followed: what is shown stays as it is, and stays in the address.
      if (address !== '') history.replaceState(null, '', `#${address}`);
      return;
    }
    const { madeOf } = await parts();
    const cases = madeOf.results.map(({ scenario }) => scenario.id);
    const view = viewOf(location.hash, firstView(madeOf), cases);
    if (fields.reference && view.reference !== undefined) fields.reference.value = view.reference;
    if (fields.show) fields.show.value = view.show;
    fields.sectors.value = view.sectors;
    sorted = view.sorted;
    await show();
  };

  const sortBy = async (target: EventTarget | null) => {
    const heading = headingOf(target);
    if (!heading) return;
    const { table, column, isLabel } = heading;
    const next = new Map(sorted);
    const order = nextOrder(next.get(table), column, isLabel);
    if (order) next.set(table, order);
    else next.delete(table);
    sorted = next;
    await show();
    document.querySelector<HTMLElement>(`#${table} th[data-key="${CSS.escape(column)}"] button`)?.focus();
  };

  // Whoever comes near is about to choose.
  for (const sign of ['pointerover', 'focusin', 'touchstart'])
    form.addEventListener(sign, () => void parts(), { once: true, passive: true });
  form.addEventListener('change', show);
  form.addEventListener('input', ({ target }) => {
    if (target !== fields.sectors) return;
    clearTimeout(waiting);
    waiting = setTimeout(show, pause);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  main.addEventListener('click', ({ target }) => sortBy(target));
  addEventListener('hashchange', follow);
  prepare();
  form.hidden = false;
  void follow();

  return {
    async drawing(id) {
      const { maker, madeOf } = await parts();
      const { sections } = maker.reportOfView(madeOf, chosen());
      const chart = sections.flatMap(({ charts }) => charts ?? []).find((one) => one.id === id);
      return chart && maker.svgToKeep(chart);
    },
  };
}

/** Where the reader is: the first section or table that can be seen, to be put back where it stood. */
function placeInView(): { restore(): void } {
  const marks = document.querySelectorAll<HTMLElement>('#report section, #report .table, #report .chart');
  const seen = [...marks].find(({ id }) => document.getElementById(id)!.getBoundingClientRect().bottom > 0);
  const before = seen?.getBoundingClientRect().top ?? 0;
  return {
    restore() {
      const now = seen && document.getElementById(seen.id);
      if (now && scrollY > 0)
        scrollBy({ top: now.getBoundingClientRect().top - before, behavior: 'instant' });
    },
  };
}

/**
 * The heights of sections and drawings, which the next ones have until they are laid out and drawn: what is below them
 * stays in place.
 */
function heightsKept(main: HTMLElement): { keep(): void } {
  const sections = () => [...main.querySelectorAll<HTMLElement>(':scope > section')];
  const boxes = () => [...main.querySelectorAll<HTMLElement>('.chart [data-size]')];
  const nameOf = (box: HTMLElement) => box.id || `${box.closest('.chart')!.id} ${box.dataset['size']}`;
  const heights = new Map([...sections(), ...boxes()].map((box) => [nameOf(box), box.offsetHeight]));
  return {
    keep() {
      for (const box of boxes()) box.style.height = `${heights.get(nameOf(box)) ?? 0}px`;
      for (const section of sections()) {
        const height = heights.get(nameOf(section));
        if (height !== undefined) section.style.containIntrinsicSize = `auto ${height}px`;
      }
    },
  };
}

function markReference(reference: string | undefined): void {
  const tag = document.getElementById('reference-of-report');
  for (const term of document.querySelectorAll('#cases dt')) {
    if (tag && term.textContent === reference) term.nextElementSibling!.append(' ', tag);
  }
}

function nameOfDetails(details: Element): string {
  return `${details.closest('[id]')?.id} ${details.querySelector('summary')?.textContent}`;
}

function isSame(one: PageView, other: PageView): boolean {
  return (
    one.reference === other.reference &&
    one.show === other.show &&
    one.sectors === other.sectors &&
    one.sorted === other.sorted
  );
}
