import { and, count, eq, inArray } from "drizzle-orm";
import { openTaskStates } from "~/task/taskState";
import type { Queries } from "~db/connect";
import { task } from "~db/schema";

/** How many tasks that were decided on a day are neither solved nor struck off. */
export async function countOpenTasks(db: Queries, meetingId: string): Promise<number> {
  const [open] = await db
    .select({ number: count() })
    .from(task)
    .where(and(eq(task.meetingId, meetingId), inArray(task.state, [...openTaskStates])));
  return open?.number ?? 0;
}
