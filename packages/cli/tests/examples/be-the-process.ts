import { main } from 'usmca-sim';

let [told, warned] = ['', ''];
const code = await main(['tariffs', '--on', '2025-9-19'], {
  stdout: { write: (text) => (told += text) },
  stderr: { write: (text) => (warned += text) },
  cwd: '.',
  env: {},
  isTerminal: false,
});
console.log(`exit code ${code}, ${told.length} characters of results`);
console.log(warned.trimEnd());
