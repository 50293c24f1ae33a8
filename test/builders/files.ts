import sharp from "sharp";
import { zipped } from "./workbook";

/** A photo as a telephone takes it: noting where and by whom, and lying on its side. */
export function photo(width = 60, height = 40, shade = 120): Promise<Buffer> {
  const background = { r: shade, g: 90, b: 40 };
  const notes = {
    IFD0: { Copyright: "fieldfare photographer", Model: "brambling 12" },
    IFD3: { GPSLatitudeRef: "N", GPSLatitude: "31/1 14/1 0/1" },
  };
  return sharp({ create: { width, height, channels: 3, background } })
    .withExif(notes)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A file of nothing but its first bytes, as its kind begins. */
export const pdf = (words = "") => Buffer.from(`%PDF-1.4\n${words}\n%%EOF\n`);

/** A packed office file whose main part is of a kind. */
export function officeFile(part: string, more: Record<string, string> = {}): Buffer {
  const type = `<Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.${part}"/>`;
  return zipped({ "[Content_Types].xml": `<Types>${type}</Types>`, "main.xml": "<main/>", ...more });
}

export const docx = () => officeFile("wordprocessingml.document.main+xml");

const free = 0xffffffff;
const endOfChain = 0xfffffffe;

/** An office file of the older make with these names in its root; those after `deeper` stand in a folder of it. */
export function compoundFile(names: string[], deeper: string[] = []): Buffer {
  const file = Buffer.alloc(512 * 5);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.fill(0xff, 76, 512);
  // The first sector is the table of sectors, the directory takes the next three.
  file.writeUInt32LE(0, 76);
  file.fill(0xff, 512, 1024);
  for (const [at, next] of [endOfChain, 2, 3, endOfChain].entries()) file.writeUInt32LE(next, 512 + at * 4);
  const entry = (at: number, name: string, right: number, child: number) => {
    const start = 1024 + at * 128;
    file.write(name, start, "utf16le");
    file.writeUInt16LE(name.length * 2 + 2, start + 64);
    file.writeUInt32LE(free, start + 68);
    file.writeUInt32LE(right, start + 72);
    file.writeUInt32LE(child, start + 76);
  };
  const all = [...names, ...deeper];
  const next = (at: number, end: number) => (at + 1 < end ? at + 2 : free);
  entry(0, "Root Entry", free, 1);
  for (const [at, name] of all.entries()) {
    const isDeeper = at >= names.length;
    const child = at === 0 && deeper.length > 0 ? names.length + 1 : free;
    entry(at + 1, name, next(at, isDeeper ? all.length : names.length), child);
  }
  return file;
}
