import { and, count, eq, lte, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { lookBackStatement, meeting, task } from "~db/schema";

const said = alias(lookBackStatement, "said");
const saidOn = alias(meeting, "said_on");

/** How often a task was stated and was not done, on days up to and including `date`. */
export function timesCarriedOver(db: Queries, date: string): SQL<number> {
  const query = db
    .select({ value: count() })
    .from(said)
    .innerJoin(saidOn, eq(saidOn.id, said.meetingId))
    .where(and(eq(said.taskId, task.id), ne(said.statement, "done"), lte(saidOn.date, date)));
  return sql<number>`(${query})`.mapWith(Number);
}
