/** Where text goes. */
export interface Sink {
  write(text: string): unknown;
}

/** Lines that a person types, or a script in its place. */
export interface Input {
  /** Whether a person types them, and sees what is asked. */
  readonly isTerminal: boolean;
  /**
   * The next line without its end, as it stands; undefined once there are no more.
   *
   * @param prompt is shown where a person types.
   * @throws Interrupted where the person has pressed Ctrl-C.
   */
  line(prompt: string): Promise<string | undefined>;
  /** Where the line stands that was read last, in a script that has a name: there is nobody to ask again. */
  place?(): { readonly file: string; readonly line: number; readonly text: string };
  /** Nothing more is asked: the process may end. */
  close(): void;
}

/** Ctrl-C while a line was awaited. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Everything that the command takes from the process it runs in, so that a test can be the process. */
export interface Context {
  /** Results. */
  readonly stdout: Sink;
  /** Talk: what was written where, notes, problems. */
  readonly stderr: Sink;
  /** Folder that paths are relative to. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person reads stdout as it comes. */
  readonly isTerminal: boolean;
  /** Whether a person reads stderr as it comes; nobody where absent. */
  readonly isWatched?: boolean;
  /** What is typed; nothing where absent. */
  readonly input?: Input;
  /** Columns of the terminal of stdout. */
  readonly columns?: number;
}

/** Colour where a terminal shows it and nobody has asked for none (https://no-color.org). */
export function wantsColour({ env, isTerminal }: Context): boolean {
  return isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

/** The same of talk. */
export function wantsColourInTalk(context: Context): boolean {
  return isWatched(context) && !context.env['NO_COLOR'];
}

/** Whether a line on stderr may be written over while it is read. */
export function isWatched(context: Context): boolean {
  return context.isWatched === true && context.env['TERM'] !== 'dumb';
}
