import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { wipe } from './in-stretches.ts';
import { main } from './main.ts';
import { ProcessInput } from './process-input.ts';

const { stdin, stdout, stderr } = process;
const input = new ProcessInput(stdin, stderr);

// A reader that has seen enough (`| head`) closes the pipe: that is no failure, and there is nobody left to tell.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? exitCodes.success : exitCodes.badInput);
  });
}
process.on('SIGINT', () => {
  // Who waits for a line has something to put away first.
  if (input.interrupt()) return;
  stderr.write(`${stderr.isTTY ? wipe : ''}interrupted\n`);
  process.exit(exitCodes.interrupted);
});

const columns = stdout.columns || stderr.columns;
const context: Context = {
  stdout,
  stderr,
  cwd: process.cwd(),
  env: process.env,
  isTerminal: stdout.isTTY === true,
  isWatched: stderr.isTTY === true,
  input,
  ...(columns ? { columns } : {}),
};
process.exitCode = await main(process.argv.slice(2), context);
