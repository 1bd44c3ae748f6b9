/** The command as it can be pasted into a shell: words that a shell would take apart are quoted. */
export function commandLine(argv: readonly string[]): string {
  return ['npx', 'usmca-sim', ...argv].map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
