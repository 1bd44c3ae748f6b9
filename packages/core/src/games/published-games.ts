import { chance, decision, type ExtensiveGame, end, extensiveGame } from './extensive-game.ts';
import { type StrategicGame, strategicGame } from './strategic-game.ts';

// A catalogue of published games, each a few lines. Their answers, and where those come from, are in the tests.

/** Selten (1975): an equilibrium that rests on a move its maker would not carry out. */
export function seltensHorse(): ExtensiveGame {
  const third = (right: [number, number, number], left: [number, number, number]) =>
    decision(2, '1', [
      ['R', end(...right)],
      ['L', end(...left)],
    ]);
  const second = decision(1, '1', [
    ['R', end(1, 1, 1)],
    ['L', third([4, 4, 0], [0, 0, 1])],
  ]);
  const root = decision(0, '1', [
    ['R', second],
    ['L', third([3, 2, 2], [0, 0, 0])],
  ]);
  return extensiveGame({ title: "Selten's horse", players: ['1', '2', '3'], root });
}

/** McKelvey and Palfrey (1992): a pile that doubles at every pass, four-fifths of it for whoever takes. */
export function centipede(): ExtensiveGame {
  const takes = [end(0.4, 0.1), end(0.2, 0.8), end(1.6, 0.4), end(0.8, 3.2)];
  const root = takes.reduceRight<ReturnType<typeof decision> | ReturnType<typeof end>>(
    (pass, take, k) =>
      decision(k % 2, `${1 + Math.floor(k / 2)}`, [
        ['take', take],
        ['pass', pass],
      ]),
    end(6.4, 1.6),
  );
  return extensiveGame({ title: 'Centipede of four moves', players: ['First', 'Second'], root });
}

/**
 * Myerson (1991): both put 1 into the pot. Alice sees her card, King or Queen, and raises by 1 or gives up; Bob, who
 * does not see it, meets or passes.
 */
export function oneCardPoker(): ExtensiveGame {
  const alice = (card: string, showdown: number) =>
    decision(0, card, [
      [
        'raise',
        decision(1, 'raised', [
          ['meet', end(showdown, -showdown)],
          ['pass', end(1, -1)],
        ]),
      ],
      ['fold', end(Math.sign(showdown), -Math.sign(showdown))],
    ]);
  const root = chance([
    ['King', 1 / 2, alice('King', 2)],
    ['Queen', 1 / 2, alice('Queen', -2)],
  ]);
  return extensiveGame({ title: 'One-card poker', players: ['Alice', 'Bob'], root });
}

/** Ochs (1995): matching pennies in which one match pays Row four times what the other does. */
export function ochs(): StrategicGame {
  const pays = [
    [
      [1.1141, 0],
      [0, 1.1141],
    ],
    [
      [0, 1.1141],
      [0.2785, 0],
    ],
  ];
  return strategicGame(
    'Ochs',
    ['Row', 'Column'],
    [
      ['1', '2'],
      ['1', '2'],
    ],
    ([row, column]) => pays[row!]![column!]!,
  );
}
