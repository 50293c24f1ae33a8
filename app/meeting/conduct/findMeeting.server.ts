import { eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { meeting, unit } from "~db/schema";
import { openAmendment } from "./openAmendment.server";

/**
 * The day of a month (YYYY-MM) with its host street and the amendment of its minutes that is open, or
 * undefined. Every official may know that it exists.
 */
export async function findMeeting(db: Queries, slug: string) {
  const [row] = await db
    .select({ meeting: meeting, host: unit })
    .from(meeting)
    .innerJoin(unit, eq(unit.id, meeting.hostUnitId))
    .where(eq(meeting.slug, slug))
    .limit(1);
  return row && { ...row.meeting, host: row.host, amendment: await openAmendment(db, row.meeting.id) };
}

/** A day as `findMeeting` gives it. */
export type Meeting = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;
