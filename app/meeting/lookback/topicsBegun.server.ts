import { and, desc, eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { deviation } from "~db/schema";

/** Why the chair let the topics of a meeting begin before its look-back was complete; null where they did not. */
export async function topicsBegun(
  db: Queries,
  meetingId: string,
): Promise<{ reason: string; at: string } | null> {
  const [row] = await db
    .select({ reason: deviation.reason, at: deviation.at })
    .from(deviation)
    .where(and(eq(deviation.meetingId, meetingId), eq(deviation.step, "lookBack")))
    .orderBy(desc(deviation.at))
    .limit(1);
  return row ?? null;
}
