/** A position in a text that somebody wrote, with the line itself so that a message can show it. */
export interface Place {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units of the line. */
  readonly column: number;
  /** How many characters the caret underlines; at least 1. */
  readonly length: number;
  /** The whole line, without its line break. */
  readonly text: string;
}

/**
 * One thing that is wrong with an input. Problems are data: they are gathered, all of them, and put into words
 * by `renderProblem` alone.
 */
export interface Problem {
  /** Stable and kebab-case, for programs: `unknown-key`, `not-a-date`, `shares-do-not-add-up`. */
  readonly code: string;
  /** What is wrong, as a sentence without its full stop: `there is no region "UAS"`. */
  readonly message: string;
  /** What to do about it, where that is known: `did you mean "USA"?`. */
  readonly advice?: string;
  readonly place?: Place;
}

/** Input that cannot be used. Carries every problem found, not just the first. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('; '));
    this.problems = problems;
  }
}
