import type { Frame } from './frame.ts';
import { partiesTogether } from './names.ts';
import { formatNumber } from './number-style.ts';
import type { Section } from './report.ts';

/** The set of trade elasticities that differs most from the central one, to be tried first where the data have it. */
const telling = 'boehm-et-al';

/**
 * What holds for every result of the model, and how much of the data behind it was observed. The same in each report.
 *
 * @param elasticitySets the sets that the data have, for a hint at one that was not used.
 */
export function modelLimits(frame: Frame, elasticitySets: readonly string[] = []): Section {
  const used = frame.results.map(({ madeBy }) => madeBy.elasticities);
  const unused = elasticitySets.filter((set) => !used.includes(set));
  const other = unused.includes(telling) ? telling : unused[0];
  return {
    heading: 'What the model cannot say',
    points: [
      'It has no business cycle, no exchange rates, no investment, and no firms that enter or leave.',
      'Sectors are averages, not tariff lines: within a flow, goods of a list that bears a duty are replaced by other goods of the same flow as easily as by those of other countries.',
      `Results depend on the trade elasticities, some of them in sign${other === undefined ? '' : `: try --elasticities ${other}`}.`,
      observed(frame),
      'The equations and what follows from them are in docs/trade-model.md.',
    ],
  };
}

function observed(frame: Frame): string {
  const { observedAmongParties, observedInWorld } = frame.reference.madeBy;
  const shares = [
    { share: observedAmongParties, where: `between ${partiesTogether(frame)}` },
    { share: observedInWorld, where: 'in the world' },
  ]
    .filter(({ share }) => !Number.isNaN(share))
    .map(({ share, where }) => `${formatNumber(100 * share, 1)}% ${where}`);
  return `Of the value of goods traded, the data state as observed ${shares.join(' and ') || 'nothing'}.`;
}
