import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rowsOf, runMain } from '../../tests/run-main.ts';
import { ctrlC, ctrlD, gameFolder, playing, runPlay } from '../../tests/run-play.ts';
import { wipe } from '../in-stretches.ts';

const folder = gameFolder();
const text = (name: string) => readFileSync(join(folder, name), 'utf8');
const gameIn = (name: string) => JSON.parse(text(name)).game;
const review = 'review-as-it-went';
const timeout = 120_000;

/** Numbers for ever, the same each time they are asked for. */
const numbers = (seed: number) => (turn: number) => 1 + ((seed + turn * turn * 7) % 5);

describe('a whole game', { timeout }, () => {
  it.each([
    ['one seat against strategies', ['--as', 'CAN', '--others', 'USA=boulware', 'MEX=conceder']],
    ['one seat against the solution', ['--as', 'USA', '--others', 'subgame-perfect']],
    ['two seats', ['--as', 'CAN,MEX', '--others', 'tit-for-tat']],
    ['three seats', ['--as', 'USA,CAN,MEX']],
  ])(
    'of %s ends in a debrief on stdout, and is played again from its file byte for byte',
    async (kind, words) => {
      const file = `${kind.replaceAll(' ', '-')}.json`;
      const args = ['play', review, ...words, '--seed', kind];
      const { code, stdout, stderr } = await runPlay(folder, playing(numbers(3)), ...args, '--save', file);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^Debrief: The review of 2026 as it was entered\n/);
      expect(stdout).toContain('\nWhat the solved game would have done\n');
      expect(stderr).toContain('The game is over: ');
      expect(stderr).not.toContain('Debrief:');
      const before = text(file);
      const concept = words.includes('subgame-perfect') ? ['--concept', 'subgame-perfect'] : [];
      const again = await runPlay(folder, [], 'play', '--resume', file, ...concept);
      expect(again.code).toBe(0);
      expect(text(file)).toBe(before);
      const debrief = (printed: string) => printed.slice(0, printed.indexOf('How to reproduce'));
      expect(debrief(again.stdout)).toBe(debrief(stdout));
    },
  );

  it('goes on after it has been left as it would have gone on', async () => {
    const args = ['play', review, '--as', 'CAN,MEX', '--seed', '5'];
    await runPlay(folder, playing(numbers(1)), ...args, '--save', 'whole.json');
    let turns = 0;
    const first = playing((turn) => {
      turns = turn + 1;
      return numbers(1)(turn);
    });
    const left = await runPlay(
      folder,
      (prompt, shown) => (turns === 4 && prompt.endsWith('> ') ? ctrlC : first(prompt, shown)),
      ...args,
      '--save',
      'left.json',
    );
    expect(left.code).toBe(130);
    expect(left.stdout).toBe('');
    expect(left.stderr).toContain('npx usmca-sim play review-as-it-went --resume left.json');
    const moves = gameIn('left.json').branches[0].events.filter(
      ({ type }: { type: string }) => type === 'move',
    );
    expect(moves).toHaveLength(4);
    await runPlay(
      folder,
      playing((turn) => numbers(1)(turn + 4)),
      'play',
      '--resume',
      'left.json',
    );
    expect(text('left.json')).toBe(text('whole.json'));
  });
});

