import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWithNegotiation } from './negotiated-case.ts';
import { runMain } from './run-main.ts';

// The reference of the command says what the command does.
const page = readFileSync(new URL('../../../docs/command.md', import.meta.url), 'utf8');

describe('the forms of CSV', () => {
  it.each([
    ['tariffs', '--on', 'latest', '--importer', 'CAN'],
    ['tariffs', '--between', '2025-08-15', '2025-09-15', '--importer', 'CAN'],
    ['measures'],
    ['data', '--law'],
    ['backtest'],
    ['stances'],
    ['negotiate', 'review-as-it-went', '--economists-view'],
    ['run', 'before-2025'],
  ])('%s %s', { timeout: 60_000 }, async (...words) => {
    const { stdout } = await runMain(...words.filter((word) => word !== undefined), '--format', 'csv');
    const [header] = stdout.split('\n');
    expect([`\`${header}\``, `\n${header}\n`].some((written) => page.includes(written))).toBe(true);
  });

  it('names every figure and forecast', { timeout: 60_000 }, async () => {
    const values = async (at: number, ...argv: string[]) => {
      const { code, stdout } = await runMain(...argv, '--format', 'csv');
      expect(code).toBe(0);
      return new Set(
        stdout
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.split(',')[at]!),
      );
    };
    const figures = await values(2, 'negotiate', 'review-as-it-went', '--all');
    const ofSecrets = await values(2, 'negotiate', join(folderWithNegotiation(), 'secret.yaml'), '--all');
    expect(ofSecrets).toContain('belief');
    for (const name of [...figures, ...ofSecrets, ...(await values(4, 'backtest'))])
      expect(page).toContain(`\`${name}\``);
  });
});

describe('the tables of commands and options', () => {
  it('have every command and every option of each', async () => {
    const { stdout } = await runMain('--help');
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) .*/gm)].map(([, name]) => name!);
    expect(commands).toContain('backtest');
    for (const name of commands.filter((one) => one !== 'help' && one !== 'usmca')) {
      expect(page).toMatch(new RegExp(`^\\| \`${name}\\b`, 'm'));
      const help = (await runMain(name, '--help')).stdout;
      const options = [...help.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)].map(([, option]) => option!);
      for (const option of options.filter((one) => one !== 'help')) {
        const row = new RegExp(`^\\| [^|\\n]*\`--${option}\\b`, 'm');
        expect({ name, option, documented: row.test(page) }).toEqual({ name, option, documented: true });
      }
    }
  });
});
