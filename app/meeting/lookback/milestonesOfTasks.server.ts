import { asc, inArray } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { milestone } from "~db/schema";

/** A milestone of a task that is called. */
export interface Milestone {
  id: string;
  text: string;
  due: string;
  doneAt: string | null;
}

/** Reads the milestones of tasks inside the caller's transaction; gives those of one of them, by date. */
export async function milestonesOfTasks(
  db: Queries,
  taskIds: readonly string[],
): Promise<(taskId: string) => Milestone[]> {
  const rows = await db
    .select()
    .from(milestone)
    .where(inArray(milestone.taskId, [...taskIds]))
    .orderBy(asc(milestone.due), asc(milestone.id));
  return (id) =>
    rows
      .filter((row) => row.taskId === id)
      .map(({ id: own, text, due, doneAt }) => ({ id: own, text, due, doneAt }));
}
