import { and, asc, eq, exists, inArray, isNull, min, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { nameOfUnit } from "~/access/names";
import { addDays, dayOf } from "~/calendar/day";
import type { RuleSet } from "~/rules/ruleSet";
import { runningTaskStates } from "~/task/taskState";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { milestone, resolution, task, taskExtension, topic, unit } from "~db/schema";
import type { WorkItem, WorkKind } from "./work";

const most = 200;
const street = alias(unit, "street");

/** What a lead unit has to do with its tasks, and where it waits for the street or the office. */
export async function leadWork(db: Queries, actor: Actor, { answers }: RuleSet): Promise<WorkItem[]> {
  if (actor.role !== "department" && actor.role !== "street") return [];
  const rows = await db
    .select({ task, title: topic.title, street, step: nextMilestone(db), asked: extensionWaiting(db) })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .innerJoin(topic, eq(topic.id, resolution.topicId))
    .innerJoin(street, eq(street.id, task.streetId))
    .where(and(eq(task.leadUnitId, actor.unitId), inArray(task.state, [...runningTaskStates, "handled"])))
    .orderBy(asc(task.dueDate), asc(task.number))
    .limit(most);
  return rows.flatMap((row) => {
    const about = {
      task: { number: row.task.number, title: row.title },
      to: `/desk/tasks/${row.task.number}`,
    };
    const items: WorkItem[] = [];
    if (row.task.state === "handled")
      items.push({
        ...about,
        key: `wait-verify-${row.task.number}`,
        what: { kind: "waitVerify" },
        why: "claimed",
        // Where the street itself led, the office verifies and has no name of its own here.
        unit: row.task.streetId === row.task.leadUnitId ? undefined : nameOfUnit(row.street),
        until: null,
        waiting: true,
      });
    else items.push({ ...about, ...doing(row.task, row.step, answers.acknowledge) });
    if (row.asked)
      items.push({
        ...about,
        key: `wait-extension-${row.task.number}`,
        what: { kind: "waitExtension" },
        why: "asked",
        until: null,
        waiting: true,
      });
    return items;
  });
}

type TaskRow = typeof task.$inferSelect;

function doing(
  row: TaskRow,
  step: string | null,
  acknowledgeDays: number,
): Pick<WorkItem, "key" | "what" | "why" | "until" | "press"> {
  const line = (kind: WorkKind, until: string) => ({
    key: `${kind}-${row.number}`,
    what: { kind },
    why: "lead" as const,
    until,
  });
  if (row.state === "dispatched") {
    const soon = addDays(dayOf(row.dispatchedAt), acknowledgeDays);
    return { ...line("acknowledge", [soon, row.dueDate].sort()[0]!), press: "acknowledge" };
  }
  if (step && step < row.dueDate) return line("milestone", step);
  return line(row.state === "rework" ? "redo" : "handle", row.dueDate);
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
