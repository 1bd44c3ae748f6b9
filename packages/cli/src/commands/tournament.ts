import { availableParallelism } from 'node:os';
import type { ProblemList } from '@usmca-sim/core';
import type { Command } from 'commander';
import { addBehaviourOptions, type BehaviourOptions } from '../behaviour-options.ts';
import { type Context, isWatched } from '../context.ts';
import { emit } from '../emit.ts';
import { addOutputOptions, addWorldOptions, type OutputOptions, type WorldOptions } from '../options.ts';
import type { Session } from '../session.ts';

interface Options extends OutputOptions, WorldOptions, BehaviourOptions {
  readonly strategies?: readonly string[];
  /** As written: all that is wrong is told at once. */
  readonly games: string;
  readonly workers?: string;
  readonly seed: string;
  readonly all?: boolean;
}

/** Beyond this a tournament takes hours; more threads than this are a slip of the finger. */
const mostGames = 2_000_000;
const mostWorkers = 256;

export function addTournament(program: Command, session: Session): void {
  const command = program
    .command('tournament')
    .argument('<case>', 'name of a case with a negotiation, or a YAML file')
    .description('play strategies against each other in the negotiation of a case, and keep the score')
    .option(
      '--strategies <list...>',
      'strategies, separated by commas, for every government; PARTY=LIST for one; all unless told',
    )
    .option('--games <number>', 'games of every assignment of strategies to governments', '10')
    .option('--seed <text>', 'what chance is drawn from: the same seed gives the same games', '1')
    .option('--workers <number>', 'threads that play; the result is the same on any number')
    .option('--all', 'every assignment in a table, however many');
  addBehaviourOptions(addWorldOptions(addOutputOptions(command)))
    .addHelpText(
      'after',
      `
Strategies: boulware, linear, conceder, tit-for-tat, grim, conciliatory, best-response, quantal, random.

Examples:
  usmca-sim tournament review-as-it-went
  usmca-sim tournament review-as-it-went --strategies boulware,conceder,tit-for-tat --games 100
  usmca-sim tournament review-as-it-went --strategies best-response CAN=grim,conciliatory --all
  usmca-sim tournament review-as-it-went --seed 7 --format csv > tournament.csv`,
    )
    .action(async (name: string, options: Options) => {
      const { ProblemList, solvePriced } = await import('@usmca-sim/core');
      const core = await import('@usmca-sim/core/strategies');
      const { tournamentReport } = await import('@usmca-sim/reporter');
      const { refuseSecrets } = await import('../negotiation-choices.ts');
      const { negotiationManifest, openNegotiated, priceCase } = await import('../priced-case.ts');
      const { playParts } = await import('../play-tournament.ts');
      const { context } = session;
      const known = core.strategies.map(({ id }) => id);
      const problems = new ProblemList();
      const games = wholeNumber('games', options.games, mostGames, problems);
      const workers = wholeNumber(
        'workers',
        options.workers ?? `${availableParallelism()}`,
        mostWorkers,
        problems,
      );
      const lists = await listsOf(options.strategies ?? [known.join(',')], known, problems);
      problems.throwIfAny();
      const { world, scenario } = await openNegotiated(name, options, session);
      const { table, concept } = scenario.negotiation;
      const choices = await choicesOf(lists, table.parties, problems);
      const message = 'strategies cannot be played with private types: all of them see the same game';
      refuseSecrets(concept, message, problems);
      const assignments = core.assignmentsOf(choices);
      if (assignments.length * games > mostGames) {
        const count = `${assignments.length} assignments of ${games} games`;
        const message = `${count} are more than the ${mostGames} games of a tournament`;
        problems.add('games', message, undefined, 'ask for fewer games, or fewer strategies');
      }
      problems.throwIfAny();

      const { game: priced, about } = await priceCase(scenario, world, context);
      const game = { year: priced.year, values: priced.values, solution: solvePriced(priced) };
      const parts = core.tournamentParts(assignments, games, options.seed);
      const tell = tellingOn(context, assignments.length * games);
      const records = core.tournamentRecords(parts, await playParts(game, parts, workers, tell));

      const words = [`seed ${options.seed}`, `${games} games an assignment`];
      const report = tournamentReport(
        {
          ...about,
          table: priced.choices.table,
          strategies: core.strategies.filter(({ id }) => choices.some((own) => own.includes(id))),
          seed: options.seed,
          efficientDeals: core.efficientDeals(new core.GameToPlay(game)).length,
          records,
          standings: core.standingsOf(records),
        },
        { all: options.all ?? false, manifest: negotiationManifest(world, options, session, words) },
      );
      await emit({ report }, options, context);
    });
}

/** Strategies for every government, or for one of them. */
interface StrategyList {
  readonly party?: string;
  readonly ids: readonly string[];
}

async function listsOf(
  words: readonly string[],
  known: readonly string[],
  problems: ProblemList,
): Promise<StrategyList[]> {
  const { adviseWord } = await import('@usmca-sim/core');
  return words.map((word) => {
    const [before, after] = word.split(/=(.*)/s);
    const ids = (after ?? before!)
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== '');
    if (ids.length === 0) {
      problems.add(
        'strategy',
        `"${word}" names no strategy`,
        undefined,
        `possible here: ${known.join(', ')}`,
      );
    }
    for (const id of new Set(ids)) {
      if (known.includes(id)) continue;
      problems.add('strategy', `there is no strategy "${id}"`, undefined, adviseWord(id, known));
    }
    return { ids: [...new Set(ids)], ...(after === undefined ? {} : { party: before!.trim() }) };
  });
}

/** Strategies of each party: its own list where it has one, else those of all. */
async function choicesOf(
  lists: readonly StrategyList[],
  parties: readonly string[],
  problems: ProblemList,
): Promise<string[][]> {
  const { adviseWord } = await import('@usmca-sim/core');
  const forAll = lists.filter(({ party }) => party === undefined).flatMap(({ ids }) => ids);
  for (const { party } of lists) {
    if (party === undefined || parties.includes(party)) continue;
    const message = `"${party}" is no party of this negotiation`;
    problems.add('party', message, undefined, adviseWord(party, parties));
  }
  return parties.map((party) => {
    const own = lists.filter((list) => list.party === party).flatMap(({ ids }) => ids);
    const ids = [...new Set(own.length > 0 ? own : forAll)];
    if (ids.length === 0) {
      const message = `no strategy is named for ${party}`;
      problems.add('strategy', message, undefined, `${party}=LIST, or a list for every government`);
    }
    return ids;
  });
}

function wholeNumber(option: string, text: string, most: number, problems: ProblemList): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  const message = `--${option} ${text} is not a whole number from 1 to ${most}`;
  problems.add(option, message, undefined, `such as --${option} ${option === 'games' ? 100 : 2}`);
  return 1;
}

/** Says on a terminal how far the games are, a few times a second, in a line that is wiped at the end. */
function tellingOn(context: Context, of: number): (games: number) => void {
  if (!isWatched(context)) return () => undefined;
  let last = 0;
  return (games) => {
    const now = performance.now();
    if (games < of && now - last < 100) return;
    last = now;
    context.stderr.write(games < of ? `\rgame ${games} of ${of}` : '\r\u001b[K');
  };
}
