import { and, eq, inArray } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { lookBackStatement, meeting, minutes, publication, task, taskEntry } from "~db/schema";
import { type Happening, inOrder, publicTaskEvents } from "./happenings";
import { inForce } from "./issuedDays.server";
import { shownText } from "./leftOut";
import { leftOutOf } from "./leftOutOf.server";

/** What happened to the tasks of some resolutions, as residents may know it, in order of time. */
export async function loadHappenings(db: Queries, resolutionIds: string[]): Promise<Happening[]> {
  if (resolutionIds.length === 0) return [];
  const tasks = await db.select({ id: task.id }).from(task).where(inArray(task.resolutionId, resolutionIds));
  const ids = tasks.map(({ id }) => id);
  return inOrder([
    ...(await taskHappenings(db, ids)),
    ...(await lookBackHappenings(db, ids)),
    ...(await publicationHappenings(db, ids)),
  ]);
}

async function taskHappenings(db: Queries, ids: string[]): Promise<Happening[]> {
  const rows = await db
    .select({ key: taskEntry.id, at: taskEntry.at, kind: taskEntry.event })
    .from(taskEntry)
    .where(and(inArray(taskEntry.taskId, ids), inArray(taskEntry.event, [...publicTaskEvents])));
  return rows.map((row) => ({ ...row, kind: row.kind as (typeof publicTaskEvents)[number] }));
}

/** A statement is public once the minutes of its own day are. */
async function lookBackHappenings(db: Queries, ids: string[]): Promise<Happening[]> {
  const rows = await db
    .select({
      key: lookBackStatement.id,
      at: lookBackStatement.at,
      statement: lookBackStatement.statement,
      month: meeting.slug,
    })
    .from(lookBackStatement)
    .innerJoin(meeting, eq(meeting.id, lookBackStatement.meetingId))
    .innerJoin(minutes, eq(minutes.meetingId, meeting.id))
    .where(and(inArray(lookBackStatement.taskId, ids), inForce(db)));
  return rows.map((row) => ({ ...row, kind: "lookBack" }));
}

async function publicationHappenings(db: Queries, ids: string[]): Promise<Happening[]> {
  const rows = await db.select().from(publication).where(inArray(publication.taskId, ids));
  const left = await leftOutOf(
    db,
    rows.map(({ id }) => id),
  );
  const shown = (id: string, text: string) => shownText(text, left({ kind: "outcome", subjectId: id }));
  return rows.map(({ id, text, publishedAt, withdrawnAt, withdrawnReason }) =>
    withdrawnAt === null
      ? { key: id, at: publishedAt, kind: "published", text: shown(id, text) }
      : { key: id, at: withdrawnAt, kind: "withdrawn", publishedAt, reason: withdrawnReason ?? "" },
  );
}
