import { adviseWord } from '../problems/nearest-word.ts';
import type { Problem } from '../problems/problem.ts';
import type { ReviewWalk } from '../strategies/review-walk.ts';
import type { GameEvent, GameSetup, GameState } from './game-state.ts';
import { movesAt } from './moves-at.ts';
import { type Turn, turnAt } from './turn.ts';
import { hasPredicted } from './view.ts';

/** Why an event cannot be, and what could be instead; undefined where it can. */
export function objectionTo(
  walk: ReviewWalk,
  setup: GameSetup,
  state: GameState,
  event: GameEvent,
): Problem | undefined {
  const turn = turnAt(walk, setup, state);
  const codes = walk.game.year.table.parties;
  if (turn.kind === 'over') {
    return {
      code: 'game-over',
      message: 'the game is over',
      advice: 'take a move back, or branch off, to go on from before',
    };
  }
  if (event.type === 'go-on') {
    if (turn.kind === 'others') return undefined;
    return {
      code: 'not-their-turn',
      message: `${namesOf(turn.parties, codes)} to decide about "${turn.about}"`,
    };
  }
  if (setup.seats[event.party] !== 'person') {
    const people = codes.filter((_, party) => setup.seats[party] === 'person');
    const who = codes[event.party] ?? `party ${event.party}`;
    return {
      code: 'not-a-person',
      message: `no person plays ${who}`,
      advice: `people play ${people.join(', ')}`,
    };
  }
  switch (event.type) {
    case 'move':
      return objectionToMove(walk, turn, state, event, codes);
    case 'predict-move':
      return objectionToPrediction(walk, state, event, codes);
    case 'predict-flow':
      return objectionToFlow(state, event, codes);
  }
}

function objectionToMove(
  walk: ReviewWalk,
  turn: Exclude<Turn, { kind: 'over' }>,
  { sealed }: GameState,
  { party, move }: Extract<GameEvent, { type: 'move' }>,
  codes: readonly string[],
): Problem | undefined {
  if (sealed.some((one) => one.party === party)) {
    return {
      code: 'already-answered',
      message: `${codes[party]} has answered`,
      advice: 'the answers are shown together',
    };
  }
  if (!turn.parties.includes(party)) {
    const message = `it is not the turn of ${codes[party]}: "${turn.about}" is for ${namesOf(walk.players, codes)}`;
    return { code: 'not-your-turn', message };
  }
  const possible = movesAt(walk, party);
  if (possible.includes(move)) return undefined;
  const advice = adviseWord(move, possible);
  const message = `${codes[party]} cannot "${move}" in ${turn.year}, about "${turn.about}"`;
  return { code: 'illegal-move', message, ...(advice ? { advice } : {}) };
}

/** How far probabilities may be from 1 together: they are typed by people. */
const slack = 1e-6;

function objectionToPrediction(
  walk: ReviewWalk,
  state: GameState,
  { party, of, chances }: Extract<GameEvent, { type: 'predict-move' }>,
  codes: readonly string[],
): Problem | undefined {
  if (of === party || !walk.players.includes(of)) {
    const others = walk.players.filter((player) => player !== party);
    return {
      code: 'nothing-to-predict',
      message: `there is no move of ${codes[of] ?? `party ${of}`} to predict here`,
      advice: others.length > 0 ? `that of ${namesOf(others, codes)} is next` : 'wait for another to decide',
    };
  }
  if (hasPredicted(state, party, of)) {
    return {
      code: 'already-predicted',
      message: `${codes[party]} has predicted this move of ${codes[of]}`,
      advice: 'take it back to predict something else',
    };
  }
  if (state.sealed.some((one) => one.party === party) && walk.players.includes(party)) {
    return {
      code: 'already-answered',
      message: `${codes[party]} has answered`,
      advice: 'predict before answering',
    };
  }
  const possible = movesAt(walk, of);
  for (const move of Object.keys(chances)) {
    if (possible.includes(move)) continue;
    const advice = adviseWord(move, possible);
    return {
      code: 'illegal-move',
      message: `${codes[of]} cannot "${move}" here`,
      ...(advice ? { advice } : {}),
    };
  }
  const probabilities = Object.values(chances);
  const sum = probabilities.reduce((total, one) => total + one, 0);
  if (probabilities.every((one) => one >= 0 && one <= 1) && Math.abs(sum - 1) <= slack) return undefined;
  return {
    code: 'not-probabilities',
    message: `the probabilities of a prediction sum to 1, not to ${sum}`,
    advice: 'a single move has probability 1',
  };
}

function objectionToFlow(
  { predictions, review }: GameState,
  { party, importer, exporter, change }: Extract<GameEvent, { type: 'predict-flow' }>,
  codes: readonly string[],
): Problem | undefined {
  if (importer === exporter || codes[importer] === undefined || codes[exporter] === undefined) {
    const message = `there is no flow to party ${importer} from party ${exporter}`;
    return { code: 'no-flow', message, advice: `name two of ${codes.join(', ')}` };
  }
  if (!Number.isFinite(change) || change < -100) {
    const message = `a flow cannot change by ${change}%`;
    return { code: 'no-change', message, advice: 'give percent, such as -3.5; -100 is the end of it' };
  }
  const isMade = predictions.some(
    (one) =>
      one.kind === 'flow' &&
      one.party === party &&
      one.review === review &&
      one.importer === importer &&
      one.exporter === exporter,
  );
  if (!isMade) return undefined;
  const flow = `imports of ${codes[importer]} from ${codes[exporter]}`;
  return {
    code: 'already-predicted',
    message: `${codes[party]} has predicted ${flow} for this review`,
    advice: 'take it back to predict something else',
  };
}

function namesOf(parties: readonly number[], codes: readonly string[]): string {
  return parties.length === 0 ? 'nobody' : parties.map((party) => codes[party]).join(' and ');
}
