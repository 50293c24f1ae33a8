import { and, eq, exists, isNull, min, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { addDays, dayOf } from "~/calendar/day";
import type { RuleSet } from "~/rules/ruleSet";
import { leadRoles } from "~/task/permission";
import { runningTaskStates } from "~/task/taskState";
import type { Queries } from "~db/connect";
import { milestone, task, taskExtension } from "~db/schema";
import { firstTasks, taskLine, type WorkRow, workColumns } from "./taskWork.server";
import type { BareItem } from "./work";

/** What a lead unit has to do with its tasks, and where it waits for the street or the office. */
export async function leadWork(db: Queries, actor: Actor, { answers }: RuleSet): Promise<BareItem[]> {
  if (!leadRoles.includes(actor.role)) return [];
  const own = eq(task.leadUnitId, actor.unitId);
  const rows = await firstTasks([...runningTaskStates, "handled"], async (where, order, limit) =>
    db
      .select({ ...workColumns, step: nextMilestone(db), asked: extensionWaiting(db) })
      .from(task)
      .where(and(own, where))
      .orderBy(...order)
      .limit(limit),
  );
  return rows.flatMap((row) => {
    const first = row.state === "handled" ? waitVerify(row) : doing(row, row.step, answers.acknowledge);
    return row.asked ? [first, { ...taskLine(row, "waitExtension", "asked", null), waiting: true }] : [first];
  });
}

function waitVerify(row: WorkRow): BareItem {
  return {
    ...taskLine(row, "waitVerify", "claimed", null),
    // Where the street itself led, the office verifies and has no name of its own here.
    unitId: row.streetId === row.leadUnitId ? undefined : row.streetId,
    waiting: true,
  };
}

function doing(row: WorkRow, step: string | null, acknowledgeDays: number): BareItem {
  if (row.state === "dispatched") {
    const soon = addDays(dayOf(row.dispatchedAt), acknowledgeDays);
    const until = [soon, row.dueDate].sort()[0]!;
    return { ...taskLine(row, "acknowledge", "lead", until), press: "acknowledge" };
  }
  if (step && step < row.dueDate) return taskLine(row, "milestone", "lead", step);
  return taskLine(row, row.state === "rework" ? "redo" : "handle", "lead", row.dueDate);
}

function nextMilestone(db: Queries): SQL<string | null> {
  const query = db
    .select({ due: min(milestone.due) })
    .from(milestone)
    .where(and(eq(milestone.taskId, task.id), isNull(milestone.doneAt)));
  return sql<string | null>`(${query})`;
}

function extensionWaiting(db: Queries): SQL<boolean> {
  const query = db
    .select({ one: sql`1` })
    .from(taskExtension)
    .where(and(eq(taskExtension.taskId, task.id), eq(taskExtension.state, "waiting")));
  return sql<boolean>`${exists(query)}`.mapWith(Boolean);
}
