import { and, count, eq, exists, isNull, sql } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { publication, task, unit } from "~db/schema";
import { missingUnit } from "./countAttendance.server";
import type { MissingUnit } from "./progress";

/** How far the tasks of a meeting have come. */
export async function countTasks(db: Queries, meetingId: string) {
  const rows = await db
    .select({ state: task.state, number: count() })
    .from(task)
    .where(eq(task.meetingId, meetingId))
    .groupBy(task.state);
  const all = rows.reduce((sum, row) => sum + row.number, 0);
  const of = (...states: string[]) =>
    rows.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + row.number, 0);
  const public_ = db
    .select({ one: sql`1` })
    .from(publication)
    .where(and(eq(publication.taskId, task.id), isNull(publication.withdrawnAt)));
  const [published] = await db
    .select({ number: count() })
    .from(task)
    .where(and(eq(task.meetingId, meetingId), exists(public_)));
  return {
    acknowledged: { have: all - of("dispatched"), need: all },
    finished: { have: of("solved", "struckOff"), need: all },
    published: { have: published?.number ?? 0, need: all },
  };
}

/** Units with a task of the meeting that they have not acknowledged. */
export async function unitsToAcknowledge(db: Queries, meetingId: string): Promise<MissingUnit[]> {
  const rows = await db
    .selectDistinct({ unit })
    .from(task)
    .innerJoin(unit, eq(unit.id, task.leadUnitId))
    .where(and(eq(task.meetingId, meetingId), eq(task.state, "dispatched")));
  return rows.map((row) => missingUnit(row.unit));
}
