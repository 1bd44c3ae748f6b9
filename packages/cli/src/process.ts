import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { wipe } from './in-stretches.ts';
import { main } from './main.ts';

const { stdout, stderr } = process;

// A reader that has seen enough (`| head`) closes the pipe: that is no failure, and there is nobody left to tell.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? exitCodes.success : exitCodes.badInput);
  });
}
process.on('SIGINT', () => {
  stderr.write(`${stderr.isTTY ? wipe : ''}interrupted\n`);
  process.exit(exitCodes.interrupted);
});

const context: Context = {
  stdout,
  stderr,
  cwd: process.cwd(),
  env: process.env,
  isTerminal: stdout.isTTY === true,
  isWatched: stderr.isTTY === true,
  ...(stdout.columns ? { columns: stdout.columns } : {}),
};
process.exitCode = await main(process.argv.slice(2), context);
