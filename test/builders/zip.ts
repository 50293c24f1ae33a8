import { inflateRawSync } from "node:zlib";

/** The text of each file in a zip. */
export function unzip(archive: Uint8Array): Map<string, string> {
  return new Map([...unzipped(archive)].map(([name, file]) => [name, file.toString("utf8")]));
}

/** What a Word file says, as one text. */
export function wordsOfDocument(file: Uint8Array): string {
  return unzip(file)
    .get("word/document.xml")!
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^>]+>/g, "");
}

/** The bytes of each file in a zip. */
export function unzipped(archive: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const files = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [nameLength, extraLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30)];
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + size);
    files.set(name, method === 8 ? inflateRawSync(packed) : packed);
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return files;
}
