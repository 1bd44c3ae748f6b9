import { Argument, type Command } from 'commander';
import type { Session } from '../session.ts';

const kinds = ['case', 'table', 'stance', 'report'] as const;
type Kind = (typeof kinds)[number];

/** As the folder of cases has them, so that a copy stands beside what it checks under the same name. */
const fileNames: Readonly<Record<Kind, string>> = {
  case: 'scenario.schema.json',
  table: 'table.schema.json',
  stance: 'stance.schema.json',
  report: 'report.schema.json',
};

export function addSchema(program: Command, { context }: Session): void {
  program
    .command('schema')
    .description(
      'print the JSON Schema of a case, a table or a stance, for editors that complete and check, or of a report',
    )
    .addArgument(
      new Argument('[kind]', 'what the schema is of; a case unless told').choices(kinds).default('case'),
    )
    .option('-o, --out <dir>', 'write it to a folder instead, such as scenario.schema.json')
    .option('--json', 'the schema is JSON in any case')
    .addHelpText(
      'after',
      `
Examples:
  usmca-sim schema > scenario.schema.json
  usmca-sim schema stance --out my-stances
  usmca-sim schema report`,
    )
    .action(async (kind: Kind, options: { out?: string }) => {
      const { printable, scenarioJsonSchema, stanceJsonSchema, tableJsonSchema } = await import(
        '@usmca-sim/core'
      );
      const { reportJsonSchema } = await import('@usmca-sim/reporter/schema');
      const schemas = {
        case: scenarioJsonSchema,
        table: tableJsonSchema,
        stance: stanceJsonSchema,
        report: reportJsonSchema,
      };
      const text = `${JSON.stringify(schemas[kind](), null, 2)}\n`;
      if (options.out === undefined) {
        context.stdout.write(text);
        return;
      }
      const { writeFolder } = await import('../write-folder.ts');
      const [path] = writeFolder(options.out, [{ name: fileNames[kind], pieces: [text] }], context.cwd);
      context.stderr.write(printable(`wrote ${path}\n`));
    });
}
