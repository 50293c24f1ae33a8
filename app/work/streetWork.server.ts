import { eq, inArray, lt, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { nameOfUnit } from "~/access/names";
import type { RuleSet } from "~/rules/ruleSet";
import { runningTaskStates } from "~/task/taskState";
import type { Queries } from "~db/connect";
import { task } from "~db/schema";
import { answerBy, taskLine, tasksWhere } from "./taskWork.server";
import type { WorkItem } from "./work";

/** What a street has to verify, and which tasks in its territory others are late with. */
export async function streetWork(
  db: Queries,
  actor: Actor,
  today: string,
  { answers }: RuleSet,
): Promise<WorkItem[]> {
  if (actor.role !== "street") return [];
  const here = eq(task.streetId, actor.unitId);
  const byOthers = ne(task.leadUnitId, task.streetId);
  const claimed = await tasksWhere(db, here, byOthers, eq(task.state, "handled"));
  const running = inArray(task.state, [...runningTaskStates]);
  const late = await tasksWhere(db, here, byOthers, running, lt(task.dueDate, today));
  return [
    ...claimed.map((row) =>
      taskLine(
        { number: row.task.number, title: row.title },
        "verify",
        "territory",
        answerBy(row.task.handledAt, answers.verify),
      ),
    ),
    ...late.map((row) => ({
      ...taskLine(
        { number: row.task.number, title: row.title },
        "waitOverdue",
        "territory",
        row.task.dueDate,
      ),
      unit: nameOfUnit(row.lead),
      waiting: true,
    })),
  ];
}
