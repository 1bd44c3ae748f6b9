import type { Section, Table } from './report.ts';

/** A stable name for links: kebab-case letters and digits of any script that has them. */
export function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? []).join('-').slice(0, longestSlug).replace(/-$/, '');
}

const longestSlug = 60;

/** An id for each section, its own or made of its heading; one that is taken is numbered. */
export function sectionIds(sections: readonly Section[]): string[] {
  return distinct(sections.map(({ id, heading }) => id ?? (slugOf(heading) || 'section')));
}

/** An id for each table, its own or made of its title; one that is taken is numbered. */
export function tableIds(tables: readonly Table[]): string[] {
  return distinct(tables.map(({ id, title }) => id ?? (slugOf(title) || 'table')));
}

function distinct(ids: readonly string[]): string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    let free = id;
    for (let number = 2; taken.has(free); number++) free = `${id}-${number}`;
    taken.add(free);
    return free;
  });
}
