import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { mayTakeOver } from "~/plan/permission";
import { readSheet } from "~/problem/import/fileReader.server";
import type { BroughtFile } from "~/problem/import/fileReading";
import { saidFileName } from "~/value/fileName";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { takeoverUpload } from "~db/schema";
import { type Choices, choicesForm, ledgerFileLimits, noChoices } from "./choices";

/**
 * Keeps a file with an earlier ledger until it is taken over; one that waits is replaced. Refuses with `notAllowed`,
 * `fileTooLarge` and with what the file is refused for.
 */
export async function uploadLedger(actor: Actor, file: BroughtFile, now: string): Promise<Result<null>> {
  if (!mayTakeOver(actor)) return refuse("notAllowed");
  const { megabytes } = ledgerFileLimits;
  if (file.bytes.length > megabytes * 1024 * 1024) return refuse("fileTooLarge", { values: { megabytes } });
  if (file.bytes.length === 0) return refuse("noFileChosen", { field: "file" });
  const readable = await readSheet({ bytes: file.bytes });
  if (!readable.ok) return readable;
  const fileName = saidFileName(file.name);
  return change(actor, now, async (tx, book) => {
    await tx.delete(takeoverUpload).where(eq(takeoverUpload.postId, actor.postId));
    await tx.insert(takeoverUpload).values({
      ...{ postId: actor.postId, fileName, bytes: Buffer.from(file.bytes), uploadedAt: now },
      choices: JSON.stringify(noChoices),
    });
    await book({
      verb: "takeover.upload",
      subject: { kind: "post", id: actor.postId },
      after: { fileName, bytes: file.bytes.length },
    });
    return done(null);
  });
}

/** Keeps what was chosen for the file that waits. Refuses with `notAllowed` and `noLedgerWaiting`. */
export async function chooseForLedger(actor: Actor, choices: Choices, now: string): Promise<Result<null>> {
  if (!mayTakeOver(actor)) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const kept = await tx
      .update(takeoverUpload)
      .set({ choices: JSON.stringify(choices) })
      .where(eq(takeoverUpload.postId, actor.postId))
      .returning({ postId: takeoverUpload.postId });
    if (kept.length === 0) return refuse("noLedgerWaiting");
    await book({ verb: "takeover.choose", subject: { kind: "post", id: actor.postId } });
    return done(null);
  });
}

/** Forgets the file that waits. Refuses with `notAllowed` and `noLedgerWaiting`. */
export async function dropLedger(actor: Actor, now: string): Promise<Result<null>> {
  if (!mayTakeOver(actor)) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const gone = await tx
      .delete(takeoverUpload)
      .where(eq(takeoverUpload.postId, actor.postId))
      .returning({ postId: takeoverUpload.postId });
    if (gone.length === 0) return refuse("noLedgerWaiting");
    await book({ verb: "takeover.drop", subject: { kind: "post", id: actor.postId } });
    return done(null);
  });
}

/** The file that waits for a post, with what was chosen for it. */
export interface WaitingLedger {
  fileName: string;
  bytes: Buffer;
  uploadedAt: string;
  choices: Choices;
}

/** The file that waits for the reader's post; undefined where none does. */
export async function waitingLedger(actor: Actor): Promise<WaitingLedger | undefined> {
  const [row] = await read((db) =>
    db.select().from(takeoverUpload).where(eq(takeoverUpload.postId, actor.postId)),
  );
  return row && { ...row, choices: choicesForm.parse(JSON.parse(row.choices)) };
}

/** Takes the file away that was read, inside the caller's transaction; false where it is gone, or another one waits in its place. */
export async function takeWaiting(
  tx: Queries,
  { postId }: Actor,
  { uploadedAt, bytes }: WaitingLedger,
): Promise<boolean> {
  const which = and(eq(takeoverUpload.uploadedAt, uploadedAt), eq(takeoverUpload.bytes, bytes));
  const taken = await tx
    .delete(takeoverUpload)
    .where(and(eq(takeoverUpload.postId, postId), which))
    .returning({ postId: takeoverUpload.postId });
  return taken.length === 1;
}
