/** Where text goes. */
export interface Sink {
  write(text: string): unknown;
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
  /** Columns of the terminal of stdout. */
  readonly columns?: number;
}

/** Colour where a terminal shows it and nobody has asked for none (https://no-color.org). */
export function wantsColour({ env, isTerminal }: Context): boolean {
  return isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

/** Whether a line on stderr may be written over while it is read. */
export function isWatched(context: Context): boolean {
  return context.isWatched === true && context.env['TERM'] !== 'dumb';
}
