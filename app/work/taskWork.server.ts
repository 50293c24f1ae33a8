import { and, asc, eq, type SQL } from "drizzle-orm";
import { taskAddress } from "~/address/tasks";
import { addDays, dayOf } from "~/calendar/day";
import type { TaskState } from "~/task/taskState";
import type { Queries } from "~db/connect";
import { task } from "~db/schema";
import type { BareItem, WorkKind, WorkReason } from "./work";

const most = 200;

/** What "My work" asks of every task. */
export const workColumns = {
  id: task.id,
  number: task.number,
  state: task.state,
  streetId: task.streetId,
  leadUnitId: task.leadUnitId,
  dispatchedAt: task.dispatchedAt,
  dueDate: task.dueDate,
  handledAt: task.handledAt,
  solvedAt: task.solvedAt,
  reviewOn: task.reviewOn,
};

/** A task as "My work" reads it. */
export type WorkRow = Pick<typeof task.$inferSelect, keyof typeof workColumns>;

/**
 * Reads the first two hundred tasks of each state by due date, and keeps the first two hundred of them all. Each
 * state is read by itself in the order of an index, so that the cost does not grow with the tasks there are.
 * @param select reads one state: the tasks that `where` keeps, in `order`, at most `limit`
 */
export async function firstTasks<Row extends Pick<WorkRow, "dueDate" | "number">>(
  states: readonly TaskState[],
  select: (where: SQL, order: SQL[], limit: number) => Promise<Row[]>,
): Promise<Row[]> {
  const found: Row[] = [];
  for (const state of states)
    found.push(...(await select(eq(task.state, state), [asc(task.dueDate), asc(task.number)], most)));
  const place = ({ dueDate, number }: Row) => `${dueDate} ${number}`;
  return found.sort((one, other) => (place(one) < place(other) ? -1 : 1)).slice(0, most);
}

/** The first two hundred tasks in these states, by due date. */
export function tasksIn(db: Queries, states: readonly TaskState[], ...conditions: SQL[]): Promise<WorkRow[]> {
  return firstTasks(states, async (where, order, limit) =>
    db
      .select(workColumns)
      .from(task)
      .where(and(where, ...conditions))
      .orderBy(...order)
      .limit(limit),
  );
}

/** The line about one task. */
export function taskLine(
  about: { id: string; number: string },
  kind: WorkKind,
  why: WorkReason,
  until: string | null,
): BareItem {
  return {
    key: `${kind}-${about.number}`,
    what: { kind },
    why,
    taskId: about.id,
    until,
    to: taskAddress(about.number),
  };
}

/** The day by which something that came at `instant` is to be answered, so many days after. */
export function answerBy(instant: string | null, days: number): string | null {
  return instant && addDays(dayOf(instant), days);
}
