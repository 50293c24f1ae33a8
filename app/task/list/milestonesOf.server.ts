import { asc, inArray } from "drizzle-orm";
import { read } from "~db/read";
import { milestone } from "~db/schema";

/** A milestone as a timetable draws it. */
export interface MilestoneMark {
  text: string;
  due: string;
  doneAt: string | null;
}

/** The milestones of tasks that the caller has found already, by task, in order of their dates. */
export async function milestonesOf(taskIds: string[]): Promise<Record<string, MilestoneMark[]>> {
  const rows = await read((db) =>
    db
      .select()
      .from(milestone)
      .where(inArray(milestone.taskId, taskIds))
      .orderBy(asc(milestone.due), asc(milestone.id)),
  );
  const found: Record<string, MilestoneMark[]> = {};
  for (const { taskId, text, due, doneAt } of rows) {
    found[taskId] ??= [];
    found[taskId].push({ text, due, doneAt });
  }
  return found;
}
