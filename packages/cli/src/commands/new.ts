import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Session } from '../session.ts';

export function addNew(program: Command, { context }: Session): void {
  program
    .command('new')
    .argument('<name>', 'name of the case, in lower case with hyphens')
    .description('write a commented case to start from; never overwrites')
    .option('--dir <dir>', 'folder to write it to', '.')
    .addHelpText(
      'after',
      `
Examples:
  usmca-sim new my-case
  usmca-sim new steel-at-50 --dir my-cases`,
    )
    .action(async (name: string, options: { dir: string }) => {
      const { InputError, newCaseTemplate, scenarioJsonSchema } = await import('@usmca-sim/core');
      const { makeFolder } = await import('../make-folder.ts');
      const id = name.replace(/\.ya?ml$/, '');
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 80) {
        throw new InputError([
          {
            code: 'case-name',
            message: `"${name}" is not a name for a case`,
            advice: 'use lower-case letters, digits and hyphens: steel-at-50',
          },
        ]);
      }
      const path = join(options.dir, `${id}.yaml`);
      makeFolder(options.dir, context.cwd);
      try {
        writeFileSync(resolve(context.cwd, path), newCaseTemplate({ id }), {
          flag: 'wx',
        });
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
        throw new InputError([
          {
            code: 'case-exists',
            message: `${path} exists already and is left as it is`,
            advice: 'choose another name',
          },
        ]);
      }
      context.stdout.write(`${path}\n`);
      const schema = join(options.dir, 'scenario.schema.json');
      if (!existsSync(resolve(context.cwd, schema))) {
        writeFileSync(resolve(context.cwd, schema), `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
        context.stderr.write(`wrote ${schema}, with which editors complete and check cases\n`);
      }
      context.stderr.write(`next: edit it, then usmca-sim validate ${path}\n`);
    });
}
