import { and, eq, exists, inArray, lt, notExists, or, type SQL, sql } from "drizzle-orm";
import { hasReached, type Stage } from "~/meeting/kind/stage";
import { openTaskStates } from "~/task/taskState";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { lookBackStatement, meeting, task } from "~db/schema";

const said = alias(lookBackStatement, "said");

/** What of a day decides which tasks it calls. */
export interface CallingDay {
  id: string;
  date: string;
  stage: Stage;
}

/** Which tasks a day calls, as a WHERE over `task` joined with `resolution` and its `consultationDay`. */
export function isCalled(db: Queries, day: CallingDay): SQL | undefined {
  const stated = exists(statedOn(db, eq(said.meetingId, day.id)));
  // What is stated is history once the session is over; what is open by then belongs to the next day.
  if (hasReached(day.stage, "minutes")) return stated;
  const notYetReported = and(eq(task.state, "solved"), notExists(statedOn(db, eq(said.statement, "done"))));
  const waiting = or(inArray(task.state, [...openTaskStates]), notYetReported);
  return or(stated, and(lt(meeting.date, day.date), waiting));
}

function statedOn(db: Queries, condition: SQL) {
  return db
    .select({ one: sql`1` })
    .from(said)
    .where(and(eq(said.taskId, task.id), condition));
}
