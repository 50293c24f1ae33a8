import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { fileStore } from "~db/files";
import { read } from "~db/read";
import { file } from "~db/schema";
import { type FileKinds, findSubject } from "./fileKind.server";
import { type FileType, fileTypes } from "./fileType";

/** In which form a file is asked for. */
export type FileForm = "content" | "thumbnail";

/** Reads from an address in which form a file is asked for; null where it names none. */
export function readServedForm(form: string): FileForm | null {
  return form === "content" || form === "thumbnail" ? form : null;
}

/** Bytes to be sent. */
export interface ServedFile {
  sha256: string;
  name: string;
  type: FileType;
  media: string;
  /** Not read where whoever asks has it already. */
  bytes: () => Promise<Buffer>;
}

/** Finds the bytes of a file for somebody who sees what it is attached to; null for all others, and once it is removed. */
export async function findServedFile(
  kinds: FileKinds,
  actor: Actor,
  asked: { fileId: string; form: FileForm },
  now: string,
): Promise<ServedFile | null> {
  const row = await read(async (db) => {
    const [found] = await db
      .select()
      .from(file)
      .where(and(eq(file.id, asked.fileId), isNull(file.removedAt)));
    return found && (await findSubject(db, kinds, actor, found, now)) ? found : null;
  });
  const sha256 = asked.form === "thumbnail" ? row?.thumbnailSha256 : row?.sha256;
  if (!row || !sha256) return null;
  const type = row.type as FileType;
  const bytes = async () => {
    const found = await fileStore().read(sha256);
    if (!found) throw new Error(`the bytes of the file ${row.id} are missing`);
    return found;
  };
  return { sha256, name: row.name, type, media: fileTypes[type].media, bytes };
}
