import { inflateRawSync } from "node:zlib";

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const mostEntries = 2_000;

/**
 * Whether everything in a zip file together stays under `maximum` bytes when unpacked. What the file says
 * about itself is not believed: each entry is unpacked up to what is left. False also for a damaged file.
 */
export function unpacksWithin(bytes: Buffer, maximum: number): boolean {
  try {
    let left = maximum;
    for (const entry of entriesOf(bytes)) {
      left -= unpackedSize(bytes, entry, left);
      if (left < 0) return false;
    }
    return true;
  } catch {
    return false;
  }
}

interface Entry {
  method: number;
  packedSize: number;
  /** Where the entry itself begins. */
  offset: number;
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || bytes.readUInt32LE(end) !== endMark) throw new Error("no directory");
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostEntries) throw new Error("too many entries");
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let read = 0; read < count; read++) {
    if (bytes.readUInt32LE(at) !== entryMark) throw new Error("damaged directory");
    entries.push({
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpackedSize(bytes: Buffer, entry: Entry, most: number): number {
  const { offset, packedSize, method } = entry;
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(from, from + packedSize);
  if (method === 0) return packed.length;
  // Throws as soon as more comes out than may.
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }).length;
}
