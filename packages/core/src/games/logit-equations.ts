import type { Curve } from './follow-curve.ts';
import type { GameArrays } from './game-arrays.ts';

/**
 * Agent quantal response (McKelvey and Palfrey 1998) as equations in logits. With y_ha = ln p_ha − ln p_ho for every
 * action of an information set h but one, its anchor o, and Q_ha the payoff that its player expects from action a once
 * h is reached,
 *
 *     F_ha(y, λ) = y_ha − λ (Q_ha − Q_ho) = 0.
 *
 * An anchor that becomes unlikely is exchanged for a likely action: between two large logits small differences drown.
 * Logarithms of probabilities follow Turocy (2005, 2010): nothing is lost where a probability is 1e-300. λ is in units
 * of one over the spread of the payoffs, so that games in dollars and in percent are the same to the path.
 */
export interface LogitEquations extends Curve {
  /** Back to where a walk begins. */
  resetAnchors(): void;
  /** Payoffs, `[node·players + player]` at ends; sets the spread. */
  setPayoffs(payoffs: Float64Array): void;
  /** Largest payoff less smallest, over the player for whom that is most; λ of the curve is λ times this. */
  readonly spread: number;
  /** By action, as of the last `residual`: probabilities, payoffs expected (in units of the spread). */
  readonly probability: Float64Array;
  readonly actionValue: Float64Array;
  /** Expected payoffs at the root, in units of the spread above `floor`. */
  readonly value: Float64Array;
  /** Smallest payoff of each player. */
  readonly floor: Float64Array;
  /** Largest gain from one change at one information set, in units of the spread. */
  regret(): number;
  /** Largest difference between a probability and the logit response to the others. */
  responseError(point: Float64Array): number;
}

