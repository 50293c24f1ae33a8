import { and, eq, isNull } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { amendment } from "~db/schema";

/** The amendment of a day's issued minutes that is being written; null while there is none. */
export async function openAmendment(db: Queries, meetingId: string) {
  const [row] = await db
    .select()
    .from(amendment)
    .where(and(eq(amendment.meetingId, meetingId), isNull(amendment.endedAt)));
  return row ?? null;
}
