import type { FlowDuty, GoodsDuty, MeasureDuty } from './breakdown.ts';
import { dayNumber } from './calendar.ts';
import { cellIndex } from './cell-index.ts';
import type { CellTimeline } from './cell-timeline.ts';
import type { Timeline } from './schedule.ts';
import { inForceOn, Stacking } from './stacking.ts';

/**
 * The duty of every flow on which the law bears on a day, with the measures behind it: goods by goods, and added up.
 * The contributions of a flow's measures sum to its statutory duty less the ordinary one, banned goods left out.
 *
 * @param date ISO date.
 */
export function flowDuties({ ruling, cells }: Timeline, date: string): FlowDuty[] {
  const index = cellIndex(ruling.economy);
  const stacking = new Stacking(ruling);
  const day = dayNumber(date);
  return cells.map((timeline) => {
    const { cell } = timeline.ruling;
    const { importer, exporter, sector } = index.position(cell);
    const { regions, sectors, flow } = ruling.economy;
    return {
      importer: regions[importer]!.code,
      exporter: regions[exporter]!.code,
      sector: sectors[sector]!.code,
      value: flow[cell]!,
      ...dutyOf(timeline, day, stacking, ruling.owners),
    };
  });
}

type Breakdown = Omit<FlowDuty, 'importer' | 'exporter' | 'sector' | 'value'>;

function dutyOf(
  timeline: CellTimeline,
  day: number,
  stacking: Stacking,
  owners: readonly string[],
): Breakdown {
  const { ruling } = timeline;
  const { goods, pieces, ordinary } = ruling;
  const today = inForceOn(ruling, day);
  const total = new Map<number, { contribution: number; covered: number }>();
  const lines: GoodsDuty[] = [];
  let open = 0;
  let charged = 0;
  let banned = 0;
  let claimedTotal = 0;
  goods.forEach((of, p) => {
    const claimedShare = of.claims ? timeline.claimedShare(p, day) : undefined;
    claimedTotal += of.share * (claimedShare ?? 0);
    pieces.forEach((piece, a) => {
      const share = of.share * piece;
      const rates = new Map<number, { unclaimed: number; claimed: number | undefined }>();
      const read = (claimed: 0 | 1, part: number) => {
        const duty = stacking.dutyOf(ordinary, today, { goods: p, piece: a, claimed });
        if (duty === Infinity) {
          banned += share * part;
        } else {
          charged += share * part * duty;
          open += share * part;
        }
        for (let r = 0; r < stacking.count; r++) {
          const { owner } = stacking.applied[r]!;
          const added = stacking.added[r]!;
          const rate = rates.get(owner) ?? {
            unclaimed: 0,
            claimed: claimedShare === undefined ? undefined : 0,
          };
          rates.set(owner, rate);
          if (claimed === 1) rate.claimed = added;
          else rate.unclaimed = added;
          const sum = total.get(owner) ?? { contribution: 0, covered: 0 };
          total.set(owner, sum);
          if (added > 0) sum.covered += share * part;
          if (duty < Infinity) sum.contribution += share * part * added;
        }
        return duty;
      };
      const unclaimedDuty = read(0, 1 - (claimedShare ?? 0));
      const claimedDuty = claimedShare === undefined ? undefined : read(1, claimedShare);
      // The average of a flow has the ordinary duty that was collected; goods of a group owe their own, claimed ones none.
      const own = (claimed: 0 | 1, duty: number) => {
        const standing = stacking.ordinaryOf(ordinary, today, { goods: p, piece: a, claimed });
        const owed =
          of.group && standing === ordinary ? (claimed === 1 ? 0 : of.group.ordinaryDuty) : standing;
        return duty - standing + owed;
      };
      lines.push({
        group: of.group?.id,
        lists: [...of.lists],
        share,
        claimed: claimedShare,
        claimedDuty: claimedDuty === undefined ? undefined : own(1, claimedDuty),
        unclaimedDuty: own(0, unclaimedDuty),
        measures: [...rates].map(([owner, rate]) => ({ measure: owners[owner]!, ...rate })),
      });
    });
  });
  const measures = [...total]
    .filter(([, { contribution, covered }]) => contribution !== 0 || covered > 0)
    .sort(([a], [b]) => a - b)
    .map(
      ([owner, { contribution, covered }]): MeasureDuty => ({
        measure: owners[owner]!,
        contribution: open > 0 ? contribution / open : 0,
        covered,
      }),
    );
  return {
    ordinary,
    statutory: open > 0 ? charged / open : 0,
    banned: banned > 1e-12 ? banned : 0,
    claimed: goods.some(({ claims }) => claims) ? claimedTotal : undefined,
    measures,
    goods: lines,
  };
}
