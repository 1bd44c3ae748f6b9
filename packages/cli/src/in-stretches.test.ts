import { describe, expect, it } from 'vitest';
import { inStretches } from './in-stretches.ts';

function contextOf(isWatched: boolean) {
  const said: string[] = [];
  const sink = { write: (text: string) => said.push(text) };
  return { said, context: { stdout: sink, stderr: sink, cwd: '', env: {}, isTerminal: false, isWatched } };
}

/** Something with five parts to solve that remembers those that it has solved, as pricing does. */
function fiveParts() {
  const solved: number[] = [];
  return {
    solved,
    solve: (progress: (done: number, of: number) => void) => {
      const fresh = [0, 1, 2, 3, 4].filter((part) => !solved.includes(part));
      fresh.forEach((part, done) => {
        progress(done, fresh.length);
        solved.push(part);
      });
      return solved.length;
    },
  };
}

describe('a solve in stretches', () => {
  it('lets other things happen between two equilibria, and solves none twice', async () => {
    const { solved, solve } = fiveParts();
    let then = -1;
    setImmediate(() => {
      then = solved.length;
    });
    expect(await inStretches(solve, contextOf(false).context, 0)).toBe(5);
    expect(solved).toEqual([0, 1, 2, 3, 4]);
    expect(then).toBeGreaterThan(0);
    expect(then).toBeLessThan(5);
  });

  it('counts on across stretches, and wipes its line', async () => {
    const { said, context } = contextOf(true);
    await inStretches(fiveParts().solve, context, 0);
    expect(said).toEqual([...[1, 2, 3, 4].map((done) => `\rtrade equilibrium ${done} of 5`), '\r\u001b[K']);
  });

  it('says nothing where nobody watches, and passes on what goes wrong', async () => {
    const { said, context } = contextOf(false);
    await inStretches(fiveParts().solve, context);
    expect(said).toEqual([]);
    const failing = inStretches((progress) => {
      progress(0, 2);
      throw new RangeError('no equilibrium');
    }, context);
    await expect(failing).rejects.toThrow('no equilibrium');
    const watched = contextOf(true);
    const failed = inStretches((progress) => {
      progress(0, 2);
      throw new RangeError('no equilibrium');
    }, watched.context);
    await expect(failed).rejects.toThrow('no equilibrium');
    expect(watched.said).toEqual(['\rtrade equilibrium 1 of 2', '\r\u001b[K']);
  });
});
