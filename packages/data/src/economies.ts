import { type Economy, loadEconomy, type Problem } from '@usmca-sim/core';
import { hashOf, ownPath, readEconomyFolder } from './files.ts';

let embedded: Economy | undefined;

/** The world economy of 2024, 8 regions by 28 sectors, million US$. Read once; do not change what it holds. */
export function economy2024(): Economy {
  if (embedded === undefined) {
    const files = readEconomyFolder(ownPath('base2024'));
    embedded = loadEconomy(files, { folder: 'base2024', hash: hashOf(files) });
  }
  return embedded;
}

/**
 * The economy in a folder, laid out as docs/your-own-data.md describes.
 *
 * @param note is called with what is odd in the data but can be worked with.
 * @throws InputError with everything that is wrong with the folder and its files.
 */
export function economyIn(directory: string, note?: (note: Problem) => void): Economy {
  const files = readEconomyFolder(directory);
  return loadEconomy(files, { folder: directory, hash: hashOf(files), ...(note ? { note } : {}) });
}
