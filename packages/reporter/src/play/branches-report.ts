import { compareBranches, type PlayedGame, trunk } from '@usmca-sim/core/play';
import { labelColumn } from '../label-column.ts';
import { capitalised } from '../names.ts';
import { moveInWords } from '../negotiation/move-in-words.ts';
import { regimeLabel } from '../negotiation/regime-in-words.ts';
import type { Report } from '../report.ts';
import { changeColumn, valueColumn } from './columns.ts';
import { castOf, headingsOf, type PlayedCase } from './played-case.ts';

/**
 * A game and its what-ifs beside each other.
 *
 * @param party whose eyes it is for: what branches are worth to it is shown, and to nobody else.
 */
export function branchesReport(played: PlayedCase, game: PlayedGame, party: number): Report {
  const cast = castOf(played);
  const headings = headingsOf(played);
  return {
    title: 'The game and its what-ifs',
    sections: [
      {
        heading: 'Branches',
        tables: [
          {
            title:
              'Where each stands, and the real income of each in the long run, percent against the start',
            columns: [
              labelColumn('', 'played'),
              labelColumn('Branch', 'branch'),
              labelColumn('First move of its own', 'first'),
              labelColumn('Stands at', 'regime'),
              valueColumn('worth', 'Worth to you'),
              ...headings.map((heading, k) => changeColumn(cast.table.parties[k]!, heading, 2)),
            ],
            rows: game.branches.map(({ name, from }, k) => {
              const { first, prospects } = compareBranches(
                played.playable,
                game,
                name,
                from?.branch ?? trunk,
              );
              const [{ regime, worth, trade, isOver }] = prospects;
              const own = first[0];
              return {
                cells: [
                  name === game.branch ? '→' : '',
                  `${k + 1} ${name === trunk ? 'the game itself' : name}`,
                  own ? `${own.year}: ${capitalised(moveInWords(own, cast))}` : '',
                  `${regimeLabel(regime, headings)}${isOver ? ', over' : ''}`,
                  worth[party]!,
                  ...trade.realIncome,
                ],
              };
            }),
            notes: [
              'Worth: present value, percent of real income; what has been paid and, for the rest, what is expected as the solved game goes on. The arrow is where you are.',
            ],
          },
        ],
      },
    ],
  };
}
