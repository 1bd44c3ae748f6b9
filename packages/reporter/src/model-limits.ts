import type { Frame } from './frame.ts';
import { partiesTogether } from './names.ts';
import { formatNumber } from './number-style.ts';
import type { Section } from './report.ts';

/** The set of trade elasticities to try beside the one that a case uses, where the data have it. */
const otherSet = 'boehm-et-al';

/** What holds for every result of the model, and how much of the data behind it was observed. The same in each report. */
export function modelLimits(frame: Frame): Section {
  const { observedAmongParties, observedInWorld, elasticities } = frame.reference.madeBy;
  const percent = (share: number) => `${formatNumber(100 * share, 1)}%`;
  const hint =
    elasticities === otherSet ? 'try another set with --elasticities' : `try --elasticities ${otherSet}`;
  return {
    heading: 'What the model cannot say',
    points: [
      'It has no business cycle, no exchange rates, no investment, and no firms that enter or leave.',
      'Sectors are averages, not tariff lines: within a flow, goods of a list that bears a duty are replaced by other goods of the same flow as easily as by those of other countries.',
      `Results depend on the trade elasticities, some of them in sign: ${hint}.`,
      `Of the value of goods traded, the data observe ${percent(observedAmongParties)} between ${partiesTogether(frame)} and ${percent(observedInWorld)} in the world; the rest is derived or imputed.`,
      'The equations and what follows from them are in docs/trade-model.md.',
    ],
  };
}
