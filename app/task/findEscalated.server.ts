import { and, asc, eq, gt, inArray, notExists, sql } from "drizzle-orm";
import { z } from "zod";
import type { Handler } from "~/ledger/handler.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { task, taskFinding } from "~db/schema";
import { bookFindings } from "./bookFindings.server";
import { inBatches } from "./inBatches.server";
import { rulesToShowBy } from "./rulesToShowBy.server";
import { openTaskStates } from "./taskState";
import { timesCarriedOver } from "./timesCarriedOver.server";

const step = {
  kind: "task.findEscalated",
  payload: z.object({ day: z.string() }),
  subject: () => "",
};

/** At the start of each working day: finds the open tasks carried over more often than the rules allow, once each. */
export const escalatedHandler: Handler<{ day: string }> = {
  step,
  outside: ({ day }, { now }) =>
    inBatches(
      (most) => read((db) => newlyEscalated(db, day, most)),
      (tasks) =>
        bookFindings(
          "escalated",
          tasks.map(({ id, times }) => ({ taskId: id, about: "", after: { timesCarriedOver: times } })),
          now,
        ),
    ),
};

async function newlyEscalated(db: Queries, day: string, most: number) {
  const { carryOverLimit } = (await rulesToShowBy(db)).session;
  const times = timesCarriedOver(db, day);
  const told = db
    .select({ one: sql`1` })
    .from(taskFinding)
    .where(and(eq(taskFinding.taskId, task.id), eq(taskFinding.finding, "escalated")));
  return db
    .select({ id: task.id, times })
    .from(task)
    .where(and(inArray(task.state, [...openTaskStates]), gt(times, carryOverLimit), notExists(told)))
    .orderBy(asc(task.dueDate), asc(task.number))
    .limit(most);
}
