import { and, asc, eq, inArray, isNull, lte, not, or, type SQL } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { addDays, dayOf } from "~/calendar/day";
import type { RuleSet } from "~/rules/ruleSet";
import { notDoneBy, overseenByOffice, verifiedByOffice } from "~/task/judgedBy.server";
import type { Queries } from "~db/connect";
import { task, taskExtension } from "~db/schema";
import { answerBy, taskLine, tasksIn } from "./taskWork.server";
import type { BareItem, WorkReason } from "./work";

/**
 * What has to be decided about tasks by those who oversee them, the office or the unit whose meetings resolved them:
 * strike off, review, extend; by the office also, to verify what a street did itself. Nothing in whose doing they had
 * a hand.
 */
export async function overseerWork(
  db: Queries,
  actor: Actor,
  now: string,
  { answers }: RuleSet,
): Promise<BareItem[]> {
  const isOffice = actor.role === "office";
  if (!isOffice && actor.role !== "street") return [];
  const own = eq(task.overseerUnitId, actor.unitId);
  const byOffice = or(isNull(task.overseerUnitId), overseenByOffice(), own);
  const others = notDoneBy(actor.personId, now);
  const mine = and(others, isOffice ? byOffice : and(own, not(overseenByOffice())))!;
  const why = isOffice ? "office" : "organiser";
  const toVerify = or(verifiedByOffice(), eq(task.streetId, actor.unitId))!;
  const claimed = isOffice ? await tasksIn(db, ["handled"], toVerify, others) : [];
  const solved = await tasksIn(db, ["solved"], mine);
  const rests = await tasksIn(db, ["suspended"], mine, lte(task.reviewOn, addDays(dayOf(now), 7)));
  return [
    ...claimed.map((row) =>
      taskLine(
        row,
        "verify",
        row.leadUnitId === row.streetId ? "streetLeads" : "office",
        answerBy(row.handledAt, answers.verify),
      ),
    ),
    ...solved.map((row) => taskLine(row, "strikeOff", why, answerBy(row.solvedAt, answers.strikeOff))),
    ...rests.map((row) => taskLine(row, "review", why, row.reviewOn)),
    ...(await extensionsToDecide(db, { mine, why }, answers.decideExtension)),
  ];
}

async function extensionsToDecide(
  db: Queries,
  of: { mine: SQL; why: WorkReason },
  days: number,
): Promise<BareItem[]> {
  const rows = await db
    .select({ id: task.id, number: task.number, askedAt: taskExtension.askedAt })
    .from(taskExtension)
    .innerJoin(task, eq(task.id, taskExtension.taskId))
    .where(
      and(
        eq(taskExtension.state, "waiting"),
        of.mine,
        // Of a task claimed or suspended meanwhile it cannot be decided.
        inArray(task.state, ["acknowledged", "inProgress", "rework"]),
      ),
    )
    .orderBy(asc(taskExtension.askedAt))
    .limit(200);
  return rows.map((row) => taskLine(row, "decideExtension", of.why, answerBy(row.askedAt, days)));
}
