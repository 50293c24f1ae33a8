import type { Actor } from "~/access/actor";
import { read } from "~db/read";
import { type AttachedTo, type FileKinds, findSubject } from "./fileKind.server";
import type { ShownFiles } from "./fileRights";
import { filesOn } from "./filesOn.server";

/** The files of a thing, with what it is called and where it is shown. */
export interface FilesPageData {
  title: string;
  address: string;
  shown: ShownFiles;
}

/** Shows the files of one thing; null to whom it does not exist. */
export function showFiles(
  kinds: FileKinds,
  actor: Actor,
  on: AttachedTo,
  now: string,
): Promise<FilesPageData | null> {
  return read(async (db) => {
    const subject = await findSubject(db, kinds, actor, on, now);
    if (!subject) return null;
    const { title, address } = subject;
    return { title, address, shown: await filesOn(db, actor, on.kind, subject) };
  });
}
