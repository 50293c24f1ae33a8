import { and, asc, eq, inArray, lte } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { addDays } from "~/calendar/day";
import type { RuleSet } from "~/rules/ruleSet";
import type { Queries } from "~db/connect";
import { resolution, task, taskExtension, topic } from "~db/schema";
import { answerBy, taskLine, tasksWhere } from "./taskWork.server";
import type { WorkItem } from "./work";

/** What the office has to decide about tasks: verify what a street did itself, strike off, review, extend. */
export async function officeWork(
  db: Queries,
  actor: Actor,
  today: string,
  { answers }: RuleSet,
): Promise<WorkItem[]> {
  if (actor.role !== "office") return [];
  const claimed = await tasksWhere(db, eq(task.state, "handled"), eq(task.leadUnitId, task.streetId));
  const solved = await tasksWhere(db, eq(task.state, "solved"));
  const rests = await tasksWhere(db, eq(task.state, "suspended"), lte(task.reviewOn, addDays(today, 7)));
  return [
    ...claimed.map((row) =>
      taskLine(
        { number: row.task.number, title: row.title },
        "verify",
        "streetLeads",
        answerBy(row.task.handledAt, answers.verify),
      ),
    ),
    ...solved.map((row) =>
      taskLine(
        { number: row.task.number, title: row.title },
        "strikeOff",
        "office",
        answerBy(row.task.solvedAt, answers.strikeOff),
      ),
    ),
    ...rests.map((row) =>
      taskLine({ number: row.task.number, title: row.title }, "review", "office", row.task.reviewOn),
    ),
    ...(await extensionsToDecide(db, answers.decideExtension)),
  ];
}

async function extensionsToDecide(db: Queries, days: number): Promise<WorkItem[]> {
  const rows = await db
    .select({ number: task.number, title: topic.title, askedAt: taskExtension.askedAt })
    .from(taskExtension)
    .innerJoin(task, eq(task.id, taskExtension.taskId))
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .innerJoin(topic, eq(topic.id, resolution.topicId))
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
