import { and, desc, eq } from "drizzle-orm";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { type DayRow, dayColumns } from "~/problem/consultationDay.server";
import type { Queries } from "~db/connect";
import { consultationDay, listing, meeting, problemList } from "~db/schema";
import { takesChanges } from "./listing";

export type ListRow = typeof problemList.$inferSelect;

/** A street's list for a month and the day it is for; `list` is missing until something is put on it. */
export async function findStreetList(
  db: Queries,
  month: string,
  streetId: string,
): Promise<{ day: DayRow; list: ListRow | undefined } | undefined> {
  const [row] = await db
    .select({ day: dayColumns, list: problemList })
    .from(consultationDay)
    .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
    .leftJoin(problemList, and(eq(problemList.dayId, meeting.id), eq(problemList.streetId, streetId)))
    .where(eq(meeting.slug, month))
    .limit(1);
  return row && { day: row.day, list: row.list ?? undefined };
}

/**
 * The list that a street may change now, made when there is none yet. Refuses with `notFound` (no such day)
 * or `listClosed`.
 */
export async function changeableList(
  tx: Queries,
  month: string,
  streetId: string,
): Promise<Result<{ day: DayRow; list: ListRow }>> {
  const found = await findStreetList(tx, month, streetId);
  if (!found) return refuse("notFound");
  const { day, list } = found;
  if (!takesChanges(day.stage, list?.state ?? "draft")) return refuse("listClosed");
  if (list) return done({ day, list });
  const [made] = await tx.insert(problemList).values({ id: newId(), dayId: day.id, streetId }).returning();
  return done({ day, list: made! });
}

/** The fractional key of the last place on a list; null when nothing stands there. */
export async function lastPosition(tx: Queries, listId: string): Promise<string | null> {
  const [last] = await tx
    .select({ position: listing.position })
    .from(listing)
    .where(eq(listing.listId, listId))
    .orderBy(desc(listing.position))
    .limit(1);
  return last?.position ?? null;
}

/** Moves a list on by its version; false when somebody else was quicker. */
export async function updateList(tx: Queries, list: ListRow, more: Partial<ListRow>): Promise<boolean> {
  const changed = await tx
    .update(problemList)
    .set({ ...more, version: list.version + 1 })
    .where(and(eq(problemList.id, list.id), eq(problemList.version, list.version)))
    .returning({ id: problemList.id });
  return changed.length === 1;
}
