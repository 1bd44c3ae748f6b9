import type { Context } from './context.ts';

/** What a command needs beside its options: the context, and a place for an exit code other than 0. */
export interface Session {
  readonly context: Context;
  /** Words of the command line after the program's name. */
  readonly argv: readonly string[];
  exitCode: number;
}
