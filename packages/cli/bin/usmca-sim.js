#!/usr/bin/env node
// The program is in dist/; this file only exists so that the command can be linked before the first build.
import { existsSync } from 'node:fs';
import './require-node.js';

const program = new URL('../dist/process.js', import.meta.url);
if (existsSync(program)) {
  await import(program.href);
} else {
  process.stderr.write('usmca-sim is not built yet: run npm start in its folder first\n');
  process.exitCode = 2;
}
