import { type Debrief, debriefOf, type PlayedGame } from '@usmca-sim/core/play';
import { labelColumn } from '../label-column.ts';
import { capitalised, counted, joined } from '../names.ts';
import { partLabels } from '../negotiation/gains-and-losses.ts';
import { type Cast, moveAsInfinitive, moveInWords } from '../negotiation/move-in-words.ts';
import { regimeInWords } from '../negotiation/regime-in-words.ts';
import { formatNumber } from '../number-style.ts';
import type { Manifest, Report, Section, Table } from '../report.ts';
import { reproductionPoints } from '../reproduction.ts';
import { changeColumn, valueColumn } from './columns.ts';
import { dealsTable, dealTitle } from './deals-table.ts';
import { debriefRecord } from './debrief-record.ts';
import { castOf, headingsOf, type PlayedCase } from './played-case.ts';

/** The debrief of the branch that is played: nothing is secret in it. */
export function debriefReport(played: PlayedCase, game: PlayedGame, manifest: Manifest): Report {
  const debrief = debriefOf(played.playable, game);
  const cast = castOf(played);
  return {
    title: `Debrief: ${played.playable.title}`,
    question: played.playable.question,
    sections: [
      { heading: 'In brief', sentences: inBrief(debrief, cast) },
      offersSection(debrief, cast),
      againstDeals(debrief, played),
      turnsSection(debrief, cast),
      ...predictionsSections(debrief, cast),
      {
        heading: 'Move by move',
        points: debrief.moves.map((move) => `${move.year}: ${moveInWords(move, cast)}`),
      },
      { heading: 'How to reproduce', code: [manifest.command], points: reproductionPoints(manifest) },
    ],
    manifest,
    record: debriefRecord(played.playable.id, cast.table, debrief),
  };
}

function inBrief({ isOver, regime, scores, expected, bargaining, takenBack }: Debrief, cast: Cast): string[] {
  const each = cast.names.map(
    (name, k) => `${name} ${value(scores[k]!)} (${value(expected[k]!)} was expected before the first move)`,
  );
  const left = bargaining.leftOnTheTable;
  return [
    isOver
      ? `In the end ${regimeInWords(regime, cast.names)}.`
      : `The game is not over; ${regimeInWords(regime, cast.names)}. Payoffs are what has been paid and, for the rest, what is expected as the solved game goes on.`,
    `Payoffs in percent of real income, present value: ${joined(each)}.`,
    left > 0
      ? `Left on the table: ${formatNumber(left, 2)} for every government; in a deal of the first review each could have had that much more.`
      : bargaining.efficient
        ? 'No deal of the first review would have been better for one and worse for nobody.'
        : 'No deal of the first review would have been better for all by the same amount, but some would for one of them and worse for nobody.',
    ...(takenBack > 0 ? [`People took ${counted(takenBack, 'move')} back.`] : []),
  ];
}

function offersSection({ offers }: Debrief, cast: Cast): Section {
  if (offers.length === 0) return { heading: 'Offers', sentences: ['Nobody was made an offer.'] };
  return {
    heading: 'Offers',
    tables: [
      {
        title: 'Offers on the line of time, and what became of them',
        columns: [
          labelColumn('Review', 'year'),
          labelColumn('Offer', 'offer'),
          labelColumn('Answers', 'answers'),
          labelColumn('Agreed', 'agreed'),
        ],
        rows: offers.map(({ year, move, answers, agreed }) => ({
          cells: [
            `${year}`,
            capitalised(moveInWords({ players: [0], about: 'offer', move }, cast)),
            answers
              .map(({ party, about, move: own }) => moveInWords({ players: [party], about, move: own }, cast))
              .join('; '),
            agreed ? 'yes' : 'no',
          ],
        })),
      },
    ],
  };
}

function againstDeals({ bargaining, scores, isOver }: Debrief, played: PlayedCase): Section {
  return {
    heading: 'Against the deals of the first review',
    tables: [
      dealsTable(bargaining, scores, isOver ? 'Got' : 'Expected', played),
      paretoTable(bargaining.pareto, played),
    ],
  };
}

function paretoTable(pareto: Debrief['bargaining']['pareto'], played: PlayedCase): Table {
  const { table } = played.playable.game.year;
  return {
    title: 'Efficient deals of the first review: no other is better for one and worse for nobody; percent',
    columns: [
      labelColumn('Deal', 'deal'),
      ...headingsOf(played).map((heading, k) => valueColumn(table.parties[k]!, heading)),
    ],
    rows: pareto.map((deal) => ({ cells: [dealTitle(deal), ...deal.worth] })),
  };
}

