import { and, eq, isNull } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { publicTopic, topic } from "~db/schema";
import { loadDecisions } from "./decisions.server";
import { issuedDays } from "./issuedDays.server";
import type { PublicDayName, PublicDecision } from "./published";

/** What residents read of one day. */
export interface PublicDay {
  day: PublicDayName;
  decisions: PublicDecision[];
  /** Some of its topics wait to be seen. */
  more: boolean;
}

/**
 * What one day decided.
 * @param month YYYY-MM
 * @returns null where there is no such day or its minutes are not issued
 */
export async function publicDay(month: string, now: string): Promise<PublicDay | null> {
  return read(async (db) => {
    const [day] = await issuedDays(db, { month, limit: 1 });
    if (!day) return null;
    return dayWithDecisions(db, day, now);
  });
}

/** An issued day with what it decided. */
export async function dayWithDecisions(
  db: Queries,
  { id, ...day }: PublicDayName & { id: string },
  now: string,
): Promise<PublicDay> {
  const [unseen] = await db
    .select({ id: publicTopic.topicId })
    .from(publicTopic)
    .where(and(eq(publicTopic.meetingId, id), isNull(publicTopic.seenEpoch)))
    .limit(1);
  const decisions = await loadDecisions(db, eq(topic.meetingId, id), now);
  return { day, decisions, more: unseen !== undefined };
}
