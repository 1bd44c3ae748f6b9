import type { Economy, Law } from '@usmca-sim/core';
import type { Frame } from './frame.ts';
import type { Manifest, Section } from './report.ts';

/** What only the caller knows about how the results were asked for. */
export interface Reproduction {
  /** The command, ready to be pasted into a shell. */
  readonly command: string;
  /** `usmca-sim 0.1.0`, `Node.js 20.19.0`. */
  readonly versions: readonly string[];
  /** Choices made for the whole run, in words. */
  readonly options: readonly string[];
}

export function manifestOf(frame: Frame, reproduction: Reproduction): Manifest {
  const { madeBy } = frame.reference;
  return {
    command: reproduction.command,
    versions: [...reproduction.versions, `@usmca-sim/core ${madeBy.package}`],
    data: {
      id: madeBy.economy,
      title: madeBy.economyTitle,
      hash: madeBy.economyHash,
      lawHash: madeBy.lawHash,
      year: madeBy.baseYear,
    },
    options: reproduction.options,
  };
}

/** The manifest of a report on the law, which no result stands behind. */
export function lawManifest(economy: Economy, law: Law, reproduction: Reproduction): Manifest {
  const { id, title, hash, year } = economy;
  return { ...reproduction, data: { id, title, hash, lawHash: law.hash, year } };
}

/** Versions, data and options of a manifest, a line each. */
export function reproductionPoints({ data, options, versions }: Manifest): string[] {
  return [
    `Versions: ${versions.join(', ')}.`,
    `Data: ${data.title} (${data.id}), year ${data.year}, hash ${data.hash}; law on record, hash ${data.lawHash}.`,
    `Options: ${options.length > 0 ? options.join('; ') : 'none'}.`,
  ];
}

/** The end of a report: what to type, and what it was typed into. */
export function reproductionSection(frame: Frame, manifest: Manifest): Section {
  const solves = frame.results.reduce((sum, result) => sum + result.solves.count, 0);
  const worst = Math.max(...frame.results.map((result) => result.solves.worstResidual));
  return {
    heading: 'How to reproduce',
    code: [manifest.command],
    points: [
      ...reproductionPoints(manifest),
      `Solved: ${solves} ${solves === 1 ? 'equilibrium' : 'equilibria'}, largest residual ${worst.toExponential(1)} (tolerance ${frame.reference.madeBy.tolerance.toExponential(0)}).`,
    ],
  };
}