function turnsSection({ turns }: Debrief, cast: Cast): Section {
  return {
    heading: 'What the solved game would have done',
    sentences: [
      'At every turn of a person: the move made, how often the solved game makes it, the move worth most if all go on as solved, what the one made is worth less, and the part of the payoff that makes most of it. Percent of real income, present value of that review. A move may do better than this against people, who are not the solved game.',
    ],
    tables: [
      {
        title: 'Turns of people',
        columns: [
          labelColumn('Review', 'year'),
          labelColumn('Move', 'move'),
          { key: 'probability', heading: 'As solved, %', kind: 'points', unit: 'percent', decimals: 0 },
          labelColumn('Worth most', 'best'),
          { key: 'loses', heading: 'Worth less by', kind: 'points', unit: 'percent', decimals: 3 },
          labelColumn('Because of', 'decided-by'),
        ],
        rows: turns.map(({ party, year, about, made, best, loses, decidedBy }) => ({
          cells: [
            `${year}`,
            capitalised(moveInWords({ players: [party], about, move: made.move }, cast)),
            100 * made.probability,
            decidedBy ? capitalised(moveAsInfinitive(about, best.move, cast)) : 'the same',
            loses,
            decidedBy ? partLabels[decidedBy] : '',
          ],
        })),
      },
    ],
  };
}

function predictionsSections({ predictions: { moves, flows } }: Debrief, cast: Cast): Section[] {
  if (moves.length + flows.length === 0) return [];
  const tables: Table[] = [];
  if (moves.length > 0) {
    tables.push({
      title: 'Predictions of moves',
      columns: [
        labelColumn('Review', 'year'),
        labelColumn('By', 'by'),
        labelColumn('Predicted', 'predicted'),
        labelColumn('Came', 'came'),
        { key: 'brier', heading: 'Brier', kind: 'points', unit: '', decimals: 2 },
        labelColumn('Hit', 'hit'),
      ],
      rows: moves.map(({ prediction, year, about, made, brier, hit }) => ({
        cells: [
          `${year}`,
          cast.names[prediction.party]!,
          Object.entries(prediction.chances)
            .filter(([, p]) => p > 0)
            .map(([move, p]) => `${moveAsInfinitive(about, move, cast)} (${formatNumber(100 * p, 0)}%)`)
            .join('; '),
          moveInWords({ players: [prediction.of], about, move: made }, cast),
          brier,
          hit ? 'yes' : 'no',
        ],
      })),
      notes: [
        'Brier’s score is the sum over moves of the squared distance between the probability and what came: 0 for certainty that was right, 2 for certainty that was wrong, and the lower the nearer.',
      ],
    });
  }
  if (flows.length > 0) {
    tables.push({
      title: 'Predictions of trade, the long run after the review against that before it',
      columns: [
        labelColumn('Review', 'year'),
        labelColumn('By', 'by'),
        labelColumn('Flow', 'flow'),
        changeColumn('predicted', 'Predicted'),
        changeColumn('came', 'Came'),
        labelColumn('Hit', 'hit'),
      ],
      rows: flows.map(({ prediction, year, change, hit }) => ({
        cells: [
          `${year}`,
          cast.names[prediction.party]!,
          `imports of ${cast.names[prediction.importer]} from ${cast.names[prediction.exporter]}`,
          prediction.change,
          change,
          hit ? 'yes' : 'no',
        ],
      })),
      notes: ['A hit has the right direction, up, down or unchanged (within 0.05%).'],
    });
  }
  return [{ heading: 'Predictions', sentences: meansOf(moves, cast), tables }];
}

function meansOf(moves: Debrief['predictions']['moves'], { names }: Cast): string[] {
  const sentences = names.flatMap((name, party) => {
    const own = moves.filter(({ prediction }) => prediction.party === party);
    if (own.length === 0) return [];
    const mean = own.reduce((sum, { brier }) => sum + brier, 0) / own.length;
    const hits = own.filter(({ hit }) => hit).length;
    return [
      `${capitalised(name)} hit ${hits} of ${counted(own.length, 'move')}, with a mean Brier score of ${formatNumber(mean, 2)}.`,
    ];
  });
  return sentences;
}

function value(percent: number): string {
  return formatNumber(percent, 2, true);
}
