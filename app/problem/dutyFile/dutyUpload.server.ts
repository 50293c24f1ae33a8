import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { readSheet } from "~/problem/import/fileReader.server";
import type { BroughtFile } from "~/problem/import/fileReading";
import { mayChangeDuties } from "~/unit/duty/dutyPermission";
import { saidFileName } from "~/value/fileName";
import { read } from "~db/read";
import { dutyUpload } from "~db/schema";

/** What a file with duty lists may hold at most: the three lists of a street have about 340 items. */
export const dutyFileLimits = { megabytes: 5, rows: 2_000, sheets: 8 } as const;

/**
 * Keeps a file with duty lists until it is imported; one that waits is replaced. Refuses with `notAllowed`,
 * `fileTooLarge` and with what the file is refused for.
 */
export async function uploadDuties(actor: Actor, file: BroughtFile, now: string): Promise<Result<null>> {
  if (!mayChangeDuties(actor)) return refuse("notAllowed");
  const { megabytes } = dutyFileLimits;
  if (file.bytes.length > megabytes * 1024 * 1024) return refuse("fileTooLarge", { values: { megabytes } });
  if (file.bytes.length === 0) return refuse("fileUnreadable");
  const readable = await readSheet({ bytes: file.bytes });
  if (!readable.ok) return readable;
  const fileName = saidFileName(file.name);
  return change(actor, now, async (tx, book) => {
    await tx.delete(dutyUpload).where(eq(dutyUpload.postId, actor.postId));
    await tx
      .insert(dutyUpload)
      .values({ postId: actor.postId, fileName, bytes: Buffer.from(file.bytes), uploadedAt: now });
    await book({
      verb: "duty.upload",
      subject: { kind: "post", id: actor.postId },
      after: { fileName, bytes: file.bytes.length },
    });
    return done(null);
  });
}

/** Forgets the file that waits. Refuses with `notAllowed` and `noFileWaiting`. */
export async function dropDutyUpload(actor: Actor, now: string): Promise<Result<null>> {
  if (!mayChangeDuties(actor)) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const gone = await tx
      .delete(dutyUpload)
      .where(eq(dutyUpload.postId, actor.postId))
      .returning({ postId: dutyUpload.postId });
    if (gone.length === 0) return refuse("noFileWaiting");
    await book({ verb: "duty.drop", subject: { kind: "post", id: actor.postId } });
    return done(null);
  });
}

/** The file that waits for the reader's post. */
export async function waitingDuties(actor: Actor) {
  const [row] = await read((db) => db.select().from(dutyUpload).where(eq(dutyUpload.postId, actor.postId)));
  return row;
}
