import { totalOf } from '@usmca-sim/core';
import { type AnswerKey, answerKey, noNews } from '@usmca-sim/core/play';
import { labelColumn } from '../label-column.ts';
import { capitalised, counted, joined } from '../names.ts';
import { type Cast, moveInWords } from '../negotiation/move-in-words.ts';
import { formatNumber } from '../number-style.ts';
import type { Manifest, Report, Section, Table } from '../report.ts';
import { reproductionPoints } from '../reproduction.ts';
import { valueColumn } from './columns.ts';
import { dealsTable } from './deals-table.ts';
import { castOf, headingsOf, type PlayedCase } from './played-case.ts';
import { optionInWords } from './public-sheet.ts';
import { roleRecord } from './role-record.ts';

/** The sheet of who leads the game: the answer key. */
export function facilitatorSheet(played: PlayedCase, manifest: Manifest): Report {
  const { playable } = played;
  const cast = castOf(played);
  const key = answerKey(playable);
  return {
    title: `For the facilitator: ${playable.title}`,
    question: playable.question,
    sections: [
      howToLead(cast),
      worthOfPackages(key, played, cast),
      {
        heading: 'Where a deal would lie',
        sentences: [
          `${capitalised(counted(key.bargaining.pareto.length, 'deal'))} of the first review ${key.bargaining.pareto.length === 1 ? 'is' : 'are'} efficient: no other is better for one and worse for nobody. As the game is solved, ${formatNumber(key.bargaining.leftOnTheTable, 2)} percent of real income is left on the table for each.`,
        ],
        tables: [dealsTable(key.bargaining, key.expected, 'As solved', played)],
      },
      likelyGame(key, cast),
      { heading: 'How to reproduce', code: [manifest.command], points: reproductionPoints(manifest) },
    ],
    manifest,
    record: roleRecord(playable.id, cast.table, key.roles),
  };
}

function howToLead({ table }: Cast): Section {
  const [first] = table.news;
  return {
    heading: 'How to lead the game',
    points: [
      'Hand out the shared sheet to all and each confidential sheet to who plays the party. Keep this one.',
      'Ask everybody to predict a move before it is shown: a prediction is scored, and what went into it is worth talking over.',
      'Afterwards set what each got against its reservation value and the Nash point, and ask who could have had more without anybody having less.',
      ...(first
        ? [
            `News that a plan may bring at a review: ${joined(table.news.map(({ id, title }) => `${id} (${title})`))}; ${noNews} for a review without.`,
          ]
        : []),
    ],
    ...(first
      ? {
          code: [
            `news: [{at: ${table.reviews[0]}, news: ${first.id}, say: Good morning. Here is the news.}]`,
          ],
        }
      : {}),
  };
}

function worthOfPackages({ roles, expected }: AnswerKey, played: PlayedCase, cast: Cast): Section {
  const { table } = cast;
  const headings = headingsOf(played);
  const shown: Table = {
    title: 'Worth of each package, signed at the first review; percent of real income, present value',
    columns: [
      labelColumn('Package', 'package'),
      ...headings.map((heading, k) => valueColumn(table.parties[k]!, heading)),
    ],
    rows: [
      ...roles[0]!.packages.map(({ package: pack }, p) => ({
        cells: [pack.title, ...roles.map(({ packages }) => totalOf(packages[p]!.worth))],
      })),
      { cells: ['No agreement at the first review', ...roles.map(({ range }) => range.reservation)] },
      { cells: ['The game as it is solved', ...expected] },
    ],
  };
  return { heading: 'What is at stake for each', points: redLinesOfAll(roles, cast), tables: [shown] };
}

/** Who has red lines, and what is on no sheet because of them. */
function redLinesOfAll(roles: AnswerKey['roles'], cast: Cast): string[] {
  const lines = roles.flatMap(({ party, stance }) => {
    if (stance.redLines.length === 0) return [];
    const own = stance.redLines.map(({ value }) => optionInWords(value, cast));
    return [`Red lines of ${cast.names[party]}: ${own.join('; ')}.`];
  });
  const listed = roles[0]!.packages.map(({ package: pack }) => pack);
  const left = cast.table.packages.filter((pack) => !listed.includes(pack)).map(({ title }) => `“${title}”`);
  if (left.length === 0) return lines;
  return [...lines, `Left off all other sheets, because nobody may put it to a signer: ${joined(left)}.`];
}

function likelyGame({ path }: AnswerKey, cast: Cast): Section {
  return {
    heading: 'The likeliest move at every point',
    sentences: ['Each with its probability once there; the game as a whole may well go otherwise.'],
    points: path.map(
      (step) => `${step.year}: ${moveInWords(step, cast)} (${formatNumber(100 * step.probability, 0)}%)`,
    ),
  };
}
