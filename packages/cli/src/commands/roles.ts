import { type Command, Option } from 'commander';
import { addBehaviourOptions, type BehaviourOptions } from '../behaviour-options.ts';
import { emit } from '../emit.ts';
import { addWorldOptions, type OutputOptions, type WorldOptions } from '../options.ts';
import { reproductionOf } from '../reproduction.ts';
import type { Session } from '../session.ts';

interface Options extends WorldOptions, BehaviourOptions {
  readonly format?: OutputOptions['format'];
  readonly out?: string;
  readonly sheet?: string;
}

export function addRoles(program: Command, session: Session): void {
  const command = program
    .command('roles')
    .argument('<case>', 'name of a case with a negotiation, or a YAML file')
    .description('print the sheets for playing the negotiation of a case with people')
    .option('-o, --out <dir>', 'write every sheet to a file of its own in a folder')
    .option('--sheet <name>', 'print one sheet: shared, facilitator, or role-PARTY such as role-CAN')
    .addOption(
      new Option('-f, --format <format>', 'md in files and text on the terminal unless told').choices([
        'text',
        'md',
        'csv',
        'json',
      ]),
    )
    .addOption(new Option('--json', 'the same as --format json').implies({ format: 'json' }));
  addBehaviourOptions(addWorldOptions(command))
    .addHelpText(
      'after',
      `
Files: shared for everybody; role-USA, role-CAN, role-MEX for who plays that party alone; facilitator with the
answer key. Without --out or --sheet the facilitator's sheet is printed.

Examples:
  usmca-sim roles review-as-it-went --out sheets
  usmca-sim roles review-as-it-went --sheet role-CAN
  usmca-sim roles review-as-it-went --format csv > roles.csv`,
    )
    .action(async (name: string, options: Options) => {
      const { behaviourInWords } = await import('../negotiation-choices.ts');
      const { openPlayable } = await import('../playable-case.ts');
      const { lawManifest } = await import('@usmca-sim/reporter');
      const { sheetsOf } = await import('@usmca-sim/reporter/play');
      const { context } = session;
      const { played, world } = await openPlayable(name, options, session);
      const words = behaviourInWords(options);
      const manifest = lawManifest(world.economy, world.law, reproductionOf(options, session, words));
      const sheets = sheetsOf(played, manifest);
      const wanted = await chosen(sheets, options.sheet);
      if (options.out === undefined) {
        await emit({ report: wanted[0]!.report }, { format: options.format ?? 'text' }, context);
        return;
      }
      const { renderers } = await import('@usmca-sim/reporter');
      const { printable } = await import('@usmca-sim/core');
      const { writeFolder } = await import('../write-folder.ts');
      const renderer = renderers.get(options.format ?? 'md')!;
      const ending = renderer.id === 'text' ? 'txt' : renderer.id;
      const files = (options.sheet === undefined ? sheets : wanted).map((sheet) => ({
        name: `${sheet.name}.${ending}`,
        pieces: renderer.render({ report: sheet.report }, {}),
      }));
      for (const path of writeFolder(options.out, files, context.cwd)) {
        context.stderr.write(printable(`wrote ${path}\n`));
      }
    });
}

/** The sheet asked for; the facilitator's, which has everything, where none is. */
async function chosen<T extends { readonly name: string }>(
  sheets: readonly T[],
  name = 'facilitator',
): Promise<T[]> {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found) return [found];
  const { adviseWord, InputError } = await import('@usmca-sim/core');
  const advice = adviseWord(
    name,
    sheets.map((sheet) => sheet.name),
  );
  const message = `there is no sheet "${name}"`;
  throw new InputError([{ code: 'sheet', message, ...(advice ? { advice } : {}) }]);
}
