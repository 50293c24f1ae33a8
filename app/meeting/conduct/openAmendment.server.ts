import { and, eq, isNull } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { amendment } from "~db/schema";

/** The amendment of a day's issued minutes that is being written; null while there is none. */
export async function openAmendment(db: Queries, dayId: string) {
  const [row] = await db
    .select()
    .from(amendment)
    .where(and(eq(amendment.dayId, dayId), isNull(amendment.endedAt)));
  return row ?? null;
}
