import { buffer } from "node:stream/consumers";
import { zipSync } from "fflate";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";

const mostEntries = 2_000;

/**
 * Packs the XML parts of a workbook anew, so that the reader of spreadsheets, which believes what a file says of
 * itself, gets nothing that was not measured. What the directory declares is added up before anything is
 * unpacked; an entry that turns out longer than declared is refused while it streams.
 * @param maximum bytes that the parts may have together when unpacked
 * @returns the workbook without compression; undefined when it is too large, damaged, or has too many entries
 */
export async function repackWorkbook(bytes: Buffer, maximum: number): Promise<Buffer | undefined> {
  try {
    const zip = await fromBufferPromise(bytes);
    const parts = await partsWithin(zip, maximum);
    if (!parts) return undefined;
    const contents: Record<string, Uint8Array> = {};
    for (const part of parts) contents[part.fileName] = await buffer(await zip.openReadStreamPromise(part));
    return Buffer.from(zipSync(contents, { level: 0 }));
  } catch {
    return undefined;
  }
}

/** Lists the entries that hold the workbook's tables; pictures and settings stay packed. */
async function partsWithin(zip: ZipFile, maximum: number): Promise<Entry[] | undefined> {
  if (zip.entryCount > mostEntries) return undefined;
  const parts: Entry[] = [];
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    if (!/\.(xml|rels)$/.test(entry.fileName)) continue;
    declared += entry.uncompressedSize;
    if (declared > maximum) return undefined;
    parts.push(entry);
  }
  return parts;
}
