import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { readingLimits } from "~/problem/import/importLimits";
import { ReadingRefused } from "./reading";

const megabyte = 1024 * 1024;

/** The parts of a workbook by their names, unpacked as they are asked for and never beyond what may be unpacked. */
export class Zip {
  /** How far each part was unpacked; one that is read twice counts once. */
  readonly #unpacked = new Map<Entry, number>();

  private constructor(
    readonly file: ZipFile,
    readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Reads the directory; refuses with `fileUnreadable` where it is damaged. */
  static async open(bytes: Buffer): Promise<Zip> {
    // Names are made out below: of those with backslashes or a slash in front the library would take none.
    const file = await fromBufferPromise(bytes, { decodeStrings: false }).catch(unreadable);
    if (file.entryCount > readingLimits.entries) throw new ReadingRefused("fileUnreadable");
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of file.eachEntry()) entries.set(partName(String(entry.fileName)), entry);
    } catch {
      unreadable();
    }
    return new Zip(file, entries);
  }

  has(name: string): boolean {
    return this.entries.has(partName(name));
  }

  /** Unpacks a part as text, piece by piece; nothing where there is no such part. */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.entries.get(partName(name));
    if (!entry) return;
    const stream = await this.file.openReadStreamPromise(entry).catch(unreadable);
    let decoder: TextDecoder | undefined;
    let length = 0;
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        length += piece.length;
        this.#count(entry, length);
        decoder ??= new TextDecoder(encodingOf(piece));
        yield decoder.decode(piece, { stream: true });
      }
    } catch (error) {
      if (error instanceof ReadingRefused) throw error;
      unreadable();
    } finally {
      stream.destroy();
    }
    yield decoder?.decode() ?? "";
  }

  #count(entry: Entry, length: number): void {
    if (length <= (this.#unpacked.get(entry) ?? 0)) return;
    this.#unpacked.set(entry, length);
    let all = 0;
    for (const one of this.#unpacked.values()) all += one;
    if (all > readingLimits.unpackedMegabytes * megabyte)
      throw new ReadingRefused("fileUnpacksTooLarge", { megabytes: readingLimits.unpackedMegabytes });
  }
}

/** Writes a part's name as it is compared: some programs write backslashes, a slash in front or other capitals. */
function partName(name: string): string {
  return name
    .replaceAll("\\", "/")
    .replace(/^(\.?\/)+/, "")
    .toLowerCase();
}

function encodingOf(piece: Buffer): string {
  if (piece[0] === 0xff && piece[1] === 0xfe) return "utf-16le";
  return piece[0] === 0xfe && piece[1] === 0xff ? "utf-16be" : "utf-8";
}

function unreadable(): never {
  throw new ReadingRefused("fileUnreadable");
}
