import { and, eq, inArray } from "drizzle-orm";
import { kindsHeldHere } from "~/meeting/kind/kind";
import type { Queries } from "~db/connect";
import { meeting, unit } from "~db/schema";
import { openAmendment } from "./openAmendment.server";

/**
 * The day of a month (YYYY-MM) with its host street and the amendment of its minutes that is open, or
 * undefined. Every official may know that it exists. A meeting that was not held in this system has none of its pages.
 */
export async function findMeeting(db: Queries, slug: string) {
  const [row] = await db
    .select({ meeting: meeting, host: unit })
    .from(meeting)
    .innerJoin(unit, eq(unit.id, meeting.hostUnitId))
    .where(and(eq(meeting.slug, slug), inArray(meeting.kind, kindsHeldHere())))
    .limit(1);
  return row && { ...row.meeting, host: row.host, amendment: await openAmendment(db, row.meeting.id) };
}

/** A day as `findMeeting` gives it. */
export type Meeting = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;
