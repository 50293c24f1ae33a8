import { and, eq } from "drizzle-orm";
import { dayOf } from "~/calendar/day";
import type { Book } from "~/ledger/change.server";
import { freshness } from "~/ledger/freshness";
import type { Later } from "~/ledger/later.server";
import { done, type Result, refuse } from "~/ledger/result";
import { stagesBefore } from "~/meeting/kind/stage";
import type { Queries } from "~db/connect";
import { meeting } from "~db/schema";
import { isAnnounced } from "./isAnnounced.server";

/** A meeting as it was read by whoever changes it. */
export type HeldRow = Pick<
  typeof meeting.$inferSelect,
  | "id"
  | "slug"
  | "date"
  | "stage"
  | "version"
  | "organiserUnitId"
  | "agendaPublishedAt"
  | "cancelledAtStage"
  | "postponedFrom"
>;

/** What a change needs of the transaction it is part of. */
export interface Within {
  tx: Queries;
  book: Book;
  later: Later;
}

/** Writes columns of a meeting if it still is as it was read. */
export async function writeMeeting(
  tx: Queries,
  { id, version }: Pick<HeldRow, "id" | "version">,
  columns: Partial<typeof meeting.$inferInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(meeting)
    .set({ ...columns, version: version + 1 })
    .where(and(eq(meeting.id, id), eq(meeting.version, version)))
    .returning({ id: meeting.id });
  return changed.length === 1;
}

/**
 * Cancels a meeting that has not been opened, inside the caller's transaction. Its record stays, and all concerned are
 * told. Refuses with `wrongStage`, `reasonNeeded`, `changedMeanwhile`.
 */
export async function cancelWithin(
  { tx, book, later }: Within,
  held: HeldRow,
  reason: string,
): Promise<Result<null>> {
  if (held.stage === "cancelled" || !stagesBefore.includes(held.stage)) return refuse("wrongStage");
  if (!reason) return refuse("reasonNeeded", { field: "reason" });
  const columns = { stage: "cancelled", cancelledAtStage: held.stage, changeReason: reason } as const;
  if (!(await writeMeeting(tx, held, columns))) return refuse("changedMeanwhile");
  await book({
    verb: "meeting.cancel",
    subject: { kind: "meeting", id: held.id },
    before: { stage: held.stage },
    after: { stage: "cancelled", reason },
    told: true,
  });
  await later(freshness, { kind: "stage", slug: held.slug });
  return done(null);
}

/**
 * Holds a cancelled meeting after all: it stands where it stood. Refuses with `wrongStage`, `announcedAlready`,
 * `dayPast`, `changedMeanwhile`.
 */
export async function restoreWithin(
  { tx, book, later }: Within,
  held: HeldRow,
  now: string,
): Promise<Result<null>> {
  if (held.stage !== "cancelled" || !held.cancelledAtStage) return refuse("wrongStage");
  if (await isAnnounced(tx, held)) return refuse("announcedAlready");
  if (held.date < dayOf(now)) return refuse("dayPast");
  const stage = held.cancelledAtStage;
  if (!(await writeMeeting(tx, held, { stage, cancelledAtStage: null, changeReason: "" })))
    return refuse("changedMeanwhile");
  await book({
    verb: "meeting.restore",
    subject: { kind: "meeting", id: held.id },
    before: { stage: "cancelled" },
    after: { stage },
    told: true,
  });
  await later(freshness, { kind: "stage", slug: held.slug });
  return done(null);
}
