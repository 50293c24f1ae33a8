import { eq, lt, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import type { RuleSet } from "~/rules/ruleSet";
import { notDoneBy } from "~/task/judgedBy.server";
import { runningTaskStates } from "~/task/taskState";
import type { Queries } from "~db/connect";
import { task } from "~db/schema";
import { answerBy, taskLine, tasksIn } from "./taskWork.server";
import type { BareItem } from "./work";

/** What a street has to verify, and which tasks in its territory others are late with. */
export async function streetWork(
  db: Queries,
  actor: Actor,
  now: string,
  { answers }: RuleSet,
): Promise<BareItem[]> {
  if (actor.role !== "street") return [];
  const here = eq(task.streetId, actor.unitId);
  const byOthers = ne(task.leadUnitId, task.streetId);
  const toVerify = [byOthers, notDoneBy(actor.personId, now)];
  const claimed = await tasksIn(db, ["handled"], here, ...toVerify);
  const late = await tasksIn(db, runningTaskStates, here, byOthers, lt(task.dueDate, dayOf(now)));
  return [
    ...claimed.map((row) => taskLine(row, "verify", "territory", answerBy(row.handledAt, answers.verify))),
    ...late.map((row) => ({
      ...taskLine(row, "waitOverdue", "territory", row.dueDate),
      unitId: row.leadUnitId,
      waiting: true,
    })),
  ];
}
