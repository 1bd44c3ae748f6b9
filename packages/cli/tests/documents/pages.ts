import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the repository. */
export const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** A document, by its path from the top of the repository. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

const folders = ['.', 'docs', 'docs/decisions', 'scenarios'];

/** Everything written for readers: the documents, the decisions, and the README of the project and each package. */
export function pages(): Page[] {
  const packages = readdirSync(posix.join(root, 'packages')).map((name) => `packages/${name}`);
  return [...folders, ...packages].flatMap((folder) =>
    readdirSync(posix.join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => pageAt(posix.join(folder, name))),
  );
}

export function pageAt(path: string): Page {
  return { path, text: readFileSync(posix.join(root, path), 'utf8') };
}

/** A block of code: fenced, or indented by four spaces. */
export interface CodeBlock {
  readonly language: string;
  readonly text: string;
  /** What comments that no reader sees say of it, such as `prints: usmca-sim list`. */
  readonly mark?: string;
}

/** The blocks of code of a page, each with the comment before it. A table under such a comment is one as well. */
export function blocksOf({ text }: Page): CodeBlock[] {
  const lines = text.split('\n');
  const blocks: CodeBlock[] = [];
  let mark: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const from = at;
    const fence = /^```(\w*)$/.exec(line);
    if (fence) {
      at = lines.indexOf('```', at + 1);
      push(fence[1]!, lines.slice(from + 1, at));
    } else if (/^ {4}\S/.test(line) && lines[from - 1] === '') {
      while (/^ {4}|^$/.test(lines[at + 1] ?? 'x')) at++;
      push(
        '',
        lines.slice(from, at + 1).map((one) => one.slice(4)),
      );
    } else if (mark !== undefined && line.startsWith('|')) {
      while (lines[at + 1]?.startsWith('|')) at++;
      push('table', lines.slice(from, at + 1));
    } else if (line !== '') mark = /^<!-- (.+) -->$/.exec(line)?.[1];
  }
  return blocks;

  function push(language: string, content: readonly string[]): void {
    blocks.push({ language, text: content.join('\n').trimEnd(), ...(mark === undefined ? {} : { mark }) });
    mark = undefined;
  }
}

/** The names that headings have as the end of a link, as GitHub gives them. */
export function anchorsOf({ text }: Page): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading] of withoutCode(text).matchAll(/^#{1,6} (.+)$/gm)) {
    const words = heading!.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`]/g, '');
    const slug = words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    let name = slug;
    for (let twin = 1; anchors.has(name); twin++) name = `${slug}-${twin}`;
    anchors.add(name);
  }
  for (const [, id] of text.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(id!);
  return anchors;
}

/** Links of a page to files of the repository, as written. */
export function linksOf({ text }: Page): string[] {
  const inline = withoutCode(text).matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g);
  return [...inline].map(([, target]) => target!).filter((target) => !/^[a-z]+:/i.test(target));
}

/** What is wrong with a link, or undefined. */
export function linkFault(page: Page, link: string): string | undefined {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page.path : posix.join(posix.dirname(page.path), decodeURI(path));
  if (!existsSync(posix.join(root, target))) return `${page.path}: ${link} leads nowhere`;
  if (anchor === undefined || !target.endsWith('.md')) return undefined;
  return anchorsOf(pageAt(target)).has(anchor) ? undefined : `${page.path}: ${link} names no heading there`;
}

/** Without fenced blocks and code in a line, in which brackets and hashes mean something else. */
function withoutCode(text: string): string {
  return text
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/`[^`\n]+`/g, (code) => (/^`#|\]\(/.test(code) ? '' : code));
}
