import { eq } from "drizzle-orm";
import { resolution, task } from "~db/schema";
import type { Searchable } from "~db/search";

/** Finds a task by its number and by what was resolved, as it stands in the minutes and as residents read it. */
export const taskSearch: Searchable = {
  kind: "task",
  async textOf(db, taskId) {
    const [row] = await db
      .select({ number: task.number, text: resolution.text, residentText: resolution.residentText })
      .from(task)
      .innerJoin(resolution, eq(resolution.id, task.resolutionId))
      .where(eq(task.id, taskId));
    return row ? [row.number, row.text, row.residentText].join("\n") : null;
  },
};
