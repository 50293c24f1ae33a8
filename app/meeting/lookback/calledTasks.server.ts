import { and, count, eq, exists, inArray, lt, lte, ne, notExists, or, type SQL, sql } from "drizzle-orm";
import { hasReached, type Stage } from "~/meeting/conduct/stage";
import { openTaskStates } from "~/task/taskState";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { consultationDay, lookBackStatement, task } from "~db/schema";

const said = alias(lookBackStatement, "said");
const saidOn = alias(consultationDay, "said_on");

/** What of a day decides which tasks it calls. */
export interface CallingDay {
  id: string;
  date: string;
  stage: Stage;
}

/** Which tasks a day calls, as a WHERE over `task` joined with `resolution` and its `consultationDay`. */
export function isCalled(db: Queries, day: CallingDay): SQL | undefined {
  const stated = exists(statedOn(db, eq(said.dayId, day.id)));
  // What is stated is history once the session is over; what is open by then belongs to the next day.
  if (hasReached(day.stage, "minutes")) return stated;
  const notYetReported = and(eq(task.state, "solved"), notExists(statedOn(db, eq(said.statement, "done"))));
  const waiting = or(inArray(task.state, [...openTaskStates]), notYetReported);
  return or(stated, and(lt(consultationDay.date, day.date), waiting));
}

/** How often a task was stated and was not done, on days up to and including `date`. */
export function timesCarriedOver(db: Queries, date: string): SQL<number> {
  const query = db
    .select({ value: count() })
    .from(said)
    .innerJoin(saidOn, eq(saidOn.id, said.dayId))
    .where(and(eq(said.taskId, task.id), ne(said.statement, "done"), lte(saidOn.date, date)));
  return sql<number>`(${query})`.mapWith(Number);
}

function statedOn(db: Queries, condition: SQL) {
  return db
    .select({ one: sql`1` })
    .from(said)
    .where(and(eq(said.taskId, task.id), condition));
}
