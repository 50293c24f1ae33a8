import { type AnyColumn, and, asc, desc, eq, gt, inArray, lt, ne, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { shortNameOfUnit } from "~/i18n/names";
import type { RuleSet } from "~/rules/ruleSet";
import { dueColour, isOverdue } from "~/task/dueColour";
import { taskScope } from "~/task/scope.server";
import { isEscalated } from "~/task/statement";
import { isOpen, runningTaskStates } from "~/task/taskState";
import { timesCarriedOver } from "~/task/timesCarriedOver.server";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { meeting, person, resolution, task, taskWitness, topic, unit } from "~db/schema";
import { readTaskKey, type TaskFilter, type TaskKey, type TaskSort } from "./taskFilter";

const street = alias(unit, "street");
const farAway = "9999-12-31";

const sortColumns: Record<TaskSort, AnyColumn> = {
  due: task.dueDate,
  number: task.number,
  lead: unit.nameZh,
  street: street.nameZh,
};

/** Tasks within the actor's scope that fit the filter, from its page on; `backwards` reads towards the start. */
export async function selectTasks(
  db: Queries,
  actor: Pick<Actor, "personId" | "role" | "unitId" | "streetId">,
  filter: TaskFilter,
  page: { today: string; limit: number; backwards?: boolean },
) {
  const descending = filter.descending !== (page.backwards ?? false);
  const direction = descending ? desc : asc;
  const key = readTaskKey(page.backwards ? filter.before : filter.after);
  return db
    .select({
      task,
      title: topic.title,
      text: resolution.text,
      resolvedAt: { slug: meeting.slug, title: meeting.title, date: meeting.date, kind: meeting.kind },
      lead: unit,
      street,
      carriedOver: timesCarriedOver(db, farAway),
      witness: witnessName(db),
    })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .innerJoin(meeting, eq(meeting.id, resolution.meetingId))
    .innerJoin(topic, eq(topic.id, resolution.topicId))
    .innerJoin(unit, eq(unit.id, task.leadUnitId))
    .innerJoin(street, eq(street.id, task.streetId))
    .where(
      and(
        taskScope(actor),
        ...conditions(filter, page.today),
        key && beyond(sortColumns[filter.sort], key, descending),
      ),
    )
    .orderBy(direction(sortColumns[filter.sort]), direction(task.number))
    .limit(page.limit);
}

/** Who was there when it was verified, where somebody was named and has not denied it. */
function witnessName(db: Queries): SQL<string | null> {
  const query = db
    .select({ name: person.name })
    .from(taskWitness)
    .innerJoin(person, eq(person.id, taskWitness.personId))
    .where(and(eq(taskWitness.taskId, task.id), ne(taskWitness.state, "denied")))
    .orderBy(desc(taskWitness.entryId))
    .limit(1);
  return sql<string | null>`(${query})`;
}

/** A row as read; `presentTask` turns it into what the page shows. */
export type TaskRow = Awaited<ReturnType<typeof selectTasks>>[number];

function conditions(filter: TaskFilter, today: string): (SQL | undefined)[] {
  return [
    filter.lead ? eq(unit.slug, filter.lead) : undefined,
    filter.street ? eq(street.slug, filter.street) : undefined,
    filter.meeting ? eq(meeting.slug, filter.meeting) : undefined,
    filter.state === "open" ? ne(task.state, "struckOff") : undefined,
    filter.state === "open" || filter.state === "all" ? undefined : eq(task.state, filter.state),
    filter.overdue ? and(inArray(task.state, [...runningTaskStates]), lt(task.dueDate, today)) : undefined,
  ];
}

function beyond(column: AnyColumn, key: TaskKey, descending: boolean): SQL | undefined {
  const further = descending ? lt : gt;
  return or(further(column, key.value), and(eq(column, key.value), further(task.number, key.number)));
}

/** Where a row stands in the ledger sorted so. */
export function keyOf(row: TaskRow, sort: TaskSort): TaskKey {
  const values: Record<TaskSort, string> = {
    due: row.task.dueDate,
    number: row.task.number,
    lead: row.lead.nameZh,
    street: row.street.nameZh,
  };
  return { value: values[sort], number: row.task.number };
}

/** One task as the ledger shows it. */
export type ListedTask = ReturnType<typeof presentTask>;

/** What the ledger says of a task on `today`, by the rules in force. */
export function presentTask(row: TaskRow, today: string, rules: Pick<RuleSet, "colours" | "session">) {
  const { id, number, state, blocked, reworkCount, dispatchedAt, handledAt, solvedAt } = row.task;
  const { dueDate, originalDueDate, reviewOn } = row.task;
  return {
    id,
    number,
    title: row.title,
    text: row.text,
    /** The meeting that resolved it. */
    resolvedAt: row.resolvedAt,
    state,
    blocked,
    reworkCount,
    dispatchedAt,
    handledAt,
    solvedAt,
    dueDate,
    originalDueDate,
    reviewOn,
    lead: named(row.lead),
    street: named(row.street),
    colour: dueColour(row.task, today, rules.colours),
    overdue: isOverdue(row.task, today),
    timesCarriedOver: row.carriedOver,
    witness: solvedAt === null ? null : row.witness,
    escalated: isOpen(state) && isEscalated(row.carriedOver, rules.session.carryOverLimit),
  };
}

function named(row: typeof unit.$inferSelect) {
  return { slug: row.slug, name: shortNameOfUnit(row) };
}
