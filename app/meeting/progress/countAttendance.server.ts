import { eq } from "drizzle-orm";
import { nameOfUnit } from "~/i18n/names";
import { isCalled, isExpected } from "~/meeting/conduct/attendance";
import type { Queries } from "~db/connect";
import { attendance, unit } from "~db/schema";
import type { MissingUnit } from "./progress";

/** A unit as it is named where something is missing from it. */
export const missingUnit = (row: typeof unit.$inferSelect): MissingUnit => ({
  slug: row.slug,
  name: nameOfUnit(row),
});

/** Who was called to a meeting and who is there, as the roll call counts it. */
export async function countAttendance(db: Queries, meetingId: string) {
  const rows = await db
    .select({ unitId: attendance.unitId, invitation: attendance.invitation, state: attendance.state, unit })
    .from(attendance)
    .innerJoin(unit, eq(unit.id, attendance.unitId))
    .where(eq(attendance.meetingId, meetingId));
  const leads = rows.filter((row) => row.invitation === "lead");
  const unitsOf = (some: typeof rows) => new Set(some.map((row) => row.unitId)).size;
  return {
    invitedUnits: unitsOf(rows.filter((row) => row.invitation !== "chair")),
    rollCall: {
      have: rows.filter((row) => isCalled(row.state)).length,
      need: rows.filter((row) => isCalled(row.state) || isExpected(row.invitation)).length,
    },
    uncalled: rows
      .filter((row) => !isCalled(row.state) && isExpected(row.invitation))
      .map((row) => missingUnit(row.unit)),
    leads: { present: unitsOf(leads.filter((row) => row.state === "present")), invited: unitsOf(leads) },
  };
}
