import type { Economy, Scenario, Stance } from '@usmca-sim/core';
import type { SectorGroup } from '@usmca-sim/core/tariff-war';
import { type Command, Option } from 'commander';
import { emit } from '../emit.ts';
import { fightToTheEnd } from '../fight-to-the-end.ts';
import { addOutputOptions, addWorldOptions, type OutputOptions, type WorldOptions } from '../options.ts';
import { reproductionOf } from '../reproduction.ts';
import type { Session } from '../session.ts';

interface Options extends OutputOptions, WorldOptions {
  readonly groups: '1' | '8' | 'all';
  readonly objective: 'real-income' | 'stance';
}

/** The case whose law a war takes the place of where none is named. */
const usualCase = 'latest-law';

export function addTariffWar(program: Command, session: Session): void {
  const command = program
    .command('tariff-war')
    .argument('[case]', `name of a case, or a YAML file; ${usualCase} unless told`)
    .description('find the duties with which the three answer each other best, and what they cost')
    .addOption(
      new Option('--groups <number>', 'duties of each on each partner: one, one a group, one a sector')
        .choices(['1', '8', 'all'])
        .default('8'),
    )
    .addOption(
      new Option('--objective <aim>', 'what governments want: stance adds its political weights on sectors')
        .choices(['real-income', 'stance'])
        .default('real-income'),
    );
  addWorldOptions(addOutputOptions(command))
    .addHelpText(
      'after',
      `
Examples:
  usmca-sim tariff-war
  usmca-sim tariff-war law-of-the-review --groups 1
  usmca-sim tariff-war review-as-it-went --objective stance
  usmca-sim tariff-war --groups all --format csv > tariff-war.csv`,
    )
    .action(async (name: string | undefined, options: Options) => {
      const { openWorld } = await import('../world.ts');
      const { lawManifest } = await import('@usmca-sim/reporter');
      const { tariffWarReport } = await import('@usmca-sim/reporter/deals');
      const { context } = session;
      const world = await openWorld(options, context);
      const { economy, law } = world;
      const [scenario] = await world.cases([name ?? usualCase]);
      const groups = await groupsOf(economy, options.groups);
      const stances = options.objective === 'stance' ? await stancesOf(economy, scenario!) : undefined;
      const war = await fightToTheEnd(world, scenario!, { groups, ...(stances ? { stances } : {}) }, context);
      const { id, title, question } = scenario!;
      const words = [`groups ${options.groups}`, `objective ${options.objective}`];
      const manifest = lawManifest(economy, law, reproductionOf(options, session, words));
      const report = tariffWarReport({ id, title, question, regions: economy.regions, war }, { manifest });
      await emit({ report }, options, context);
    });
}

/** @throws InputError where the economy has no goods in any of the groups. */
async function groupsOf(economy: Economy, asked: Options['groups']): Promise<readonly SectorGroup[]> {
  const { eightGroups, everySector, oneGroup } = await import('@usmca-sim/core/tariff-war');
  if (asked === '1') return oneGroup(economy);
  if (asked === 'all') return everySector(economy);
  const grouped = new Set(eightGroups.flatMap(({ sectors }) => sectors));
  const left = economy.sectors.filter(({ code, kind }) => kind === 'goods' && !grouped.has(code));
  if (left.length === 0) return eightGroups;
  const { InputError } = await import('@usmca-sim/core');
  throw new InputError([
    {
      code: 'groups',
      message: `the eight groups have no place for ${left.map(({ code }) => code).join(', ')} of these data`,
      advice: 'ask for --groups 1 or --groups all',
    },
  ]);
}

/** Stances of a case by the economy's parties. @throws InputError where the case has no negotiation. */
async function stancesOf(
  { parties, regions }: Economy,
  { id, negotiation }: Scenario,
): Promise<readonly Stance[]> {
  const { InputError } = await import('@usmca-sim/core');
  if (!negotiation) {
    const message = `the case "${id}" has no negotiation, and so no stances`;
    const advice = 'leave --objective out, or name a case with one, such as review-as-it-went';
    throw new InputError([{ code: 'no-negotiation', message, advice }]);
  }
  const { table, stances } = negotiation;
  return parties.map((n) => stances[table.parties.indexOf(regions[n]!.code)]!);
}
