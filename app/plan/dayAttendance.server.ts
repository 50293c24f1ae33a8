import { eq } from "drizzle-orm";
import { nameOfUnit } from "~/access/names";
import type { DayRow } from "~/problem/consultationDay.server";
import type { Queries } from "~db/connect";
import { attendance, unit } from "~db/schema";
import type { MissingUnit } from "./checklist";

/** A unit as the checklist names it. */
export const missingUnit = (row: typeof unit.$inferSelect): MissingUnit => ({
  slug: row.slug,
  name: nameOfUnit(row),
});

type Called = Pick<typeof attendance.$inferSelect, "state" | "invitation">;

const isCalled = ({ state }: Called) => state !== "invited" && state !== "declined";
// The others come when they are needed, or write.
const isExpected = ({ invitation }: Called) => invitation !== "writtenOpinion" && invitation !== "onCall";

/** Who was called to a day and who is there, as the roll call counts it. */
export async function countAttendance(db: Queries, day: DayRow) {
  const rows = await db
    .select({ unitId: attendance.unitId, invitation: attendance.invitation, state: attendance.state, unit })
    .from(attendance)
    .innerJoin(unit, eq(unit.id, attendance.unitId))
    .where(eq(attendance.meetingId, day.id));
  const leads = rows.filter((row) => row.invitation === "lead");
  const unitsOf = (some: typeof rows) => new Set(some.map((row) => row.unitId)).size;
  return {
    invitedUnits: unitsOf(rows.filter((row) => row.invitation !== "chair")),
    rollCall: {
      have: rows.filter((row) => isCalled(row)).length,
      need: rows.filter((row) => isCalled(row) || isExpected(row)).length,
    },
    uncalled: rows.filter((row) => !isCalled(row) && isExpected(row)).map((row) => missingUnit(row.unit)),
    leads: { present: unitsOf(leads.filter((row) => row.state === "present")), invited: unitsOf(leads) },
  };
}
