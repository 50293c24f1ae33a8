import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { meetingScope } from "~/meeting/conduct/meetingScope.server";
import { readTaskFilter } from "~/task/list/taskFilter";
import { type ListedTask, presentTask, selectTasks } from "~/task/list/taskRows.server";
import { rulesToShowBy } from "~/task/rulesToShowBy.server";
import { read } from "~db/read";
import { meeting, takenOverMeeting } from "~db/schema";

/** A meeting that an earlier ledger names: what is known of it, and its tasks as far as the reader sees them. */
export interface EarlierMeeting {
  now: string;
  meeting: { slug: string; number: string; title: string; date: string; kind: string };
  documentNumber: string;
  tasks: ListedTask[];
}

// A file has fewer rows.
const most = 1_000;

/** The page of a meeting that was taken over; null where there is none of this name for the reader. */
export async function showEarlierMeeting(
  actor: Actor,
  slug: string,
  now: string,
): Promise<EarlierMeeting | null> {
  return read(async (db) => {
    const { number, title, date, kind } = meeting;
    const [found] = await db
      .select({
        meeting: { slug: meeting.slug, number, title, date, kind },
        documentNumber: takenOverMeeting.documentNumber,
      })
      .from(meeting)
      .innerJoin(takenOverMeeting, eq(takenOverMeeting.meetingId, meeting.id))
      .where(and(eq(meeting.slug, slug), meetingScope(db, actor)));
    if (!found) return null;
    const filter = { ...readTaskFilter(new URLSearchParams()), state: "all" as const, meeting: slug };
    const today = dayOf(now);
    const rows = await selectTasks(db, actor, filter, { today, limit: most });
    const rules = await rulesToShowBy(db);
    return { now, ...found, tasks: rows.map((row) => presentTask(row, today, rules)) };
  });
}
