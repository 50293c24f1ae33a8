import { asc, eq } from "drizzle-orm";
import { nameOfUnit } from "~/access/names";
import type { Queries } from "~db/connect";
import { attendance, unit } from "~db/schema";

/** Everybody called to a day, with their unit, in the order they were called. */
export async function attendanceOf(db: Queries, meetingId: string) {
  const rows = await db
    .select({ row: attendance, unit })
    .from(attendance)
    .innerJoin(unit, eq(unit.id, attendance.unitId))
    .where(eq(attendance.meetingId, meetingId))
    .orderBy(asc(attendance.id));
  return rows.map(({ row, unit }) => ({
    ...row,
    unit: { id: unit.id, slug: unit.slug, kind: unit.kind, ...nameOfUnit(unit) },
  }));
}
export type AttendanceRow = Awaited<ReturnType<typeof attendanceOf>>[number];
