import { crc32, deflateRawSync } from "node:zlib";
import writeXlsxFile, { type SheetData } from "write-excel-file/node";

/** An XLSX file with these rows; a null leaves the cell out. */
export function xlsxOf(rows: (string | number | Date | null)[][]): Promise<Buffer> {
  const cells = rows.map((row) =>
    row.map((value) =>
      value instanceof Date ? { value, format: "yyyy-mm-dd hh:mm" } : value === null ? null : { value },
    ),
  );
  return writeXlsxFile(cells as SheetData).toBuffer();
}

/** A file in a zip. */
interface ZipEntry {
  name: string;
  content: Buffer;
  /** How large it says it is when unpacked; the truth where left out. */
  claimedSize?: number;
}

function packed({ name, content, claimedSize = content.length }: ZipEntry, offset: number) {
  const bytes = deflateRawSync(content, { level: 1 });
  const sum = crc32(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(sum, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt32LE(claimedSize, 22);
  head.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(sum, 16);
  entry.writeUInt32LE(bytes.length, 20);
  entry.writeUInt32LE(claimedSize, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return {
    file: Buffer.concat([head, Buffer.from(name), bytes]),
    entry: Buffer.concat([entry, Buffer.from(name)]),
  };
}

/** A zip file, whose entries may lie about how large they are when unpacked. */
export function zipOf(entries: ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const one of entries) {
    const { file, entry } = packed(one, offset);
    files.push(file);
    directory.push(entry);
    offset += file.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

/** The same zip file with another size at the head of one entry than its directory gives. */
export function withHeadSize(archive: Buffer, name: string, size: number): Buffer {
  const bytes = Buffer.from(archive);
  // The name stands behind the head of the entry and again in the directory.
  const at = bytes.indexOf(name) - 30;
  if (bytes.readUInt32LE(at) !== 0x04034b50) throw new Error(`${name} is not in the file`);
  const packed = bytes.readUInt32LE(bytes.lastIndexOf(name) - 46 + 20);
  // Not told behind the content.
  bytes.writeUInt16LE(bytes.readUInt16LE(at + 6) & ~8, at + 6);
  bytes.writeUInt32LE(packed, at + 18);
  bytes.writeUInt32LE(size, at + 22);
  return bytes;
}
