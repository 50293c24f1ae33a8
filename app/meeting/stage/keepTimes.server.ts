import type * as Y from "yjs";
import { topicById, topicSeconds } from "~/record/document/record";
import type { Queries } from "~db/connect";
import { topicTime } from "~db/schema";

/**
 * Keeps how long each topic of a session took, beside what was planned for it, as the clock of its record says when it
 * closes. Closed again after it was taken up once more, the newer times replace those of before.
 */
export async function keepTimes(
  tx: Queries,
  topics: readonly { id: string; withdrawnAt: string | null }[],
  document: Y.Doc,
  now: string,
): Promise<void> {
  for (const { id: topicId } of topics.filter(({ withdrawnAt }) => withdrawnAt === null)) {
    const times = {
      plannedMinutes: topicById(document, topicId)?.minutesAllotted ?? null,
      // A clock that never ran says nothing.
      seconds: topicSeconds(document, topicId, new Date(now)) || null,
      at: now,
    };
    await tx
      .insert(topicTime)
      .values({ topicId, ...times })
      .onConflictDoUpdate({ target: topicTime.topicId, set: times });
  }
}
