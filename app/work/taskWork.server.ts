import { and, asc, eq, type SQL } from "drizzle-orm";
import { taskAddress } from "~/address/tasks";
import { addDays, dayOf } from "~/calendar/day";
import type { Queries } from "~db/connect";
import { resolution, task, topic, unit } from "~db/schema";
import type { WorkItem, WorkKind, WorkReason } from "./work";

const most = 200;

/** Tasks as "My work" names them, by due date; the first two hundred of a kind. */
export async function tasksWhere(db: Queries, ...conditions: (SQL | undefined)[]) {
  return db
    .select({ task, title: topic.title, lead: unit })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .innerJoin(topic, eq(topic.id, resolution.topicId))
    .innerJoin(unit, eq(unit.id, task.leadUnitId))
    .where(and(...conditions))
    .orderBy(asc(task.dueDate), asc(task.number))
    .limit(most);
}

/** The line about one task. */
export function taskLine(
  about: { number: string; title: string },
  kind: WorkKind,
  why: WorkReason,
  until: string | null,
): WorkItem {
  const { number, title } = about;
  return {
    key: `${kind}-${number}`,
    what: { kind },
    why,
    task: { number, title },
    until,
    to: taskAddress(number),
  };
}

/** The day by which something that came at `instant` is to be answered, so many days after. */
export function answerBy(instant: string | null, days: number): string | null {
  return instant && addDays(dayOf(instant), days);
}
