import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { commandLine } from '../command-line.ts';
import type { Context } from '../context.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly dir: string;
  readonly economy?: string;
  readonly json?: boolean;
}

export function addNew(program: Command, { context }: Session): void {
  program
    .command('new')
    .argument('<name>', 'name of the case, in lower case with hyphens')
    .description('write a commented case to start from; never overwrites')
    .option('--dir <dir>', 'folder to write it to', '.')
    .option('--economy <dir>', 'write it in the codes of your own data')
    .option('--json', 'say what was written as JSON')
    .addHelpText(
      'after',
      `
Examples:
  usmca-sim new my-case
  usmca-sim new steel-at-50 --dir my-cases
  usmca-sim new my-case --economy my-economy`,
    )
    .action(async (name: string, options: Options) => {
      const { InputError, newCaseTemplate, printable, scenarioJsonSchema } = await import('@usmca-sim/core');
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
      const world = options.economy === undefined ? {} : { world: await worldOf(options, context) };
      const path = join(options.dir, `${id}.yaml`);
      makeFolder(options.dir, context.cwd);
      try {
        writeFileSync(resolve(context.cwd, path), newCaseTemplate({ id, ...world }), {
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
      const written = [path];
      const schema = join(options.dir, 'scenario.schema.json');
      if (!existsSync(resolve(context.cwd, schema))) {
        writeFileSync(resolve(context.cwd, schema), `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
        written.push(schema);
      }
      if (options.json) {
        context.stdout.write(`${JSON.stringify({ written })}\n`);
        return;
      }
      context.stdout.write(printable(`${path}\n`));
      if (written.length > 1) {
        context.stderr.write(printable(`wrote ${schema}, with which editors complete and check cases\n`));
      }
      const economy = options.economy === undefined ? [] : ['--economy', options.economy];
      context.stderr.write(printable(`next: edit it, then ${commandLine(['validate', path, ...economy])}\n`));
    });
}

/** The data that the case is to speak of, and their law. */
async function worldOf({ economy }: Options, context: Context) {
  const { openWorld } = await import('../world.ts');
  const world = await openWorld(economy === undefined ? {} : { economy }, context);
  return { economy: world.economy, law: world.law };
}
