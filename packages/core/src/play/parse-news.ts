import type { NegotiationTable } from '../negotiation/table.ts';
import { adviseWord } from '../problems/nearest-word.ts';
import { ProblemList } from '../problems/problem-list.ts';
import { SourceText } from '../problems/source-text.ts';
import { type CaseDocument, type Path, readCaseDocument } from '../scenario/case-document.ts';
import type { PlannedNews } from './game-state.ts';
import { newsProblem } from './planned-news.ts';

/**
 * A facilitator's plan in a YAML text, in order of review:
 *
 *     news:
 *       - at: 2027
 *         news: talks-warm
 *         say: The two leaders have met.
 *
 * @param file is named in messages.
 * @throws InputError with everything that is wrong, each at its place.
 */
export function parseNews(text: string, file: string, table: NegotiationTable): PlannedNews[] {
  const problems = new ProblemList();
  const document = readCaseDocument(new SourceText(file, text), problems);
  problems.throwIfAny();
  const plan = new PlanReader(document!, problems).read();
  plan.forEach(({ item, path }, k) => {
    const before = plan.slice(0, k).map((one) => one.item);
    const problem = newsProblem(table, item, before);
    if (!problem) return;
    const { key, code, message, advice } = problem;
    problems.add(code, message, document!.place([...path, key]), advice);
  });
  problems.throwIfAny();
  return plan.map(({ item }) => item).sort((a, b) => a.at - b.at);
}

const keys = ['at', 'news', 'say'] as const;

class PlanReader {
  readonly #document: CaseDocument;
  readonly #problems: ProblemList;

  constructor(document: CaseDocument, problems: ProblemList) {
    this.#document = document;
    this.#problems = problems;
  }

  read(): { readonly item: PlannedNews; readonly path: Path }[] {
    const root = this.#document.value as Record<string, unknown>;
    this.#onlyKeys(root, [], ['news']);
    const list = root['news'];
    if (list === undefined) {
      this.#add('missing-key', '"news" is missing', [], 'key', 'write "news:" and an entry for each review');
      return [];
    }
    if (!Array.isArray(list)) {
      this.#add('wrong-value', '"news" must be a list of entries, each with a dash', ['news']);
      return [];
    }
    return list.flatMap((entry: unknown, k) => this.#item(entry, ['news', k]));
  }

  #item(entry: unknown, path: Path): { item: PlannedNews; path: Path }[] {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      this.#add('wrong-value', 'an entry must say "at:", and "news:" or "say:"', path);
      return [];
    }
    const written = entry as Record<string, unknown>;
    const before = this.#problems.length;
    this.#onlyKeys(written, path, keys);
    const { at, news, say } = written;
    if (at === undefined) {
      this.#add(
        'missing-key',
        '"at" is missing',
        path,
        'key',
        'add the year of a review, such as "at: 2027"',
      );
    } else if (!Number.isInteger(at)) {
      this.#add('wrong-value', '"at" must be the year of a review, such as 2027', [...path, 'at']);
    }
    for (const [key, value] of Object.entries({ news, say })) {
      if (value === undefined || (typeof value === 'string' && value.trim() !== '')) continue;
      this.#add('wrong-value', `"${key}" must be text`, [...path, key]);
    }
    if (this.#problems.length > before) return [];
    const text = (key: 'news' | 'say') =>
      typeof written[key] === 'string' ? { [key]: written[key].trim() } : {};
    return [{ item: { at: at as number, ...text('news'), ...text('say') }, path }];
  }

  #onlyKeys(written: Record<string, unknown>, path: Path, known: readonly string[]): void {
    for (const key of Object.keys(written)) {
      if (known.includes(key)) continue;
      this.#add(
        'unknown-key',
        `there is no key "${key}" here`,
        [...path, key],
        'key',
        adviseWord(key, known),
      );
    }
  }

  #add(code: string, message: string, path: Path, at: 'key' | 'value' = 'value', advice?: string): void {
    this.#problems.add(code, message, this.#document.place(path, at), advice);
  }
}