describe('what is confidential', { timeout }, () => {
  it('is never on a screen of another seat', async () => {
    const rows = await rowsOf('roles', review);
    const reservation = (party: string) => {
      const row = rows.find((one) => one['party'] === party && one['figure'] === 'reservation')!;
      const value = Number(row['value']);
      return `Your reservation value is ${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
    };
    const { screens } = await runPlay(
      folder,
      playing(() => 2),
      'play',
      review,
      '--as',
      'USA,CAN,MEX',
      '--no-save',
    );
    const names = { USA: 'the United States', CAN: 'Canada', MEX: 'Mexico' };
    const plain = screens.map((screen) => screen.replace(/\s+/g, ' '));
    for (const [party, name] of Object.entries(names)) {
      const own = plain.filter((screen) => screen.includes(`Confidential: you play ${name}`));
      expect(own).toHaveLength(1);
      expect(own[0]).toContain(reservation(party));
      for (const screen of plain) {
        if (screen !== own[0]) expect(screen).not.toContain(reservation(party));
      }
    }
    // The reason for a red line of the Canadian stance.
    const reasoned = plain.filter((screen) => screen.includes('Bill C-202 bars larger quotas'));
    expect(reasoned.map((screen) => screen.includes('you play Canada'))).toEqual([true]);
    // Between two people the screen is empty but for what everybody knows.
    const handed = screens.filter((screen) => screen.includes('Pass the keyboard'));
    expect(handed.length).toBeGreaterThan(10);
    for (const screen of handed) expect(screen).not.toMatch(/at stake|You have chosen|sheet/);
  });

  it('holds for sealed answers: who answers second does not see the first', async () => {
    const { screens } = await runPlay(
      folder,
      ['', '', '2', '', '', ctrlD],
      'play',
      review,
      '--as',
      'CAN,MEX',
      '--no-save',
    );
    const sealed = screens.findIndex((screen) => screen.includes('It is sealed'));
    expect(sealed).toBeGreaterThan(0);
    for (const screen of screens.slice(sealed + 1)) expect(screen).not.toContain('You have chosen');
  });
});

describe('at the table', { timeout }, () => {
  const at = (lines: readonly (string | symbol)[], ...words: string[]) =>
    runPlay(folder, ['', ...lines, 'quit'], 'play', review, '--as', 'CAN', '--no-predict', ...words);

  it('what cannot be done is said in a line, and nothing is lost', async () => {
    const { code, stderr } = await at(
      ['7', 'jion', 'undoo', 'show 9', 'predict USA from CNA 3', 'go nowhere', 'back', 'undo', '1'],
      '--save',
      'slips.json',
    );
    expect(code).toBe(0);
    const slips = stderr.split('\n').filter((line) => line.startsWith('! '));
    expect(slips).toEqual([
      '! there is no 7 here: type a number from 1 to 2',
      '! "jion" is neither a move nor a word here: did you mean "join"?',
      '! "undoo" is neither a move nor a word here: did you mean "undo"?',
      '! there is no 9 here: type a number from 1 to 2',
      '! "CNA" is no party: did you mean "CAN"?',
      '! there is no branch "nowhere": possible here: trunk',
      '! this is the game itself: what-if NAME leaves it, branches lists what-ifs',
      '! there is no move of yours to take back: make one first',
    ]);
    expect(gameIn('slips.json').branches[0].events).toContainEqual({ type: 'move', party: 1, move: 'join' });
  });

  it('the sheet is there in brief, and all of it when asked for', async () => {
    const { stderr } = await at(['role', 'role more'], '--no-save');
    expect(stderr.split('Confidential: you play Canada')).toHaveLength(4);
    // The reason for a figure of the Canadian stance.
    expect(stderr.split('Opposition, premiers and')).toHaveLength(2);
    const brief = stderr.slice(stderr.indexOf('Confidential'), stderr.indexOf('role shows this again'));
    expect(brief.split('\n').length).toBeLessThan(40);
  });

  it('a move is taken back, and a what-if leaves the game as it was', async () => {
    const { stderr } = await at(
      ['1', 'undo', 'what-if alone', '2', 'branches', 'back', 'log'],
      '--save',
      'if.json',
    );
    expect(stderr).toContain('Taken back: Canada and Mexico act as one (2026).');
    expect(stderr).toContain('2 alone');
    const { branches, branch, takenBack } = gameIn('if.json');
    expect([branch, takenBack]).toEqual(['trunk', 1]);
    const moves = branches.map(({ events }: { events: { type: string; move?: string }[] }) =>
      events.flatMap(({ move }) => move ?? []),
    );
    expect(moves).toEqual([[], ['apart']]);
  });

  it('what is predicted is noted, and told with what came', async () => {
    const { stderr } = await runPlay(
      folder,
      ['', '1=70 2=20', '1=70 2=30', 'predict USA from CAN -3.5', '1', 'predict off', 'quit'],
      'play',
      review,
      '--as',
      'CAN',
      '--save',
      'predicted.json',
    );
    expect(stderr).toContain('! the probabilities of a prediction sum to 1, not to 0.');
    expect(stderr).toContain('You had given that 70%.');
    const kinds = gameIn('predicted.json').branches[0].events.map(({ type }: { type: string }) => type);
    expect(kinds.slice(0, 4)).toEqual(['go-on', 'predict-move', 'predict-flow', 'move']);
  });

  it('the consequences of a move are there in trade and by part, and in full', async () => {
    const { stderr } = await runPlay(
      folder,
      ['', 'show 3', 'quit'],
      'play',
      review,
      '--as',
      'USA',
      '--no-save',
      '--no-predict',
    );
    for (const part of [
      'Your trade in the long run',
      'What is at stake for you',
      'Exports to',
      'Real income',
    ])
      expect(stderr).toContain(part);
    expect(stderr).toMatch(/The United States from Canada +[\d.]+ +[\d.]+ +[+−][\d.]+%/);
    const wide = stderr
      .replaceAll(wipe, '\n')
      .split(/[\n\r]/)
      .filter((line) => [...line].length > 80);
    expect(wide).toEqual([]);
  });

  it('what a facilitator plans comes, and what it says is read out', async () => {
    writeFileSync(
      join(folder, 'plan.yaml'),
      'news:\n  - at: 2026\n    news: none\n    say: Good morning, all.\n',
    );
    const { stderr } = await at(['news'], '--news', 'plan.yaml', '--no-save');
    expect(stderr).toContain('The facilitator: Good morning, all.');
    expect(stderr).toContain('- No news before the review');
  });
});

describe('a script', { timeout }, () => {
  const script = (lines: string, ...words: string[]) => {
    writeFileSync(join(folder, 'moves.txt'), lines);
    return runMain('play', review, '--as', 'CAN', '--moves', join(folder, 'moves.txt'), ...words);
  };

  it('plays a game to its end, and prints game and debrief as JSON or tidy CSV', async () => {
    const save = join(folder, 'script.json');
    const lines = `# always the first\n${'1\n'.repeat(60)}`;
    const { code, stdout, stderr } = await script(lines, '--json', '--save', save);
    expect(code).toBe(0);
    expect(stderr).toMatch(/note: \d+ lines of .*moves\.txt were not needed/);
    const { format, game, debrief } = JSON.parse(stdout);
    expect([format, debrief.format]).toEqual(['usmca-sim/played-game', 'usmca-sim/report']);
    expect(game).toEqual(JSON.parse(text('script.json')));
    const csv = await script(lines, '--format', 'csv', '--no-save');
    expect(csv.stdout.split('\n')[0]).toBe('case,review,party,figure,name,value,unit');
  });

  it('writes the debrief to a folder as the report that schemas describe, whatever it prints', async () => {
    const out = join(folder, 'debrief');
    const { stdout } = await script('1\n'.repeat(60), '--json', '--no-save', '--out', out);
    const written = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
    expect(written.format).toBe('usmca-sim/report');
    expect(written.title ?? written.report?.title).toBe(JSON.parse(stdout).debrief.title);
  });

  it('with a slip stops at its line, and what came before is kept', async () => {
    const save = join(folder, 'slip.json');
    const { code, stdout, stderr } = await script('1\nrefusee\n', '--save', save);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('moves.txt:2:1');
    expect(gameIn('slip.json').branches[0].events).toContainEqual({ type: 'move', party: 1, move: 'join' });
  });

  it('cannot act on a terminal, nor can its file', async () => {
    const { stderr } = await script(
      'what-if \u001b[31mred\nbranches\nquit\n',
      '--save',
      join(folder, 'red.json'),
    );
    expect(stderr).toContain('[31mred');
    expect(stderr).not.toContain('\u001b');
    const { stderr: again } = await runMain(
      ...['play', '--resume', join(folder, 'red.json'), '--moves', join(folder, 'moves.txt')],
    );
    expect(again).toContain('[31mred');
    expect(again).not.toContain('\u001b');
  });

  it('that ends before the game says so, and how to go on', async () => {
    const { code, stderr } = await script('1\n', '--save', join(folder, 'short.json'));
    expect(code).toBe(2);
    expect(stderr).toContain('there are no more lines, and the game is not over');
    expect(stderr.split('--resume')).toHaveLength(2);
  });
});

describe('bad input', { timeout }, () => {
  const refused = async (...words: string[]) => {
    const before = readdirSync(folder);
    const { code, stdout, stderr } = await runPlay(folder, [], 'play', ...words);
    expect([code, stdout]).toEqual([2, '']);
    expect(readdirSync(folder)).toEqual(before);
    return stderr;
  };

  it('about seats is told all at once', async () => {
    const others = ['--others', 'bolware', 'CAN=grim', 'MXE=grim'];
    const said = await refused(review, '--as', 'CAN', ...others);
    for (const part of ['did you mean "boulware"?', 'CAN is played by a person', 'did you mean "MEX"?'])
      expect(said).toContain(part);
    expect(await refused(review)).toContain('say whom you play: --as, one or more of USA, CAN, MEX');
    expect(
      await refused(review, '--as', 'CAN', '--others', 'quantal', '--concept', 'subgame-perfect'),
    ).toContain('one game cannot be solved as subgame-perfect and as quantal');
  });

  it('in a saved game or a plan of news is told with its cause', async () => {
    await runPlay(folder, ['', ctrlD], 'play', review, '--as', 'CAN', '--save', 'kept.json');
    writeFileSync(join(folder, 'edited.json'), text('kept.json').replace('"seed": "1"', '"seed": "2"'));
    expect(await refused('--resume', 'edited.json')).toContain(
      'edited.json has been changed since it was saved',
    );
    expect(await refused('--resume', 'kept.json', '--concept', 'subgame-perfect')).toContain('other stances');
    expect(await refused('--resume', 'kept.json', '--as', 'MEX')).toContain('--as cannot change');
    expect(await refused('--resume', 'nothing.json')).toContain('there is no such file');
    expect(await refused(review, '--as', 'CAN', '--save', 'kept.json')).toContain(
      'kept.json is there already',
    );
    writeFileSync(join(folder, 'wrong.yaml'), 'news:\n  - at: 2026\n    news: bussiness-presses\n');
    expect(await refused(review, '--as', 'CAN', '--news', 'wrong.yaml')).toContain(
      'did you mean "business-presses"?',
    );
  });

  it('where nothing can be typed says so', async () => {
    const { code, stderr } = await runMain('play', review, '--as', 'CAN');
    expect(code).toBe(2);
    expect(stderr).toContain('nothing can be typed here\n  name a file of moves: --moves FILE');
    expect(existsSync(join(folder, `${review}.game.json`))).toBe(false);
  });
});
