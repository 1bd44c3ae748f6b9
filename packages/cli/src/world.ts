import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  adviseWord,
  type CaseFiles,
  caseId,
  type Economy,
  InputError,
  type Law,
  type Problem,
  parseScenario,
  renderProblem,
  type Scenario,
  type Situation,
  situationOf,
} from '@usmca-sim/core';
import { economy2024, economyIn, lawOf } from '@usmca-sim/data';
import type { ListedCase, Listing } from '@usmca-sim/reporter';
import { caseFolder, caseLibrary, findCase } from '@usmca-sim/scenarios';
import type { Context } from './context.ts';
import { librarysProblem } from './library-elsewhere.ts';
import type { WorldOptions } from './options.ts';

/** The data and the cases that a command works on. */
export interface World {
  readonly economy: Economy;
  readonly law: Law;
  /** Ids of the cases that can be named without a path and are meant to be listed. */
  ids(): readonly string[];
  /** Every case of the folder chosen, or of the library, and the problems of those that cannot be read. */
  list(): Promise<{ readonly cases: readonly ListedCase[]; readonly problems: readonly Problem[] }>;
  /**
   * The cases named, by id or as a YAML file, in that order.
   *
   * @throws InputError with the problems of all of them.
   */
  cases(names: readonly string[]): Promise<Scenario[]>;
  /** A case that another names: beside it, or in the library. */
  beside(scenario: Scenario, id: string): Promise<Scenario>;
  /** Of the variations among cases that ask their parent's question: id to the id of the parent. */
  inheritedQuestions(scenarios: readonly Scenario[]): Promise<ReadonlyMap<string, string>>;
  /**
   * The text of a case, of those that it extends, and of the table and the stances of its negotiation, in the order in
   * which they are read: the case first.
   */
  listings(scenario: Scenario): readonly Listing[];
  /** The law that a case starts from. */
  startOf(scenario: Scenario): Situation;
}

/**
 * Loads the economy, embedded or one's own, and the law on record for it.
 *
 * @throws InputError where the data cannot be used, or there is no folder of cases where one was named.
 */
export async function openWorld(options: WorldOptions, context: Context): Promise<World> {
  if (options.scenarios !== undefined) checkFolder(options.scenarios, context);
  const note = (problem: Problem) => context.stderr.write(`note: ${renderProblem(problem)}\n`);
  const economy =
    options.economy === undefined ? economy2024() : economyIn(resolve(context.cwd, options.economy), note);
  const law = lawOf(economy);
  const find = (name: string) =>
    findCase(name, {
      cwd: context.cwd,
      ...(options.scenarios === undefined ? {} : { folder: options.scenarios }),
    });
  const read = async ({ file, files }: { file: string; files: CaseFiles }) => {
    const texts = new Map<string, string>();
    const noting = { ...files, read: (path: string) => noteText(texts, path, files.read(path)) };
    const scenario = await parseScenario(file, noting, { economy, law }).catch((error) => {
      const isElsewhere = options.economy !== undefined && files === caseLibrary();
      throw isElsewhere ? librarysProblem(error, caseId(file)) : error;
    });
    origins.set(scenario, { files, texts });
    noteSameId(scenario);
    return scenario;
  };
  const noted = new Set<string>();
  /** A case of one's own comes before the library's of that id; whoever meant the other should hear of it. */
  const noteSameId = ({ id, file }: Scenario) => {
    const theirs = caseLibrary().locate(id);
    if (theirs === undefined || caseLibrary().display?.(theirs) === file || noted.has(file)) return;
    noted.add(file);
    const message = `${file} takes the place of the case "${id}" of the library`;
    note({ code: 'same-id', message, advice: 'give the file another name to have both' });
  };
  const origins = new WeakMap<
    Scenario,
    { readonly files: CaseFiles; readonly texts: ReadonlyMap<string, string> }
  >();
  const readAll = async (names: readonly string[]) => {
    const scenarios: Scenario[] = [];
    const problems: Problem[] = [];
    for (const name of names) {
      try {
        scenarios.push(await read(find(name)));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        problems.push(...error.problems);
      }
    }
    return { scenarios, problems };
  };
  const world: World = {
    economy,
    law,
    ids: () => {
      if (options.scenarios === undefined) return caseLibrary().ids();
      const ids = caseFolder(resolve(context.cwd, options.scenarios), {
        shownAs: options.scenarios,
      }).ids();
      if (ids.length === 0) {
        throw new InputError([
          {
            code: 'no-cases',
            message: `there are no cases in ${options.scenarios}`,
          },
        ]);
      }
      return ids;
    },
    list: async () => {
      const { scenarios, problems } = await readAll(world.ids());
      const inherited = await world.inheritedQuestions(scenarios);
      const cases = scenarios.map(({ id, title, question }) => {
        const questionOf = inherited.get(id);
        return { id, title, question, ...(questionOf === undefined ? {} : { questionOf }) };
      });
      return { cases, problems };
    },
    cases: async (names) => {
      const { scenarios, problems } = await readAll(names);
      if (problems.length > 0) throw new InputError(problems);
      return scenarios;
    },
    beside: (scenario, id) => {
      const files = origins.get(scenario)?.files;
      const file = files?.locate(id);
      return files && file !== undefined ? read({ file, files }) : read(find(id));
    },
    inheritedQuestions: async (scenarios) => {
      const inherited = new Map<string, string>();
      for (const scenario of scenarios) {
        const parent = scenario.lineage[1];
        if (parent === undefined) continue;
        const other =
          scenarios.find(({ id }) => id === parent) ??
          (await world.beside(scenario, parent).catch(() => undefined));
        if (other?.question === scenario.question) inherited.set(scenario.id, parent);
      }
      return inherited;
    },
    listings: (scenario) => {
      const { files, texts } = origins.get(scenario)!;
      const yaml = [...texts].filter(([path]) => /\.ya?ml$/i.test(path));
      return yaml.map(([path, text]) => ({ title: files.display?.(path) ?? path, text }));
    },
    startOf: ({ asOf }) => lawAsOf(law, asOf),
  };
  return world;
}

/**
 * The law that a name or a date stands for.
 *
 * @throws InputError where the record has neither.
 */
function lawAsOf(law: Law, asOf: string): Situation {
  const situation = situationOf(law, asOf);
  if (situation) return situation;
  const problem = { code: 'unknown-situation', message: `there is no law on record for "${asOf}"` };
  const names = law.situations.map(({ id }) => id);
  const covered = `the record covers ${law.covered.first} to ${law.covered.last}`;
  const advice = /^\d/.test(asOf) ? covered : (adviseWord(asOf, names) ?? covered);
  throw new InputError([{ ...problem, advice }]);
}

function noteText(texts: Map<string, string>, path: string, text: string | undefined): string | undefined {
  if (text !== undefined) texts.set(path, text);
  return text;
}

function checkFolder(folder: string, { cwd }: Context): void {
  const stats = statSync(resolve(cwd, folder), { throwIfNoEntry: false });
  if (stats?.isDirectory()) return;
  const why = stats ? 'it is a file, not a folder' : 'there is no such folder';
  throw new InputError([{ code: 'no-cases', message: `there are no cases in ${folder}: ${why}` }]);
}
