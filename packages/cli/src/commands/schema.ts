import type { Command } from 'commander';
import type { Session } from '../session.ts';

export function addSchema(program: Command, { context }: Session): void {
  program
    .command('schema')
    .description('print the JSON Schema of a case, for editors that complete and check')
    .option('-o, --out <dir>', 'write scenario.schema.json to a folder instead')
    .option('--json', 'the schema is JSON in any case')
    .addHelpText(
      'after',
      `
Examples:
  usmca-sim schema > scenario.schema.json
  usmca-sim schema --out my-cases`,
    )
    .action(async (options: { out?: string }) => {
      const { printable, scenarioJsonSchema } = await import('@usmca-sim/core');
      const text = `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
      if (options.out === undefined) {
        context.stdout.write(text);
        return;
      }
      const { writeFolder } = await import('../write-folder.ts');
      const [path] = writeFolder(
        options.out,
        [{ name: 'scenario.schema.json', pieces: [text] }],
        context.cwd,
      );
      context.stderr.write(printable(`wrote ${path}\n`));
    });
}
