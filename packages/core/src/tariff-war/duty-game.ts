import type { Economy } from '../economy/economy.ts';
import type { Equilibrium } from '../trade/equilibrium.ts';
import type { TradeModel } from '../trade/trade-model.ts';
import { type ShockedCell, type TradeShock, wedgeOf } from '../trade/trade-shock.ts';
import type { SectorGroup } from './sector-groups.ts';
import type { TariffGame } from './tariff-game.ts';

/** One duty that an importer sets: on some sectors of one partner. Indices into the economy. */
export interface Instrument {
  readonly importer: number;
  readonly exporter: number;
  /** Index into the groups. */
  readonly group: number;
  /** Goods that the importer buys of this partner. */
  readonly sectors: readonly number[];
}

/** What the parties may levy on each other; where nothing of a group is bought, there is no duty to set. */
export function instrumentsOf(
  { regions, sectors, flow }: Economy,
  parties: readonly number[],
  groups: readonly SectorGroup[],
): Instrument[] {
  const [N, J] = [regions.length, sectors.length];
  return parties.flatMap((importer) =>
    parties
      .filter((exporter) => exporter !== importer)
      .flatMap((exporter) =>
        groups.flatMap((group, g) => {
          const bought = sectors.flatMap(({ code, kind }, j) =>
            kind === 'goods' && group.sectors.includes(code) && flow[(importer * N + exporter) * J + j]! > 0
              ? [j]
              : [],
          );
          return bought.length > 0 ? [{ importer, exporter, group: g, sectors: bought }] : [];
        }),
      ),
  );
}

/** What a government makes of an equilibrium, in percent, against the base year. */
export type Objective = (equilibrium: Equilibrium) => number;

/** The long run of an economy as a game of duties. */
export class DutyGame implements TariffGame {
  readonly players: number;
  readonly setBy: readonly number[];
  readonly #model: TradeModel;
  readonly #objectives: readonly Objective[];
  /** Duties that nobody here sets. */
  readonly #held: readonly ShockedCell[];
  /** The cells of each instrument; d̂, what else than duties makes their goods dearer, is that of the law. */
  readonly #set: readonly (readonly (Cell & { readonly tradeCost: number })[])[];
  #latest: Equilibrium | undefined;
  /** Solved for so far. */
  equilibria = 0;

  /**
   * @param law what holds where no instrument sets a duty.
   * @param objectives by player, who is the party at that place.
   */
  constructor(
    model: TradeModel,
    law: TradeShock,
    parties: readonly number[],
    instruments: readonly Instrument[],
    objectives: readonly Objective[],
  ) {
    this.players = parties.length;
    this.setBy = instruments.map(({ importer }) => parties.indexOf(importer));
    this.#model = model;
    this.#objectives = objectives;
    const at = cellOf(model.economy);
    const lawful = new Map(law.cells.map((cell) => [at(cell), cell]));
    this.#set = instruments.map(({ importer, exporter, sectors }) =>
      sectors.map((sector) => {
        const cell = { importer, exporter, sector };
        const known = lawful.get(at(cell));
        lawful.delete(at(cell));
        return { ...cell, tradeCost: known ? tradeCostOf(model, known) : 1 };
      }),
    );
    this.#held = [...lawful.values()].map((cell) => inOne(model, cell));
  }

  payoffs(point: Float64Array): Float64Array {
    const equilibrium = this.solve(point);
    return Float64Array.from(this.#objectives, (objective) => objective(equilibrium));
  }

  solve(point: Float64Array): Equilibrium {
    const cells = this.#held.slice();
    this.#set.forEach((own, k) => {
      const duty = Math.expm1(point[k]!);
      for (const { importer, exporter, sector, tradeCost } of own) {
        cells.push({ importer, exporter, sector, bundles: [{ share: 1, duty, tradeCost }] });
      }
    });
    this.equilibria++;
    const start = this.#latest ? { start: this.#latest } : {};
    this.#latest = this.#model.solve({ cells }, { tolerance, ...start });
    return this.#latest;
  }
}

/** Differences of payoffs are taken over small steps. */
const tolerance = 1e-12;

type Cell = Pick<ShockedCell, 'importer' | 'exporter' | 'sector'>;

function cellOf({ regions, sectors }: Economy): (cell: Cell) => number {
  return ({ importer, exporter, sector }) => (importer * regions.length + exporter) * sectors.length + sector;
}

/** The same cell with one bundle in the place of many: what it weighs and what is kept of it are as they were. */
function inOne({ economy, elasticity }: TradeModel, cell: ShockedCell): ShockedCell {
  const before = economy.duty[cellOf(economy)(cell)]!;
  const theta = elasticity[cell.sector]!;
  const { weight, kept } = wedgeOf(cell.bundles, before, theta);
  if (weight === 0) return cell;
  const duty = 1 / kept - 1;
  return {
    ...cell,
    bundles: [{ share: 1, duty, tradeCost: (weight ** (-1 / theta) * (1 + before)) / (1 + duty) }],
  };
}

/** d̂ of the cell as a whole, were all of it to pay one duty. */
function tradeCostOf({ elasticity }: TradeModel, { bundles, sector }: ShockedCell): number {
  const theta = elasticity[sector]!;
  return bundles.reduce((sum, { share, tradeCost }) => sum + share * tradeCost ** -theta, 0) ** (-1 / theta);
}
