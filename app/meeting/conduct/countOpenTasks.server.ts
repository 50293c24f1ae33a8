import { and, count, eq, notInArray } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { resolution, task } from "~db/schema";

/** How many tasks that were decided on a day are neither solved nor struck off. */
export async function countOpenTasks(db: Queries, meetingId: string): Promise<number> {
  const [open] = await db
    .select({ number: count() })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .where(and(eq(resolution.meetingId, meetingId), notInArray(task.state, ["solved", "struckOff"])));
  return open?.number ?? 0;
}
