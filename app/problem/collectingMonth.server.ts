import { asc, eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { consultationDay, meeting } from "~db/schema";

/** The first month whose lists are being collected, other than `except`; null where there is none. */
export async function collectingMonth(db: Queries, except: string | undefined): Promise<string | null> {
  const days = await db
    .select({ month: meeting.slug })
    .from(consultationDay)
    .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
    .where(eq(meeting.stage, "collecting"))
    .orderBy(asc(meeting.slug));
  return days.find((day) => day.month !== except)?.month ?? null;
}
