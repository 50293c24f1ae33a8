import { eq } from "drizzle-orm";
import { withoutErased } from "~/value/erasedMark";
import { problem, resolution, task, topic } from "~db/schema";
import type { Searchable } from "~db/search";

/**
 * Finds a task by its number and by what was resolved, as it stands in the minutes and as residents read it. It is
 * compared by its topic and by what was resolved.
 */
export const taskSearch: Searchable = {
  kind: "task",
  async textOf(db, taskId) {
    const [row] = await db
      .select({
        number: task.number,
        text: resolution.text,
        residentText: resolution.residentText,
        topic: topic.title,
        place: problem.place,
        problemClass: problem.problemClass,
      })
      .from(task)
      .innerJoin(resolution, eq(resolution.id, task.resolutionId))
      .innerJoin(topic, eq(topic.id, resolution.topicId))
      .leftJoin(problem, eq(problem.id, topic.problemId))
      .where(eq(task.id, taskId));
    if (!row) return null;
    return {
      text: [row.number, row.text, row.residentText].join("\n"),
      matter: {
        title: withoutErased(row.topic),
        text: withoutErased(row.text),
        place: withoutErased(row.place ?? ""),
        problemClass: row.problemClass ?? undefined,
      },
    };
  },
};