export function logitEquations(arrays: GameArrays): LogitEquations {
  const { players, nodes, sets, actions, parent, end, actionTo, chanceTo, isEnd } = arrays;
  const { setPlayer, firstAction, firstNode, setNodes, firstChild, children, setOfAction } = arrays;
  const size = actions - sets;
  // Each set's anchor has no logit of its own; to begin with it is the first action.
  const anchor = firstAction.slice(0, sets);
  const logitOf = new Int32Array(actions);
  const logProbability = new Float64Array(actions);
  const probability = new Float64Array(actions);
  const actionValue = new Float64Array(actions);
  const logReach = new Float64Array(nodes);
  const edge = new Float64Array(nodes);
  const value = new Float64Array(nodes * players);
  const belief = new Float64Array(setNodes.length);
  const reach = new Float64Array(nodes);
  /** ∂Q_row/∂ln p_column, rows and columns by action. */
  const slope = new Float64Array(actions * actions);
  const endPayoff = new Float64Array(nodes * players);
  const floor = new Float64Array(players);
  const logChance = chanceTo.map(Math.log);
  let spread = 1;

  function setPayoffs(payoffs: Float64Array): void {
    spread = 0;
    for (let i = 0; i < players; i++) {
      let least = Infinity;
      let most = -Infinity;
      for (let n = 0; n < nodes; n++) {
        if (isEnd[n] === 0) continue;
        least = Math.min(least, payoffs[n * players + i]!);
        most = Math.max(most, payoffs[n * players + i]!);
      }
      floor[i] = least;
      spread = Math.max(spread, most - least);
    }
    if (spread === 0) spread = 1;
    for (let n = 0; n < nodes; n++) {
      for (let i = 0; i < players; i++) {
        const at = n * players + i;
        endPayoff[at] = isEnd[n] === 1 ? (payoffs[at]! - floor[i]!) / spread : 0;
      }
    }
  }

  function setProbabilities(point: Float64Array): void {
    for (let h = 0; h < sets; h++) {
      const from = firstAction[h]!;
      const to = firstAction[h + 1]!;
      let most = 0;
      for (let a = from; a < to; a++) most = Math.max(most, logit(point, a));
      let sum = 0;
      for (let a = from; a < to; a++) sum += Math.exp(logit(point, a) - most);
      const shift = most + Math.log(sum);
      for (let a = from; a < to; a++) {
        logProbability[a] = logit(point, a) - shift;
        probability[a] = Math.exp(logProbability[a]!);
      }
    }
  }

  function logit(point: Float64Array, a: number): number {
    return logitOf[a] === -1 ? 0 : point[logitOf[a]!]!;
  }

  function resetAnchors(): void {
    for (let a = 0; a < actions; a++) {
      const h = setOfAction[a]!;
      anchor[h] = firstAction[h]!;
      logitOf[a] = a === firstAction[h] ? -1 : a - h - 1;
    }
  }

  function reanchor(...points: Float64Array[]): void {
    for (let h = 0; h < sets; h++) {
      const old = anchor[h]!;
      if (logProbability[old]! > -10) continue;
      const from = firstAction[h]!;
      const to = firstAction[h + 1]!;
      let best = from;
      for (let a = from; a < to; a++) if (probability[a]! > probability[best]!) best = a;
      const slot = logitOf[best]!;
      for (const point of points) {
        const shift = point[slot]!;
        for (let a = from; a < to; a++) if (logitOf[a] !== -1) point[logitOf[a]!]! -= shift;
        point[slot] = -shift;
      }
      logitOf[best] = -1;
      logitOf[old] = slot;
      anchor[h] = best;
    }
  }

  /** Probabilities, reach and beliefs, then values from the ends back to the root, then what each action is worth. */
  function evaluate(point: Float64Array): void {
    setProbabilities(point);
    logReach[0] = 0;
    edge[0] = 1;
    for (let n = 1; n < nodes; n++) {
      const a = actionTo[n]!;
      edge[n] = a < 0 ? chanceTo[n]! : probability[a]!;
      logReach[n] = logReach[parent[n]!]! + (a < 0 ? logChance[n]! : logProbability[a]!);
    }
    value.set(endPayoff);
    for (let n = nodes - 1; n > 0; n--) {
      const to = parent[n]! * players;
      for (let i = 0; i < players; i++) value[to + i]! += edge[n]! * value[n * players + i]!;
    }
    actionValue.fill(0);
    for (let h = 0; h < sets; h++) {
      setBeliefs(h);
      const from = firstAction[h]!;
      const count = firstAction[h + 1]! - from;
      for (let k = firstNode[h]!; k < firstNode[h + 1]!; k++) {
        for (let c = 0; c < count; c++) {
          actionValue[from + c]! +=
            belief[k]! * value[children[firstChild[k]! + c]! * players + setPlayer[h]!]!;
        }
      }
    }
  }

  /** How likely each node of a set is, given the set. Its player's own moves are common to all nodes and cancel. */
  function setBeliefs(h: number): void {
    const from = firstNode[h]!;
    const to = firstNode[h + 1]!;
    if (to - from === 1) {
      belief[from] = 1;
      return;
    }
    let most = -Infinity;
    for (let k = from; k < to; k++) most = Math.max(most, logReach[setNodes[k]!]!);
    let sum = 0;
    for (let k = from; k < to; k++) {
      // Only nature's impossible events give −∞; a set behind nothing else holds its nodes for equally likely.
      belief[k] = most === -Infinity ? 1 : Math.exp(logReach[setNodes[k]!]! - most);
      sum += belief[k]!;
    }
    for (let k = from; k < to; k++) belief[k]! /= sum;
  }

  function residual(point: Float64Array, out: Float64Array): void {
    evaluate(point);
    const lambda = point[size]!;
    for (let h = 0; h < sets; h++) {
      const base = actionValue[anchor[h]!]!;
      for (let a = firstAction[h]!; a < firstAction[h + 1]!; a++) {
        const y = logitOf[a]!;
        if (y !== -1) out[y] = point[y]! - lambda * (actionValue[a]! - base);
      }
    }
  }

  /** ∂Q/∂ln p: an action's value moves with what follows it, and with where in its set its player believes to be. */
  function setSlopes(): void {
    slope.fill(0);
    for (let h = 0; h < sets; h++) {
      const from = firstAction[h]!;
      const count = firstAction[h + 1]! - from;
      const i = setPlayer[h]!;
      const single = firstNode[h + 1]! - firstNode[h]! === 1;
      for (let k = firstNode[h]!; k < firstNode[h + 1]!; k++) {
        const weight = belief[k]!;
        if (weight === 0) continue;
        for (let c = 0; c < count; c++) {
          const row = (from + c) * actions;
          const start = children[firstChild[k]! + c]!;
          reach[start] = weight;
          for (let n = start + 1; n < end[start]!; n++) {
            const here = reach[parent[n]!]! * edge[n]!;
            reach[n] = here;
            if (actionTo[n]! >= 0) slope[row + actionTo[n]!]! += here * value[n * players + i]!;
          }
          if (single) continue;
          const surprise = weight * (value[start * players + i]! - actionValue[from + c]!);
          for (let n = setNodes[k]!; n > 0; n = parent[n]!) {
            if (actionTo[n]! >= 0) slope[row + actionTo[n]!]! += surprise;
          }
        }
      }
    }
  }

  function jacobian(point: Float64Array, out: Float64Array, stride: number): void {
    setSlopes();
    const lambda = point[size]!;
    for (let h = 0; h < sets; h++) {
      const base = anchor[h]!;
      for (let a = firstAction[h]!; a < firstAction[h + 1]!; a++) {
        if (a === base) continue;
        const row = logitOf[a]! * stride;
        for (let g = 0; g < sets; g++) {
          const from = firstAction[g]!;
          const to = firstAction[g + 1]!;
          // ∂ln p_c/∂y_b = [c = b] − p_b: a logit that rises lowers all others of its set.
          let sum = 0;
          for (let c = from; c < to; c++) sum += slope[a * actions + c]! - slope[base * actions + c]!;
          for (let b = from; b < to; b++) {
            if (logitOf[b] === -1) continue;
            const own = slope[a * actions + b]! - slope[base * actions + b]!;
            out[row + logitOf[b]!] = -lambda * (own - probability[b]! * sum);
          }
        }
        out[row + logitOf[a]!]! += 1;
        out[row + size] = actionValue[base]! - actionValue[a]!;
      }
    }
  }

  /** In logs of probabilities. What is as good as impossible moves far with λ, and matters little. */
  function distance(move: Float64Array): number {
    let most = 0;
    for (let h = 0; h < sets; h++) {
      const from = firstAction[h]!;
      const to = firstAction[h + 1]!;
      let mean = 0;
      for (let a = from; a < to; a++) mean += probability[a]! * logit(move, a);
      for (let a = from; a < to; a++) {
        const change = Math.abs(logit(move, a) - mean);
        const far = change / (1 - logProbability[a]! / 50);
        // Written so that NaN is the farthest there is.
        if (!(far <= most)) most = far;
      }
    }
    return most;
  }

  function regret(): number {
    let worst = 0;
    for (let h = 0; h < sets; h++) {
      let best = -Infinity;
      for (let a = firstAction[h]!; a < firstAction[h + 1]!; a++) best = Math.max(best, actionValue[a]!);
      let lost = 0;
      for (let a = firstAction[h]!; a < firstAction[h + 1]!; a++)
        lost += probability[a]! * (best - actionValue[a]!);
      worst = Math.max(worst, lost);
    }
    return worst;
  }

  function responseError(point: Float64Array): number {
    const lambda = point[size]!;
    let worst = 0;
    for (let h = 0; h < sets; h++) {
      let best = -Infinity;
      for (let a = firstAction[h]!; a < firstAction[h + 1]!; a++) best = Math.max(best, actionValue[a]!);
      let sum = 0;
      for (let a = firstAction[h]!; a < firstAction[h + 1]!; a++)
        sum += Math.exp(lambda * (actionValue[a]! - best));
      for (let a = firstAction[h]!; a < firstAction[h + 1]!; a++) {
        const response = Math.exp(lambda * (actionValue[a]! - best)) / sum;
        const error = Math.abs(response - probability[a]!);
        // Written so that NaN is the worst there is.
        if (!(error <= worst)) worst = error;
      }
    }
    return worst;
  }

  setPayoffs(arrays.payoffs);
  resetAnchors();
  return {
    size,
    setPayoffs,
    get spread() {
      return spread;
    },
    probability,
    actionValue,
    value,
    floor,
    residual,
    jacobian,
    distance,
    reanchor,
    resetAnchors,
    regret,
    responseError,
  };
}
