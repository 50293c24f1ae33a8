import { and, count, eq, exists, isNull, sql } from "drizzle-orm";
import type { DayRow } from "~/problem/consultationDay.server";
import type { Queries } from "~db/connect";
import { publication, task, unit } from "~db/schema";
import type { MissingUnit } from "./checklist";
import { missingUnit } from "./dayAttendance.server";

/** How far the tasks of a day have come. */
export async function countTasks(db: Queries, day: DayRow) {
  const rows = await db
    .select({ state: task.state, number: count() })
    .from(task)
    .where(eq(task.meetingId, day.id))
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
    .where(and(eq(task.meetingId, day.id), exists(public_)));
  return {
    acknowledged: { have: all - of("dispatched"), need: all },
    finished: { have: of("solved", "struckOff"), need: all },
    published: { have: published?.number ?? 0, need: all },
  };
}

/** Units with a task of the day that they have not acknowledged. */
export async function unitsToAcknowledge(db: Queries, day: DayRow): Promise<MissingUnit[]> {
  const rows = await db
    .selectDistinct({ unit })
    .from(task)
    .innerJoin(unit, eq(unit.id, task.leadUnitId))
    .where(and(eq(task.meetingId, day.id), eq(task.state, "dispatched")));
  return rows.map((row) => missingUnit(row.unit));
}
