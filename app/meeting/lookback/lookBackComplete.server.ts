import { and, eq, inArray, lt, notExists, sql } from "drizzle-orm";
import { openTaskStates } from "~/task/taskState";
import type { Queries } from "~db/connect";
import { lookBackStatement, meeting, task } from "~db/schema";
import { resolvedBy } from "./calledTasks.server";

/**
 * Tells whether every open task that a meeting calls has its statement there: only then may new topics begin,
 * where its kind makes them wait.
 */
export async function lookBackComplete(db: Queries, meetingId: string): Promise<boolean> {
  const [day] = await db.select().from(meeting).where(eq(meeting.id, meetingId)).limit(1);
  if (!day) return true;
  const stated = db
    .select({ one: sql`1` })
    .from(lookBackStatement)
    .where(and(eq(lookBackStatement.taskId, task.id), eq(lookBackStatement.meetingId, meetingId)));
  const unstated = await db
    .select({ id: task.id })
    .from(task)
    .innerJoin(meeting, eq(meeting.id, task.meetingId))
    .where(
      and(
        inArray(task.state, [...openTaskStates]),
        resolvedBy(day),
        lt(meeting.date, day.date),
        notExists(stated),
      ),
    )
    .limit(1);
  return unstated.length === 0;
}
