/**
 * Places for labels as near as may be to where they belong, none closer to another than `apart`, all between `from` and
 * `until` where there is room for them. In the order given.
 */
export function spreadOut(wanted: readonly number[], apart: number, from: number, until: number): number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => wanted[a]! - wanted[b]!);
  const room = Math.max(0, until - from);
  const step = order.length > 1 ? Math.min(apart, room / (order.length - 1)) : apart;
  // Labels that would meet move as one block around the mean of where they belong.
  const blocks: { sum: number; members: number[] }[] = [];
  const startOf = ({ sum, members }: { sum: number; members: number[] }) => {
    const length = (members.length - 1) * step;
    return Math.min(Math.max(sum / members.length - length / 2, from), Math.max(from, until - length));
  };
  for (const at of order) {
    let block = { sum: wanted[at]!, members: [at] };
    let before = blocks.at(-1);
    while (before && startOf(before) + before.members.length * step > startOf(block)) {
      blocks.pop();
      block = { sum: before.sum + block.sum, members: [...before.members, ...block.members] };
      before = blocks.at(-1);
    }
    blocks.push(block);
  }
  const places = new Array<number>(wanted.length);
  for (const block of blocks) {
    const start = startOf(block);
    for (const [k, at] of block.members.entries()) places[at] = start + k * step;
  }
  return places;
}
