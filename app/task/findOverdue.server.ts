import { and, asc, eq, inArray, lt, notExists, sql } from "drizzle-orm";
import { z } from "zod";
import type { Handler } from "~/ledger/handler.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { task, taskFinding } from "~db/schema";
import { bookFindings } from "./bookFindings.server";
import { inBatches } from "./inBatches.server";
import { runningTaskStates } from "./taskState";

const step = {
  kind: "task.findOverdue",
  payload: z.object({ day: z.string() }),
  subject: () => "",
};

/** At the start of each working day: finds the tasks that are overdue, once for each due date. */
export const overdueHandler: Handler<{ day: string }> = {
  step,
  outside: ({ day }, { now }) =>
    inBatches(
      (most) => read((db) => newlyOverdue(db, day, most)),
      (tasks) =>
        bookFindings(
          "overdue",
          tasks.map(({ id, dueDate }) => ({ taskId: id, about: dueDate, after: { dueDate } })),
          now,
        ),
    ),
};

function newlyOverdue(db: Queries, day: string, most: number) {
  const told = db
    .select({ one: sql`1` })
    .from(taskFinding)
    .where(
      and(
        eq(taskFinding.taskId, task.id),
        eq(taskFinding.finding, "overdue"),
        eq(taskFinding.about, task.dueDate),
      ),
    );
  return db
    .select({ id: task.id, dueDate: task.dueDate })
    .from(task)
    .where(and(inArray(task.state, [...runningTaskStates]), lt(task.dueDate, day), notExists(told)))
    .orderBy(asc(task.dueDate), asc(task.number))
    .limit(most);
}
