import { inflateRawSync } from 'node:zlib';

/** The texts in a ZIP file by name, found by its central directory: enough for a workbook just written. */
export function zipEntries(bytes: Uint8Array): Map<string, string> {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const entries = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, named] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28)];
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const content = file.subarray(start, start + packed);
    const isPacked = file.readUInt16LE(at + 10) === 8;
    const name = file.toString('utf8', at + 46, at + 46 + named);
    entries.set(name, (isPacked ? inflateRawSync(content) : content).toString('utf8'));
    at += 46 + named + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}
