/**
 * Results as bytes: text for all but the arrays of figures, which follow it. An array that stands in several places,
 * such as the base of cases of one economy, is kept once. Neither Node nor a browser is needed.
 *
 * A figure is kept to ten digits, some thousand times finer than anything that is shown; in arrays the bytes of the same
 * rank of all figures stand together, for then they compress.
 */
export function packed(value: unknown): Uint8Array<ArrayBuffer> {
  const arrays: Float64Array[] = [];
  const known = new Map<string, number>();
  // One letter for each byte, so that equal arrays give equal text.
  const letters = new TextDecoder('latin1');
  const keep = (array: Float64Array) => {
    const content = letters.decode(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    const at = known.get(content) ?? arrays.push(array) - 1;
    known.set(content, at);
    return at;
  };
  const text = JSON.stringify(value, (_, one: unknown) => {
    if (one instanceof Float64Array) return { [mark]: 'array', at: keep(one) };
    if (one instanceof Map) return { [mark]: 'map', entries: [...one] };
    if (typeof one !== 'number') return one;
    return Number.isFinite(one) ? Number(one.toPrecision(digits)) : { [mark]: 'number', text: String(one) };
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

/** Of a figure: the power of ten of its first digit, its sign with the highest bits of its digits, four more of these. */
const bytesOfFigure = 6;
const digits = 10;
const zeroPower = 128;
/** Stands for a power where there are no digits: NaN, and with a digit of 1 what has no bound. */
const notFinite = 255;

function ranked(arrays: readonly Float64Array[]): Uint8Array {
  const count = arrays.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(bytesOfFigure * count);
  let at = 0;
  for (const array of arrays) {
    for (const figure of array) {
      const [whole, power] = inDigits(Math.abs(figure));
      bytes[at] = power;
      bytes[count + at] = Math.floor(whole / 2 ** 32) + (figure < 0 ? 128 : 0);
      for (let rank = 2; rank < bytesOfFigure; rank++) bytes[rank * count + at] = whole >>> (8 * (5 - rank));
      at++;
    }
  }
  return bytes;
}

/** The digits of a figure of no sign as a whole number, and the power as it is stored. */
function inDigits(figure: number): readonly [whole: number, power: number] {
  if (!Number.isFinite(figure)) return [Number.isNaN(figure) ? 0 : 1, notFinite];
  const [first, power] = figure.toExponential(digits - 1).split('e');
  const stored = Number(power) + zeroPower;
  // Nothing in a model of trade is so small, nor so large.
  if (figure === 0 || stored < 0) return [0, zeroPower];
  if (stored >= notFinite) return [1, notFinite];
  return [Number(first!.replace('.', '')), stored];
}

function arraysOf(bytes: Uint8Array, lengths: readonly number[]): Float64Array[] {
  const count = bytes.length / bytesOfFigure;
  let at = 0;
  return lengths.map((length) =>
    Float64Array.from({ length }, () => {
      const top = bytes[count + at]!;
      let whole = top & 127;
      for (let rank = 2; rank < bytesOfFigure; rank++) whole = whole * 256 + bytes[rank * count + at]!;
      const figure = outOfDigits(whole, bytes[at]!);
      at++;
      return top > 127 ? -figure : figure;
    }),
  );
}

function outOfDigits(whole: number, power: number): number {
  if (power === notFinite) return whole === 0 ? Number.NaN : Number.POSITIVE_INFINITY;
  // A quotient of two whole numbers is rounded once: 0.1 comes back as 0.1.
  const places = digits - 1 - (power - zeroPower);
  return places < 0 ? whole * 10 ** -places : whole / 10 ** places;
}
