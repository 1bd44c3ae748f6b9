import { type Context, isWatched } from './context.ts';

/** Milliseconds of solving after which the process sees to whatever has come up, an interrupt above all. */
const usualStretch = 500;

/** Thrown out of the middle of a solve; nobody outside this file sees it. */
class Pause extends Error {}

/**
 * Solves for many equilibria without holding the process up: every so often it is let go and taken up again, which
 * costs little, since equilibria that have been solved are remembered. So an interrupt ends the command between two of
 * them. Where somebody watches, a line says how far it is; it is wiped before the last.
 *
 * @param solve tells `progress` before each equilibrium that is left, and passes on what that throws.
 */
export async function inStretches<T>(
  solve: (progress: (done: number, of: number) => void) => T,
  context: Context,
  stretch = usualStretch,
): Promise<T> {
  const tell = progressOn(context);
  let total: number | undefined;
  try {
    for (;;) {
      const since = performance.now();
      try {
        return solve((done, of) => {
          total ??= of;
          if (done > 0 && performance.now() - since >= stretch) throw new Pause();
          tell(total - of + done, total);
        });
      } catch (error) {
        if (!(error instanceof Pause)) throw error;
        await new Promise((resume) => setImmediate(resume));
      }
    }
  } catch (error) {
    // What is said of it begins on a line of its own.
    if (isWatched(context) && total !== undefined) context.stderr.write(wipe);
    throw error;
  }
}

/** Says to whoever watches how far the equilibria behind the payoffs are, in a line that is wiped before the last. */
function progressOn(context: Context): (done: number, of: number) => void {
  if (!isWatched(context)) return () => undefined;
  return (done, of) => {
    context.stderr.write(done + 1 < of ? `\rtrade equilibrium ${done + 1} of ${of}` : wipe);
  };
}

/** Takes a line that was being written back off the terminal. */
export const wipe = '\r\u001b[K';
