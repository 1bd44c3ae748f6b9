/** What Excel allows. */
const longest = 31;

/**
 * Names for the sheets of a workbook: at most 31 characters, without those that Excel forbids, unique whatever the case
 * of their letters. Of names that would be the same, the later are numbered.
 */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = name.replace(/[\\/?*[\]:']/g, ' ').trim() || 'Sheet';
    let free = plain.slice(0, longest).trimEnd();
    // Excel keeps this name for itself.
    for (let number = 2; taken.has(free.toLowerCase()) || free.toLowerCase() === 'history'; number++) {
      const ending = ` ${number}`;
      free = `${plain.slice(0, longest - ending.length).trimEnd()}${ending}`;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}
