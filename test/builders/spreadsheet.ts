import { deflateRawSync } from "node:zlib";
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

/** A zip file with one entry, which may lie about how large it is when unpacked. */
export function zipOf(name: string, content: Buffer, claimedSize = content.length): Buffer {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(claimedSize, 22);
  head.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claimedSize, 24);
  entry.writeUInt16LE(name.length, 28);
  const offset = head.length + name.length + packed.length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([head, Buffer.from(name), packed, entry, Buffer.from(name), end]);
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
