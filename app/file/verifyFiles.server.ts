import { createHash } from "node:crypto";
import { asc, isNull } from "drizzle-orm";
import type { Queries } from "~db/connect";
import type { FileStore } from "~db/fileStore";
import { file } from "~db/schema";

/** Bytes that have to be there, and the file that they are of. */
export interface WantedBytes {
  fileId: string;
  sha256: string;
}

/** Bytes that are not there, or not what they were. */
export interface FileFault extends WantedBytes {
  fault: "missing" | "changed";
}

/** Lists the bytes of all files that were not removed, in all their sizes; those that several files share, once. */
export async function wantedBytes(db: Queries): Promise<WantedBytes[]> {
  const rows = await db
    .select({ fileId: file.id, sha256: file.sha256, thumbnail: file.thumbnailSha256 })
    .from(file)
    .where(isNull(file.removedAt))
    .orderBy(asc(file.id));
  const wanted = new Map<string, string>();
  for (const { fileId, sha256, thumbnail } of rows)
    for (const one of [sha256, thumbnail]) if (one && !wanted.has(one)) wanted.set(one, fileId);
  return [...wanted].map(([sha256, fileId]) => ({ fileId, sha256 }));
}

/** Whether bytes are those of a name, which is their SHA-256 in hex. */
export function areThoseOf(sha256: string, bytes: Uint8Array): boolean {
  return createHash("sha256").update(bytes).digest("hex") === sha256;
}

/** Reads all bytes that have to be there, and names what is missing or changed. */
export async function findFileFaults(store: FileStore, wanted: readonly WantedBytes[]): Promise<FileFault[]> {
  const faults: FileFault[] = [];
  for (const one of wanted) {
    const bytes = await store.read(one.sha256);
    if (!bytes) faults.push({ ...one, fault: "missing" });
    else if (!areThoseOf(one.sha256, bytes)) faults.push({ ...one, fault: "changed" });
  }
  return faults;
}
