/**
 * A short name of a text, for telling whether it is the same: 64 bits of FNV-1a over its UTF-16 units, in hexadecimal
 * (Fowler, Noll and Vo). It tells a slip or a hand that changed something, not somebody who wants to deceive.
 */
export function checksumOf(text: string): string {
  // 64 bits as four limbs of 16, since 64-bit products do not fit a number: the prime is 2^40 + 0x1b3.
  let [a, b, c, d] = [0x2325, 0x8422, 0x9ce4, 0xcbf2];
  for (let k = 0; k < text.length; k++) {
    a ^= text.charCodeAt(k);
    const [p, q, r, s] = [a * 0x1b3, b * 0x1b3, c * 0x1b3 + (a << 8), d * 0x1b3 + (b << 8)];
    a = p & 0xffff;
    const second = q + (p >>> 16);
    b = second & 0xffff;
    const third = r + (second >>> 16);
    c = third & 0xffff;
    d = (s + (third >>> 16)) & 0xffff;
  }
  return [d, c, b, a].map((limb) => limb.toString(16).padStart(4, '0')).join('');
}
