import type { Place } from '../problems/problem.ts';
import type { ProblemList } from '../problems/problem-list.ts';
import type { SourceText } from '../problems/source-text.ts';

export type TokenKind = 'word' | 'text' | 'number' | '{' | '}' | ',' | 'end of the file';

export interface Token {
  readonly kind: TokenKind;
  /** What is written; of a quoted text, what stands between the quotes, escapes resolved. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const pattern =
  /\s*(?:(?<mark>[{},])|"(?<text>[^"\\]*(?:\\[\s\S][^"\\]*)*)"|(?<number>[+-]?(?:\d+\/\d+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?![\w./]))|(?<word>[A-Za-z]\w*))/y;

/** What stands in an .efg file, one piece after the other. White space of any kind and length separates. */
export class Tokens {
  readonly #source: SourceText;
  readonly #problems: ProblemList;
  #next: Token;

  constructor(source: SourceText, problems: ProblemList) {
    this.#source = source;
    this.#problems = problems;
    this.#next = this.#read(0);
  }

  get next(): Token {
    return this.#next;
  }

  take(): Token {
    const taken = this.#next;
    this.#next = this.#read(taken.to);
    return taken;
  }

  /** Takes the next piece when it is of this kind. */
  takeIf(kind: TokenKind): Token | undefined {
    return this.#next.kind === kind ? this.take() : undefined;
  }

  /** Takes the next piece, which must be of this kind: what follows could not be understood otherwise. */
  expect(kind: TokenKind, what: string, advice?: string): Token {
    if (this.#next.kind === kind) return this.take();
    const { kind: found, text } = this.#next;
    const there = found === 'text' ? `"${text}"` : found === 'end of the file' ? 'the end of the file' : text;
    return this.fail('efg-syntax', `${what} is expected here, not ${there}`, this.#next, advice);
  }

  place({ from, to }: Token): Place {
    return this.#source.place(from, to);
  }

  /** @throws InputError with this problem and those gathered before. */
  fail(code: string, message: string, at: Token, advice?: string): never {
    this.#problems.add(code, message, this.place(at), advice);
    this.#problems.throwIfAny();
    throw new Error('unreachable: a problem was just added');
  }

  #read(from: number): Token {
    const { text } = this.#source;
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match) {
      const { mark, number, word, text: quoted } = match.groups!;
      const to = pattern.lastIndex;
      const at = (written: string) => to - written.length;
      if (mark !== undefined) return { kind: mark as TokenKind, text: mark, from: at(mark), to };
      if (number !== undefined) return { kind: 'number', text: number, from: at(number), to };
      if (word !== undefined) return { kind: 'word', text: word, from: at(word), to };
      const plain = quoted!.replace(/\\(["\\])/g, '$1');
      return { kind: 'text', text: plain, from: at(quoted!) - 2, to };
    }
    const start = from + /^\s*/.exec(text.slice(from))![0].length;
    if (start >= text.length)
      return { kind: 'end of the file', text: '', from: text.length, to: text.length };
    const odd = /^\S{1,20}/.exec(text.slice(start, start + 20))![0];
    const token: Token = { kind: 'word', text: odd, from: start, to: start + odd.length };
    if (odd.startsWith('"')) {
      return this.fail(
        'efg-quote',
        'this quote is never closed',
        token,
        'a quote inside a name is written \\"',
      );
    }
    const what = /^[+-.\d]/.test(odd) ? 'is not a number' : 'does not belong in an .efg file';
    return this.fail('efg-syntax', `"${odd}" ${what}`, token, 'numbers: 3, -0.25, 1/3 or 2.5e-3');
  }
}
