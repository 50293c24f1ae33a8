import { and, asc, eq, type SQL } from "drizzle-orm";
import { nameOfUnit } from "~/i18n/names";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import { isEscalated, type Statement } from "~/task/statement";
import { isOpen } from "~/task/taskState";
import { timesCarriedOver } from "~/task/timesCarriedOver.server";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { lookBackCall, lookBackStatement, meeting, resolution, task, topic, unit } from "~db/schema";
import { isCalled } from "./calledTasks.server";
import { type Milestone, milestonesOfTasks } from "./milestonesOfTasks.server";

const street = alias(unit, "street");

/**
 * The tasks of earlier days that a day calls, by due date: every one that is not solved, those solved of
 * which no day has heard yet, and everything stated on this day. Once the session is closed, only what was
 * stated there.
 * @param scope what the reader may see, as a WHERE over task and resolution; left out, everything
 */
export async function lookBackOf(db: Queries, meetingId: string, scope?: SQL): Promise<CalledTask[]> {
  const [day] = await db.select().from(meeting).where(eq(meeting.id, meetingId)).limit(1);
  if (!day) return [];
  const { session } = await rulesOfMeeting(db, meetingId);
  const rows = await selectCalled(db, day, scope);
  const milestones = await milestonesOfTasks(
    db,
    rows.map((row) => row.task.id),
  );
  return rows.map((row) => present(row, milestones(row.task.id), session.carryOverLimit));
}

function selectCalled(db: Queries, day: typeof meeting.$inferSelect, scope: SQL | undefined) {
  return db
    .select({
      task,
      title: topic.title,
      text: resolution.text,
      resolvedAt: { slug: meeting.slug, title: meeting.title, date: meeting.date, kind: meeting.kind },
      lead: unit,
      street,
      stated: lookBackStatement,
      asked: lookBackCall,
      carriedOver: timesCarriedOver(db, day.date),
    })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .innerJoin(meeting, eq(meeting.id, resolution.meetingId))
    .innerJoin(topic, eq(topic.id, resolution.topicId))
    .innerJoin(unit, eq(unit.id, task.leadUnitId))
    .innerJoin(street, eq(street.id, task.streetId))
    .leftJoin(
      lookBackStatement,
      and(eq(lookBackStatement.taskId, task.id), eq(lookBackStatement.meetingId, day.id)),
    )
    .leftJoin(lookBackCall, and(eq(lookBackCall.taskId, task.id), eq(lookBackCall.meetingId, day.id)))
    .where(and(isCalled(db, day), scope))
    .orderBy(asc(task.dueDate), asc(task.number));
}

/** One task as a day calls it, with what was stated about it there. */
export type CalledTask = ReturnType<typeof present>;

type Row = Awaited<ReturnType<typeof selectCalled>>[number];

function present(row: Row, milestones: Milestone[], limit: number) {
  const { id: taskId, ...rest } = row.task;
  return {
    taskId,
    ...rest,
    title: row.title,
    text: row.text,
    /** The meeting that resolved it. */
    resolvedAt: row.resolvedAt,
    milestones,
    lead: named(row.lead),
    street: named(row.street),
    /** Days up to this one on which it was stated and was not done. */
    timesCarriedOver: row.carriedOver,
    escalated: isOpen(row.task.state) && isEscalated(row.carriedOver, limit),
    /** New topics wait for its statement; false for what is solved already and only reported. */
    mustBeStated: isOpen(row.task.state),
    statement: statementOf(row.stated),
    /** Somebody asked that it be called by itself. */
    asked: row.asked !== null,
    /** When the hall was last turned to it. */
    calledAt: row.asked?.calledAt ?? null,
  };
}

function named(row: typeof unit.$inferSelect) {
  return { slug: row.slug, name: nameOfUnit(row) };
}

function statementOf(stated: typeof lookBackStatement.$inferSelect | null) {
  if (!stated) return null;
  const { statement, text, saidAs, at, byPostId } = stated;
  return { statement: statement as Statement, text, saidAs, at, byPostId };
}
