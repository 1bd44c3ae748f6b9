/**
 * Results as bytes: text for all but the arrays of figures, which follow it. An array that stands in several places,
 * such as the base of cases of one economy, is kept once. Neither Node nor a browser is needed.
 *
 * A figure is kept to 2⁻³² of its size, some thousand times finer than anything that is shown; the bytes of the same
 * rank of all figures stand together, for then they compress.
 */
export function packed(value: unknown): Uint8Array<ArrayBuffer> {
  const arrays: Float64Array[] = [];
  const known = new Map<string, number>();
  const keep = (array: Float64Array) => {
    const content = array.join();
    const at = known.get(content) ?? arrays.push(array) - 1;
    known.set(content, at);
    return at;
  };
  const text = JSON.stringify(value, (_, one: unknown) => {
    if (one instanceof Float64Array) return { [mark]: 'array', at: keep(one) };
    if (one instanceof Map) return { [mark]: 'map', entries: [...one] };
    if (typeof one === 'number' && !Number.isFinite(one)) return { [mark]: 'number', text: String(one) };
    return one;
  });
  const head = new TextEncoder().encode(JSON.stringify({ lengths: arrays.map(({ length }) => length) }));
  const body = new TextEncoder().encode(text);
  const figures = ranked(arrays);
  const bytes = new Uint8Array(8 + head.length + body.length + figures.length);
  const sizes = new DataView(bytes.buffer);
  sizes.setUint32(0, head.length);
  sizes.setUint32(4, body.length);
  bytes.set(head, 8);
  bytes.set(body, 8 + head.length);
  bytes.set(figures, 8 + head.length + body.length);
  return bytes;
}

/** What was packed; what had been one array is one again. */
export function unpacked(bytes: Uint8Array<ArrayBuffer>): unknown {
  const sizes = new DataView(bytes.buffer, bytes.byteOffset);
  const atBody = 8 + sizes.getUint32(0);
  const atFigures = atBody + sizes.getUint32(4);
  const textOf = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  const { lengths } = JSON.parse(textOf(8, atBody)) as { lengths: number[] };
  const arrays = arraysOf(bytes.subarray(atFigures), lengths);
  return JSON.parse(textOf(atBody, atFigures), (_, one) => {
    switch (one?.[mark]) {
      case 'array':
        return arrays[one.at];
      case 'map':
        return new Map(one.entries);
      case 'number':
        return Number(one.text);
      default:
        return one;
    }
  });
}

/** No text of a case holds this character. */
const mark = '\u0000';

const bytesOfFigure = 8;
const droppedBits = 20n;

function ranked(arrays: readonly Float64Array[]): Uint8Array {
  const count = arrays.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(bytesOfFigure * count);
  const one = new DataView(new ArrayBuffer(bytesOfFigure));
  let at = 0;
  for (const array of arrays) {
    for (const figure of array) {
      one.setFloat64(0, figure);
      one.setBigUint64(0, (one.getBigUint64(0) >> droppedBits) << droppedBits);
      for (let rank = 0; rank < bytesOfFigure; rank++) bytes[rank * count + at] = one.getUint8(rank);
      at++;
    }
  }
  return bytes;
}

function arraysOf(bytes: Uint8Array, lengths: readonly number[]): Float64Array[] {
  const count = bytes.length / bytesOfFigure;
  const one = new DataView(new ArrayBuffer(bytesOfFigure));
  let at = 0;
  return lengths.map((length) =>
    Float64Array.from({ length }, () => {
      for (let rank = 0; rank < bytesOfFigure; rank++) one.setUint8(rank, bytes[rank * count + at]!);
      at++;
      return one.getFloat64(0);
    }),
  );
}
