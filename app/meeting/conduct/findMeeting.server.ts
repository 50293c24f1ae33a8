import { eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { meeting, unit } from "~db/schema";
import { openAmendment } from "./openAmendment.server";

/**
 * The day of a month (YYYY-MM) with its host street and the amendment of its minutes that is open, or
 * undefined. Every official may know that it exists.
 */
export async function findDay(db: Queries, month: string) {
  const [row] = await db
    .select({ day: meeting, host: unit })
    .from(meeting)
    .innerJoin(unit, eq(unit.id, meeting.hostUnitId))
    .where(eq(meeting.slug, month))
    .limit(1);
  return row && { ...row.day, host: row.host, amendment: await openAmendment(db, row.day.id) };
}

/** A day as `findDay` gives it. */
export type Day = NonNullable<Awaited<ReturnType<typeof findDay>>>;
