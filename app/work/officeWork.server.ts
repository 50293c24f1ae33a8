import { and, asc, eq, inArray, lte } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { addDays } from "~/calendar/day";
import type { RuleSet } from "~/rules/ruleSet";
import type { Queries } from "~db/connect";
import { task, taskExtension } from "~db/schema";
import { answerBy, taskLine, tasksIn } from "./taskWork.server";
import type { BareItem } from "./work";

/** What the office has to decide about tasks: verify what a street did itself, strike off, review, extend. */
export async function officeWork(
  db: Queries,
  actor: Actor,
  today: string,
  { answers }: RuleSet,
): Promise<BareItem[]> {
  if (actor.role !== "office") return [];
  const claimed = await tasksIn(db, ["handled"], eq(task.leadUnitId, task.streetId));
  const solved = await tasksIn(db, ["solved"]);
  const rests = await tasksIn(db, ["suspended"], lte(task.reviewOn, addDays(today, 7)));
  return [
    ...claimed.map((row) => taskLine(row, "verify", "streetLeads", answerBy(row.handledAt, answers.verify))),
    ...solved.map((row) => taskLine(row, "strikeOff", "office", answerBy(row.solvedAt, answers.strikeOff))),
    ...rests.map((row) => taskLine(row, "review", "office", row.reviewOn)),
    ...(await extensionsToDecide(db, answers.decideExtension)),
  ];
}

async function extensionsToDecide(db: Queries, days: number): Promise<BareItem[]> {
  const rows = await db
    .select({ id: task.id, number: task.number, askedAt: taskExtension.askedAt })
    .from(taskExtension)
    .innerJoin(task, eq(task.id, taskExtension.taskId))
    .where(
      and(
        eq(taskExtension.state, "waiting"),
        // Of a task claimed or suspended meanwhile it cannot be decided.
        inArray(task.state, ["acknowledged", "inProgress", "rework"]),
      ),
    )
    .orderBy(asc(taskExtension.askedAt))
    .limit(200);
  return rows.map((row) => taskLine(row, "decideExtension", "office", answerBy(row.askedAt, days)));
}
