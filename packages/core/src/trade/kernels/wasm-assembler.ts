/**
 * Just enough of the WebAssembly binary format (core specification 2.0, sections 5.3 to 5.5) to write the two kernels
 * in instructions that work on two numbers at a time. An instruction is the bytes it encodes to.
 */
export type Code = readonly number[];

export const i32 = 0x7f;
export const f64 = 0x7c;
export const v128 = 0x7b;

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

/** Signed LEB128. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, ...value: Code[]): Code => [...value.flat(), 0x21, ...unsigned(local)];
export const constant = (value: number): Code => [0x41, ...signed(value)];

const binary =
  (...opcode: number[]) =>
  (a: Code, b: Code): Code => [...a, ...b, ...opcode];

export const add = binary(0x6a);
export const subtract = binary(0x6b);
export const multiply = binary(0x6c);
export const and = binary(0x71);
const lessThan = binary(0x49);

/** Memory access at an address, in bytes, plus a fixed offset. */
export const loadNumber = (address: Code, offset = 0): Code => [...address, 0x2b, 3, ...unsigned(offset)];
export const storeNumber = (address: Code, value: Code): Code => [...address, ...value, 0x39, 3, 0];
export const loadPair = (address: Code): Code => [...address, 0xfd, 0x00, 3, 0];
export const storePair = (address: Code, value: Code): Code => [...address, ...value, 0xfd, 0x0b, 3, 0];

export const zero: Code = [0x44, ...new Array<number>(8).fill(0)];
export const addNumbers = binary(0xa0);
export const multiplyNumbers = binary(0xa2);
export const addPairs = binary(0xfd, 0xf0, 0x01);
export const multiplyPairs = binary(0xfd, 0xf2, 0x01);
export const noPair: Code = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];
export const bothOf = (number: Code): Code => [...number, 0xfd, 0x14];
export const sumOfPair = (pair: Code): Code => addNumbers([...pair, 0xfd, 0x21, 0], [...pair, 0xfd, 0x21, 1]);

/** Runs the body while a < b, unsigned, checked before each turn. */
export const whileLess = (a: Code, b: Code, body: readonly Code[]): Code => [
  ...[0x02, 0x40],
  ...[0x03, 0x40],
  ...lessThan(a, b),
  ...[0x45, 0x0d, 1],
  ...body.flat(),
  ...[0x0c, 0],
  ...[0x0b, 0x0b],
];

/** Runs the body if the condition is not zero. */
export const when = (condition: Code, body: readonly Code[]): Code => [
  ...condition,
  0x04,
  0x40,
  ...body.flat(),
  0x0b,
];

export interface WasmFunction {
  readonly name: string;
  /** How many i32 parameters it takes; it returns nothing. */
  readonly parameters: number;
  /** Types of the locals after the parameters. */
  readonly locals: readonly number[];
  readonly body: readonly Code[];
}

/** A module that imports `host.memory` and exports the functions by name. */
export function assemble(functions: readonly WasmFunction[]): Uint8Array {
  const text = (word: string) => [
    ...unsigned(word.length),
    ...[...word].map((letter) => letter.charCodeAt(0)),
  ];
  const vector = (items: readonly Code[]) => [...unsigned(items.length), ...items.flat()];
  const section = (id: number, content: Code) => [id, ...unsigned(content.length), ...content];
  const bodies = functions.map(({ locals, body }) => {
    const code = [...vector(locals.map((type) => [1, type])), ...body.flat(), 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(
      1,
      vector(functions.map(({ parameters }) => [0x60, ...vector(new Array(parameters).fill([i32])), 0])),
    ),
    ...section(2, vector([[...text('host'), ...text('memory'), 0x02, 0x00, 0x00]])),
    ...section(3, vector(functions.map((_, index) => unsigned(index)))),
    ...section(7, vector(functions.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)]))),
    ...section(10, vector(bodies)),
  ]);
}
