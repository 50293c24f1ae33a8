import { eq } from "drizzle-orm";
import { read } from "~db/read";
import { topic } from "~db/schema";
import { loadDecisions } from "./decisions.server";
import { issuedDays } from "./issuedDays.server";
import type { PublicDayName, PublicDecision } from "./published";

/**
 * What one day decided.
 * @param month YYYY-MM
 * @returns null where there is no such day or its minutes are not issued
 */
export async function publicDay(
  month: string,
  now: string,
): Promise<{ day: PublicDayName; decisions: PublicDecision[] } | null> {
  return read(async (db) => {
    const [day] = await issuedDays(db, { month, limit: 1 });
    if (!day) return null;
    const { id, ...name } = day;
    return { day: name, decisions: await loadDecisions(db, eq(topic.meetingId, id), now) };
  });
}
