import type { Command } from 'commander';
import { addBehaviourOptions } from '../behaviour-options.ts';
import { addOutputOptions, addWorldOptions } from '../options.ts';
import type { PlayOptions } from '../play/play-command.ts';
import type { Session } from '../session.ts';

export function addPlay(program: Command, session: Session): void {
  const command = program
    .command('play')
    .argument('[case]', 'name of a case with a negotiation, or a YAML file; that of the game with --resume')
    .description('sit at the table: play the negotiation of a case in the terminal')
    .option('--as <parties>', 'whom people play, such as CAN or CAN,MEX: hot seat for two or three')
    .option(
      '--others <list...>',
      'who plays the rest: a strategy, quantal or subgame-perfect; PARTY=NAME for one',
    )
    .option('--seed <text>', 'what chance is drawn from: the same seed and moves give the same game', '1')
    .option('--news <file>', "a facilitator's plan of news, in YAML")
    .option('--save <file>', 'where the game is kept after every move; CASE.game.json unless told')
    .option('--no-save', 'keep it nowhere')
    .option('--resume <file>', 'take a game up again')
    .option('--moves <file>', 'take lines from a file in place of the keyboard')
    .option('--predict', 'ask for predictions before moves are shown; asked of one person unless told')
    .option('--no-predict', 'never ask for them');
  addBehaviourOptions(addWorldOptions(addOutputOptions(command)))
    .addHelpText(
      'after',
      `
Others: boulware, linear, conceder, tit-for-tat, grim, conciliatory, best-response, random; quantal and
subgame-perfect play the solution of the game, which all play unless told.
At the table, help lists what can be typed. The game goes to stderr, its debrief at the end to stdout.
Ctrl-C loses nothing: the game is kept up to the last move. Exit codes are those of every command; 2 also where
lines that are not typed end before the game does.

Examples:
  usmca-sim play review-as-it-went --as CAN
  usmca-sim play review-as-it-went --as CAN,MEX --others boulware --save class.json
  usmca-sim play --resume class.json
  usmca-sim play review-as-it-went --as USA,CAN,MEX --news plan.yaml --out debrief
  usmca-sim play review-as-it-went --as CAN --moves moves.txt --no-save --format csv > debrief.csv`,
    )
    .action(async (name: string | undefined, options: PlayOptions) => {
      const { playCommand } = await import('../play/play-command.ts');
      await playCommand(name, options, session);
    });
}
