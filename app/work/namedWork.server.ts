import { eq, inArray } from "drizzle-orm";
import { nameOfUnit } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { resolution, task, topic, unit } from "~db/schema";
import type { BareItem, WorkItem } from "./work";

/** Calls what the lines are about by its name: a task by what was resolved on, a unit as it is called. */
export async function namedWork(db: Queries, items: readonly BareItem[]): Promise<WorkItem[]> {
  const tasks = await tasksOf(
    db,
    items.flatMap(({ taskId }) => taskId ?? []),
  );
  const units = await unitsOf(
    db,
    items.flatMap(({ unitId }) => unitId ?? []),
  );
  return items.map(({ taskId, unitId, ...item }) => ({
    ...item,
    task: taskId === undefined ? undefined : tasks.get(taskId),
    unit: unitId === undefined ? undefined : units.get(unitId),
  }));
}

// A statement takes only so many parameters.
const atOnce = 500;

async function tasksOf(db: Queries, ids: readonly string[]) {
  const found = new Map<string, { number: string; title: string }>();
  for (let at = 0; at < ids.length; at += atOnce) {
    const rows = await db
      .select({ id: task.id, number: task.number, title: topic.title })
      .from(task)
      .innerJoin(resolution, eq(resolution.id, task.resolutionId))
      .innerJoin(topic, eq(topic.id, resolution.topicId))
      .where(inArray(task.id, ids.slice(at, at + atOnce)));
    for (const { id, ...row } of rows) found.set(id, row);
  }
  return found;
}

async function unitsOf(db: Queries, ids: readonly string[]) {
  const found = new Map<string, { zh: string; en: string }>();
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return found;
  const rows = await db
    .select({ id: unit.id, name: nameOfUnit(unit) })
    .from(unit)
    .where(inArray(unit.id, wanted));
  for (const { id, name } of rows) found.set(id, name);
  return found;
}
