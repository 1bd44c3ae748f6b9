import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  logitSolver,
  pureEquilibria,
  readEfg,
  subgamePerfect,
  writeEfg,
} from '../../core/src/games/index.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/expected/games/', import.meta.url));
const available = existsSync(folder);

/** A game that lies beside the checkout, with the quantal responses that gambit-logit 17 found for it. */
function published(name: string) {
  const game = readEfg(readFileSync(`${folder}${name}.efg`, 'utf8'), `${name}.efg`);
  const rows = readFileSync(`${folder}${name}-logit.csv`, 'utf8').trim().split('\n');
  const responses = rows.map((row) => {
    const [lambda, ...probabilities] = row.split(',').map(Number);
    return { lambda, probabilities };
  });
  return { game, responses };
}

describe.skipIf(!available)('games solved by Gambit, beside the checkout', () => {
  it.each(['centipede-4', 'selten-horse', 'review-1'])('%s: six digits at every λ', (name) => {
    const { game, responses } = published(name);
    expect(responses).toHaveLength(4);
    const ours = logitSolver(game).at(responses.map(({ lambda }) => lambda));
    responses.forEach(({ probabilities }, k) => {
      const found = ours[k].profile.flat();
      expect(found).toHaveLength(probabilities.length);
      probabilities.forEach((probability, a) => {
        // Relative: Gambit prints nine digits of probabilities down to 1e-203.
        expect(Math.abs(found[a] - probability)).toBeLessThanOrEqual(1e-6 * probability);
      });
    });
  });

  it.each(['centipede-4', 'selten-horse', 'review-1'])(
    '%s: written and read back, the same answers',
    (name) => {
      const { game, responses } = published(name);
      const back = readEfg(writeEfg(game), 'back.efg');
      const lambdas = responses.map(({ lambda }) => lambda);
      expect(logitSolver(back).at(lambdas)).toEqual(logitSolver(game).at(lambdas));
    },
  );

  // Both from the README beside the games: gambit-enumpure counts 160, the logit branch ends at ask, accept, accept.
  it('the annual review has 160 pure equilibria, of which the logit branch and backward induction choose one', () => {
    const { game } = published('review-1');
    expect(pureEquilibria(game)).toHaveLength(160);
    const ask = [18, 20, 22];
    const limit = logitSolver(game).limit();
    const { payoffs, maximumRegret, stages } = subgamePerfect(game);
    ask.forEach((payoff, i) => {
      expect(limit.payoffs[i]).toBeCloseTo(payoff, 6);
      expect(payoffs[i]).toBeCloseTo(payoff, 9);
    });
    expect(maximumRegret).toBe(0);
    // Mutual refusal is an equilibrium of the votes on extending, asking and dealing apart.
    expect(stages.map(({ how }) => how)).toEqual(Array(3).fill('only undominated equilibrium'));
  });
});

it.skipIf(available)(
  'compares nothing with Gambit: ../shared/data/expected/games is not beside the checkout',
  () => {},
);
