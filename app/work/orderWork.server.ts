import { and, asc, desc, eq, gt, inArray, isNull, ne, notExists, or, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { taskAddress } from "~/address/tasks";
import { kindOf, kindsOfDistrict } from "~/meeting/kind/kind";
import type { RuleSet } from "~/rules/ruleSet";
import { leadRoles } from "~/task/permission";
import { openTaskStates } from "~/task/taskState";
import { timesCarriedOver } from "~/task/timesCarriedOver.server";
import type { Queries } from "~db/connect";
import { lookBackStatement, meeting, task, taskOrder } from "~db/schema";
import { answerBy, taskLine } from "./taskWork.server";
import type { BareItem } from "./work";

const most = 200;

/**
 * What was carried over too often stands in the work of the leader who chaired the last day on which it was called, until
 * they step in; what they ordered waits for its answer, and stands in the work of the lead unit.
 */
export async function orderWork(db: Queries, actor: Actor, rules: RuleSet): Promise<BareItem[]> {
  if (actor.role === "leader")
    return [
      ...(await toStepIn(db, actor, rules)),
      ...(await ordered(db, actor)),
      ...(await takenOver(db, actor)),
    ];
  return leadRoles.includes(actor.role) ? toAnswer(db, actor) : [];
}

async function toStepIn(db: Queries, actor: Actor, { session, answers }: RuleSet): Promise<BareItem[]> {
  const [last] = await db
    .select({ id: meeting.id, date: meeting.date, chairPostId: meeting.chairPostId })
    .from(meeting)
    .where(
      and(
        // What an earlier ledger names was not held here, and nobody chaired it.
        inArray(
          meeting.kind,
          kindsOfDistrict().filter((kind) => kindOf({ kind }).isHeldHere),
        ),
        inArray(meeting.stage, ["inSession", "minutes", "issued", "followedUp"]),
      ),
    )
    .orderBy(desc(meeting.date))
    .limit(1);
  if (!last || last.chairPostId !== actor.postId) return [];
  const steppedIn = db
    .select({ one: sql`1` })
    .from(taskOrder)
    .where(
      and(
        eq(taskOrder.taskId, task.id),
        or(eq(taskOrder.kind, "takeOver"), gt(taskOrder.at, lookBackStatement.at)),
      ),
    );
  const rows = await db
    .select({ id: task.id, number: task.number, at: lookBackStatement.at })
    .from(lookBackStatement)
    .innerJoin(task, eq(task.id, lookBackStatement.taskId))
    .where(
      and(
        eq(lookBackStatement.meetingId, last.id),
        ne(lookBackStatement.statement, "done"),
        inArray(task.state, [...openTaskStates]),
        gt(timesCarriedOver(db, last.date), session.carryOverLimit),
        notExists(steppedIn),
      ),
    )
    .orderBy(asc(task.dueDate), asc(task.number))
    .limit(most);
  return rows.map((row) => ({
    ...taskLine(row, "stepIn", "carriedOver", answerBy(row.at, answers.decideExtension)),
    to: `${taskAddress(row.number)}#orders`,
  }));
}

const waits = and(isNull(taskOrder.answeredAt), ne(taskOrder.kind, "takeOver"));
const isOpenTask = inArray(task.state, [...openTaskStates]);

async function ordered(db: Queries, actor: Actor): Promise<BareItem[]> {
  const rows = await db
    .select({
      id: task.id,
      number: task.number,
      order: taskOrder.id,
      until: taskOrder.answerBy,
      unitId: task.leadUnitId,
    })
    .from(taskOrder)
    .innerJoin(task, eq(task.id, taskOrder.taskId))
    .where(and(eq(taskOrder.byPostId, actor.postId), waits, isOpenTask))
    .orderBy(asc(taskOrder.answerBy))
    .limit(most);
  return rows.map((row) => ({
    ...taskLine(row, "waitOrder", "ordered", row.until),
    key: `waitOrder-${row.order}`,
    unitId: row.unitId,
    waiting: true,
  }));
}

/** What a leader has taken over is theirs until it is solved. */
async function takenOver(db: Queries, actor: Actor): Promise<BareItem[]> {
  const rows = await db
    .select({ id: task.id, number: task.number, until: task.dueDate })
    .from(taskOrder)
    .innerJoin(task, eq(task.id, taskOrder.taskId))
    .where(and(eq(taskOrder.byPostId, actor.postId), eq(taskOrder.kind, "takeOver"), isOpenTask))
    .orderBy(asc(task.dueDate))
    .limit(most);
  return rows.map((row) => taskLine(row, "followTask", "tookOver", row.until));
}

async function toAnswer(db: Queries, actor: Actor): Promise<BareItem[]> {
  const rows = await db
    .select({ id: task.id, number: task.number, order: taskOrder.id, until: taskOrder.answerBy })
    .from(task)
    .innerJoin(taskOrder, eq(taskOrder.taskId, task.id))
    .where(and(eq(task.leadUnitId, actor.unitId), isOpenTask, waits))
    .orderBy(asc(taskOrder.answerBy))
    .limit(most);
  return rows.map((row) => ({
    ...taskLine(row, "answerOrder", "lead", row.until),
    key: `answerOrder-${row.order}`,
    to: `${taskAddress(row.number)}#orders`,
  }));
}
