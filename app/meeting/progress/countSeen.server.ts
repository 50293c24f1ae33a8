import { count, eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { publicTopic } from "~db/schema";
import type { Count } from "./progress";

/**
 * Counts the topics of a meeting that residents come to read, and those of which nothing waits to be seen first; says
 * whether they find the meeting at all, once any topic is public or there is none.
 */
export async function countSeen(db: Queries, meetingId: string): Promise<{ seen: Count; opened: boolean }> {
  const [row] = await db
    .select({
      all: count(),
      waiting: count(publicTopic.waitsSince),
      shown: count(publicTopic.seenEpoch),
    })
    .from(publicTopic)
    .where(eq(publicTopic.meetingId, meetingId));
  const { all = 0, waiting = 0, shown = 0 } = row ?? {};
  return { seen: { have: all - waiting, need: all }, opened: shown > 0 || all === 0 };
}
