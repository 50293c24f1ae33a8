import { createHash } from "node:crypto";
import { and, asc, eq, gt, lt, notInArray } from "drizzle-orm";
import { read } from "~db/read";
import { importUpload, importUploadPart } from "~db/schema";
import { transact } from "~db/transact";

const partBytes = 1024 * 1024;
// What no file was made of within the hour was left behind by a process that has ended.
const forgottenAfter = 3_600_000;

/**
 * Keeps a file in parts, each a transaction of its own, so that others write in between. Nobody sees it until a use
 * case makes a waiting file of it, and books that; what is left behind is taken away with the next file.
 * @param now UTC ISO
 */
export async function keepParts(uploadId: string, bytes: Uint8Array, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - forgottenAfter).toISOString();
  await transact(async (tx) => {
    const waiting = tx.select({ id: importUpload.id }).from(importUpload);
    await tx
      .delete(importUploadPart)
      .where(and(notInArray(importUploadPart.uploadId, waiting), lt(importUploadPart.keptAt, before)));
  });
  for (let at = 0; at < bytes.length; at += partBytes) {
    const part = Buffer.from(bytes.subarray(at, at + partBytes));
    await transact(async (tx) => {
      await tx.insert(importUploadPart).values({ uploadId, at, bytes: part, keptAt: now });
    });
  }
}

/** Gives the bytes of a file that was kept, with their checksum. */
export async function keptBytes(uploadId: string): Promise<{ bytes: Uint8Array; sha256: string }> {
  const parts: Buffer[] = [];
  const hash = createHash("sha256");
  for (let last = -1; ; ) {
    const [part] = await read((db) =>
      db
        .select()
        .from(importUploadPart)
        .where(and(eq(importUploadPart.uploadId, uploadId), gt(importUploadPart.at, last)))
        .orderBy(asc(importUploadPart.at))
        .limit(1),
    );
    if (!part) break;
    hash.update(part.bytes);
    parts.push(part.bytes);
    last = part.at;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return { bytes: new Uint8Array(Buffer.concat(parts)), sha256: hash.digest("hex") };
}
