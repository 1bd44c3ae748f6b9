/**
 * The candidate that a misspelt word most likely meant, or undefined when none is close.
 * Distance: optimal string alignment (insert, delete, replace, swap neighbours), case ignored.
 */
export function nearestWord(word: string, candidates: Iterable<string>): string | undefined {
  const given = word.toLowerCase().slice(0, 60);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(given.length / 3)) + 1;
  for (const candidate of candidates) {
    if (candidate.toLowerCase() === given) return candidate;
    const distance = alignmentDistance(given, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** `did you mean "USA"?` where something is close, otherwise the list of what is possible while it is short. */
export function adviseWord(word: string, candidates: readonly string[]): string | undefined {
  const near = nearestWord(word, candidates);
  if (near !== undefined) return `did you mean "${near}"?`;
  if (candidates.length === 0 || candidates.length > 40) return undefined;
  return `possible here: ${candidates.join(', ')}`;
}

function alignmentDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
