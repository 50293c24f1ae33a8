import { and, eq, inArray, lt, notExists, sql } from "drizzle-orm";
import { openTaskStates } from "~/task/taskState";
import type { Queries } from "~db/connect";
import { lookBackStatement, meeting, task } from "~db/schema";

/** True when every open task of earlier days has its statement on this day: only then may new topics begin. */
export async function lookBackComplete(db: Queries, meetingId: string): Promise<boolean> {
  const [day] = await db
    .select({ date: meeting.date })
    .from(meeting)
    .where(eq(meeting.id, meetingId))
    .limit(1);
  if (!day) return true;
  const stated = db
    .select({ one: sql`1` })
    .from(lookBackStatement)
    .where(and(eq(lookBackStatement.taskId, task.id), eq(lookBackStatement.meetingId, meetingId)));
  const unstated = await db
    .select({ id: task.id })
    .from(task)
    .innerJoin(meeting, eq(meeting.id, task.meetingId))
    .where(and(inArray(task.state, [...openTaskStates]), lt(meeting.date, day.date), notExists(stated)))
    .limit(1);
  return unstated.length === 0;
}
