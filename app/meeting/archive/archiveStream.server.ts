import { createHash } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { done, type Result, refuse } from "~/ledger/result";
import { fileStore } from "~db/files";
import type { ArchivePart, ListedPart } from "./archivePart";
import { namesApart } from "./partName";

/** Most megabytes of an archive. */
export const mostMegabytes = 1000;

const megabyte = 1024 * 1024;

/**
 * Packs files into a ZIP that is read as it is made: attached files come from the disk piece by piece, as fast as
 * somebody takes them, and are not packed closer, as they are already. Refuses with `archiveTooLarge`.
 * @param list makes the list of all files, with which it begins, from their SHA-256
 * @param at instant that all files bear
 */
export function archiveStream(
  parts: readonly ArchivePart[],
  list: (listed: ListedPart[]) => ArchivePart,
  at: string,
): Result<Readable> {
  const names = namesApart(parts.map(({ name }) => name));
  const named = parts.map((part, index) => ({ ...part, name: names[index]! }));
  const listed = named.map(listedOf);
  if (listed.reduce((sum, { bytes }) => sum + bytes, 0) > mostMegabytes * megabyte)
    return refuse("archiveTooLarge", { values: { megabytes: mostMegabytes } });
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const open = fromDisk(out);
  const mtime = new Date(at);
  for (const { name, content } of [list(listed), ...named]) {
    if (content instanceof Uint8Array) zip.addBuffer(Buffer.from(content), name, { mtime });
    else
      zip.addReadStreamLazy(name, { mtime, compress: false, size: content.bytes }, (give) => {
        give(null, open(content.stored));
      });
  }
  zip.on("error", (error: Error) => out.destroy(error));
  zip.end();
  return done(out);
}

/**
 * Opens attached files one after another, as the library does not look after them: one that cannot be read breaks the
 * archive off, which whoever takes it sees, and one that is open when nobody takes the archive any more is closed.
 */
function fromDisk(out: Readable): (sha256: string) => ReadStream {
  let open: ReadStream | undefined;
  out.once("close", () => open?.destroy());
  return (sha256) => {
    open = createReadStream(fileStore().path(sha256));
    open.once("error", (error) => out.destroy(error));
    if (out.destroyed) open.destroy();
    return open;
  };
}

function listedOf({ name, content }: ArchivePart): ListedPart {
  if (!(content instanceof Uint8Array)) return { name, sha256: content.stored, bytes: content.bytes };
  return { name, sha256: createHash("sha256").update(content).digest("hex"), bytes: content.length };
}
