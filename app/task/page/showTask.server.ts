import { asc, eq, inArray, type SQL } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { filesOnAll } from "~/file/filesOn.server";
import { nameOfUnit } from "~/i18n/names";
import { isForLeader } from "~/task/acts/orderTask.server";
import { barredActs, possibleActs } from "~/task/acts/possibleActs";
import { needsWitness } from "~/task/doer";
import { daysLeft, dueColour, isOverdue } from "~/task/dueColour";
import { type FoundTask, findTask } from "~/task/findTask.server";
import { notesOfTask } from "~/task/notesOfTask.server";
import { ordersOf } from "~/task/ordersOf.server";
import { canAnswerOrder, canOrder, isOneOfTheDoers } from "~/task/permission";
import { rulesToShowBy } from "~/task/rulesToShowBy.server";
import { isEscalated } from "~/task/statement";
import { type TaskFileKind, taskFileKinds, taskFileRights } from "~/task/taskFileRights";
import { taskHistory } from "~/task/taskHistory.server";
import { isOpen } from "~/task/taskState";
import { witnessChoices } from "~/task/witnesses.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { lookBackStatement, milestone, resolution, taskExtension, unit } from "~db/schema";
import { judges, nextStep } from "./nextStep";
import { taskTrace } from "./taskTrace.server";

/** Which meetings somebody may open, as a WHERE over `meeting`; a task knows no meeting's rights. */
export type MeetingScope = (db: Queries, reader: Actor) => SQL | undefined;

/** One task with everything its page shows and what this actor can do with it; null when they do not see it. */
export async function showTask(actor: Actor, number: string, now: string, meetingScope: MeetingScope) {
  const today = dayOf(now);
  return read(async (db) => {
    const found = await findTask(db, actor, number, now);
    if (!found) return null;
    const acts = possibleActs(actor, found);
    const milestones = await milestonesOfTask(db, found.id);
    const units = await partiesOf(db, found);
    const trace = await taskTrace(db, found.id, actor, meetingScope(db, actor));
    return {
      task: await presentState(db, found, today),
      ...units,
      resolution: await resolutionOf(db, found.resolutionId),
      notes: await notesOfTask(db, found.resolutionId),
      next: nextStep(found),
      judges: judges(found),
      acts,
      barred: barredFrom(actor, found),
      witnesses:
        acts.includes("verifySolved") && needsWitness(found)
          ? await witnessChoices(db, actor, found, now)
          : null,
      /** The office writes what residents read of it, at its own page; nothing of an earlier ledger is public. */
      can: {
        publish:
          actor.role === "office" &&
          found.overseerUnitId === null &&
          trace.takenOver === null &&
          !isOneOfTheDoers(actor, found),
        order: canOrder(actor, found) && (await isForLeader(db, found, now)),
        answerOrder: canAnswerOrder(actor, found),
      },
      orders: await ordersOf(db, found.id),
      milestones,
      files: await filesOfTask(db, actor, found, milestones),
      extensions: await extensionsOf(db, found.id),
      trace,
      history: await taskHistory(db, found.id),
    };
  });
}

/** What {@link showTask} finds. */
export type ShownTask = NonNullable<Awaited<ReturnType<typeof showTask>>>;

/** What the reader's post would judge here and their own hand in it keeps them from; another of their unit does it. */
function barredFrom(actor: Actor, found: FoundTask) {
  const [act] = barredActs(actor, found);
  return act && found.doerTie ? { act, tie: found.doerTie, unit: actor.unitName } : null;
}

async function presentState(db: Queries, found: FoundTask, today: string) {
  const rules = await rulesToShowBy(db);
  const said = await db
    .select({ statement: lookBackStatement.statement })
    .from(lookBackStatement)
    .where(eq(lookBackStatement.taskId, found.id));
  const timesCarriedOver = said.filter((row) => row.statement !== "done").length;
  const { number, state, dueDate, originalDueDate, reviewOn, blocked, reworkCount } = found;
  const { dispatchedAt, acknowledgedAt, handledAt, solvedAt, struckOffAt } = found;
  return {
    ...{ number, state, dueDate, originalDueDate, reviewOn, blocked, reworkCount },
    ...{ dispatchedAt, acknowledgedAt, handledAt, solvedAt, struckOffAt },
    colour: dueColour(found, today, rules.colours),
    daysLeft: daysLeft(found, today),
    overdue: isOverdue(found, today),
    timesCarriedOver,
    escalated: isOpen(state) && isEscalated(timesCarriedOver, rules.session.carryOverLimit),
  };
}

async function partiesOf(db: Queries, found: FoundTask) {
  const ids = [found.leadUnitId, found.streetId, ...found.assistingUnitIds, found.overseerUnitId ?? ""];
  const rows = await db.select().from(unit).where(inArray(unit.id, ids));
  const named = (id: string) => {
    const row = rows.find((one) => one.id === id)!;
    return { slug: row.slug, name: nameOfUnit(row) };
  };
  return {
    lead: named(found.leadUnitId),
    street: named(found.streetId),
    /** Who strikes it off; null for the consultation office of the district. */
    overseer: found.overseerUnitId === null ? null : named(found.overseerUnitId),
    assisting: found.assistingUnitIds.filter((id) => rows.some((row) => row.id === id)).map(named),
  };
}

async function resolutionOf(db: Queries, resolutionId: string) {
  const [row] = await db.select().from(resolution).where(eq(resolution.id, resolutionId)).limit(1);
  const { text, residentText, measure, evidence, resourceKind, resourceText, checkBackDate } = row!;
  return { text, residentText, measure, evidence, resourceKind, resourceText, checkBackDate };
}

function milestonesOfTask(db: Queries, taskId: string) {
  return db
    .select({ id: milestone.id, text: milestone.text, due: milestone.due, doneAt: milestone.doneAt })
    .from(milestone)
    .where(eq(milestone.taskId, taskId))
    .orderBy(asc(milestone.due), asc(milestone.id));
}

/** Everything that is attached to a task, by what it shows; of milestones, each by itself. */
async function filesOfTask(
  db: Queries,
  actor: Actor,
  found: FoundTask,
  milestones: readonly { id: string; text: string }[],
) {
  const on = async (kind: TaskFileKind, ids: readonly string[]) => {
    const rights = taskFileRights(actor, kind, found);
    const files = await filesOnAll(
      db,
      actor,
      kind,
      ids.map((id) => ({ id, rights })),
    );
    return Object.values(files);
  };
  const parts = await Promise.all(taskFileKinds.map((kind) => on(kind, [found.id])));
  const ofMilestones = await on(
    "milestone",
    milestones.map(({ id }) => id),
  );
  return { parts: parts.flat(), milestones: ofMilestones };
}

async function extensionsOf(db: Queries, taskId: string) {
  const rows = await db
    .select()
    .from(taskExtension)
    .where(eq(taskExtension.taskId, taskId))
    .orderBy(asc(taskExtension.askedAt));
  return rows.map(({ id, fromDate, toDate, reason, askedAt, state, decidedAt, decisionText }) => ({
    ...{ id, fromDate, toDate, reason, askedAt, state, decidedAt, decisionText },
  }));
}
