import type { NegotiatedScenario, PricedReviews, Region, solvePriced } from '@usmca-sim/core';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { addBehaviourOptions, type BehaviourOptions } from '../behaviour-options.ts';
import { columnsOf } from '../emit.ts';
import { addWorldOptions, type WorldOptions } from '../options.ts';
import type { Session } from '../session.ts';

type Solution = ReturnType<typeof solvePriced>;

interface Options extends WorldOptions, BehaviourOptions {
  readonly format: 'text' | 'efg' | 'dot';
  readonly reviews: number;
  readonly review?: number;
  readonly depth?: number;
}

/** Moves in a row that are drawn unless told: as many as a screen holds, or a sheet of paper. */
const usualDepth = { text: 2, dot: 2 } as const;

export function addTree(program: Command, session: Session): void {
  const command = program
    .command('tree')
    .argument('<case>', 'name of a case with a negotiation, or a YAML file')
    .description('print a review of a negotiation as a tree, or in the formats of Gambit or Graphviz')
    .addOption(
      new Option('-f, --format <format>', 'lines of text, a game for Gambit, or a graph for Graphviz')
        .choices(['text', 'efg', 'dot'])
        .default('text'),
    )
    .option('--review <year>', 'the review to begin with; the first unless told', wholeNumber)
    .option('--reviews <number>', 'efg: reviews in a row that are written out, 1 or 2', wholeNumber, 1)
    .option('--depth <moves>', 'text and dot: moves in a row that are drawn', wholeNumber);
  addBehaviourOptions(addWorldOptions(command))
    .addHelpText(
      'after',
      `
The review begins in the state in which the game begins. What follows the reviews written out is worth what
the solved game makes of it.

Examples:
  usmca-sim tree review-as-it-went --depth 3
  usmca-sim tree review-as-it-went --format dot | dot -Tsvg > review.svg
  usmca-sim tree review-as-it-went --format efg > review.efg && gambit-logit review.efg`,
    )
    .action(async (name: string, options: Options) => {
      const { solvePriced } = await import('@usmca-sim/core');
      const { openNegotiated, priceCase } = await import('../priced-case.ts');
      const { context } = session;
      const { world, scenario } = await openNegotiated(name, options, session);
      const first = await reviewAsked(scenario, options);
      const { game } = await priceCase(scenario, world, context);
      const solution = solvePriced(game);
      const pieces =
        options.format === 'efg'
          ? [await written(game, solution, first, options.reviews)]
          : await drawn(game, solution, first, world.economy.regions, {
              ...options,
              columns: columnsOf(context),
            });
      for (const piece of pieces) context.stdout.write(piece);
    });
}

async function drawn(
  { year, choices }: PricedReviews,
  solution: Solution,
  first: number,
  regions: readonly Region[],
  { format, depth, columns }: Options & { readonly columns: number | undefined },
): Promise<Iterable<string>> {
  const { partiesInSentences, reviewTreeDot, reviewTreeText } = await import(
    '@usmca-sim/reporter/negotiation'
  );
  const review = {
    year,
    names: partiesInSentences(choices.table, regions),
    review: choices.table.reviews[first]!,
    state: year.start,
    moves: solution.moves[first]!,
    values: solution.values[first]!,
    depth: depth ?? usualDepth[format === 'dot' ? 'dot' : 'text'],
  };
  return format === 'dot' ? reviewTreeDot(review) : reviewTreeText(review, columns);
}

/** Reviews in Gambit's format; what comes after them is worth what the solved game makes of it. */
async function written(
  game: PricedReviews,
  solution: Solution,
  first: number,
  count: number,
): Promise<string> {
  const { toExtensiveGame } = await import('@usmca-sim/core');
  const { writeEfg } = await import('@usmca-sim/core/games');
  const { continuationAfter } = await import('../continuation.ts');
  const { year, values } = game;
  const { reviews, title } = year.table;
  const shown = reviews.slice(first, first + count);
  const last = continuationAfter(game, solution.values, first + count - 1);
  const extensive = toExtensiveGame(
    { ...year, table: { ...year.table, reviews: shown } },
    { ...values, last },
    {
      reviews: shown.length,
      title: `${title}: ${shown.length === 1 ? 'review' : 'reviews'} of ${shown.join(' and ')}`,
    },
  );
  return writeEfg(extensive);
}

/**
 * Place of the first review asked for.
 *
 * @throws InputError with everything about the reviews that cannot be.
 */
async function reviewAsked(
  { negotiation: { table, concept } }: NegotiatedScenario,
  { review, reviews, depth, format }: Options,
): Promise<number> {
  const { ProblemList } = await import('@usmca-sim/core');
  const { refuseSecrets } = await import('../negotiation-choices.ts');
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
  if (reviews !== 1 && reviews !== 2)
    problems.add('reviews', `--reviews ${reviews} cannot be written out`, undefined, 'one review or two');
  else if (at >= 0 && at + reviews > table.reviews.length)
    problems.add('reviews', `after ${review} there is no further review`, undefined, 'leave --reviews out');
  if (reviews === 2 && format !== 'efg')
    problems.add('reviews', `--reviews is for --format efg`, undefined, 'leave it out, or ask for efg');
  if (depth !== undefined && format === 'efg')
    problems.add('depth', '--depth is for text and dot', undefined, 'a game for Gambit is whole');
  const message = 'a tree with private types cannot be drawn: what is known at a node depends on the past';
  refuseSecrets(concept, message, problems);
  problems.throwIfAny();
  return at;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('It is a whole number of 1 or more.');
  return Number(text);
}
