import type { NegotiatedScenario, PricedReviews, Region, solveQuantal } from '@usmca-sim/core';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { addBehaviourOptions, type BehaviourOptions } from '../negotiation-choices.ts';
import { addWorldOptions, type WorldOptions } from '../options.ts';
import type { Session } from '../session.ts';
import { progressOn } from './negotiate.ts';

type Solution = ReturnType<typeof solveQuantal>;

interface Options extends WorldOptions, BehaviourOptions {
  readonly format: 'text' | 'dot';
  readonly review?: number;
  readonly depth?: number;
}

/** Moves in a row that are drawn unless told: as many as a screen holds, or a sheet of paper. */
const usualDepth = { text: 2, dot: 2 } as const;

export function addTree(program: Command, session: Session): void {
  const command = program
    .command('tree')
    .argument('<case>', 'name of a case with a negotiation, or a YAML file')
    .description('print a review of a negotiation as a tree of lines, or as a graph for Graphviz')
    .addOption(
      new Option('-f, --format <format>', 'lines of text, or a graph for Graphviz')
        .choices(['text', 'dot'])
        .default('text'),
    )
    .option('--review <year>', 'the review to begin with; the first unless told', wholeNumber)
    .option('--depth <moves>', 'moves in a row that are drawn, 2 unless told', wholeNumber);
  addBehaviourOptions(addWorldOptions(command))
    .addHelpText(
      'after',
      `
The review begins in the state in which the game begins.

Examples:
  usmca-sim tree review-as-it-went --depth 3
  usmca-sim tree review-as-it-went --format dot | dot -Tsvg > review.svg`,
    )
    .action(async (name: string, options: Options) => {
      const { openWorld } = await import('../world.ts');
      const { withBehaviour } = await import('../negotiation-choices.ts');
      const { priceReviews } = await import('@usmca-sim/core');
      const { context } = session;
      const world = await openWorld(options, context);
      const [scenario] = withBehaviour(await world.cases([name]), options);
      const first = await reviewAsked(scenario!, options);
      const game = priceReviews(world.economy, world.law, scenario!, progressOn(context));
      const solution = await solved(game);
      const pieces = await drawn(game, solution, first, world.economy.regions, options);
      for (const piece of pieces) context.stdout.write(piece);
    });
}

async function solved({ choices, year, values }: PricedReviews): Promise<Solution> {
  const { solveQuantal, solveSubgamePerfect } = await import('@usmca-sim/core');
  const { concept, precision, stances, table } = choices;
  const reviews = table.reviews.length;
  return concept === 'subgame-perfect'
    ? solveSubgamePerfect(year, values, reviews)
    : solveQuantal(
        year,
        values,
        reviews,
        stances.map((stance) => precision ?? stance.precision.value),
      );
}

async function drawn(
  { year, choices }: PricedReviews,
  solution: Solution,
  first: number,
  regions: readonly Region[],
  { format, depth }: Options,
): Promise<Iterable<string>> {
  const { partiesInSentences, reviewTreeDot, reviewTreeText } = await import('@usmca-sim/reporter');
  const review = {
    year,
    names: partiesInSentences(choices.table, regions),
    review: choices.table.reviews[first]!,
    state: year.start,
    moves: solution.moves[first]!,
    values: solution.values[first]!,
    depth: depth ?? usualDepth[format === 'dot' ? 'dot' : 'text'],
  };
  return format === 'dot' ? reviewTreeDot(review) : reviewTreeText(review);
}

/**
 * Place of the first review asked for.
 *
 * @throws InputError with everything about the reviews that cannot be.
 */
async function reviewAsked(
  { negotiation: { table, concept } }: NegotiatedScenario,
  { review }: Options,
): Promise<number> {
  const { ProblemList } = await import('@usmca-sim/core');
  const problems = new ProblemList();
  const [from, until] = [table.reviews[0]!, table.reviews.at(-1)!];
  const at = review === undefined ? 0 : table.reviews.indexOf(review);
  if (at < 0)
    problems.add(
      'review',
      `there is no review in ${review}`,
      undefined,
      `reviews are from ${from} to ${until}`,
    );
  if (concept === 'private-types') {
    const message = 'a tree with private types cannot be drawn: what is known at a node depends on the past';
    problems.add(
      'concept',
      message,
      undefined,
      'as in --concept quantal, with the stances as they are on average',
    );
  }
  problems.throwIfAny();
  return at;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('It is a whole number of 1 or more.');
  return Number(text);
}
