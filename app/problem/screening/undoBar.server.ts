import { eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { topic } from "~db/schema";
import { type UndoBar, undoBarOf } from "./undo";

/** Why the decision about a listing cannot be taken back any more, from its day and its entry on the agenda; or null. */
export async function undoBar(db: Queries, listingId: string, stage: string): Promise<UndoBar | null> {
  const [entry] = await db
    .select({ withdrawnAt: topic.withdrawnAt, outcome: topic.outcome })
    .from(topic)
    .where(eq(topic.listingId, listingId));
  const standing = entry && { isOff: entry.withdrawnAt !== null, isConcluded: entry.outcome !== null };
  return undoBarOf({ stage, topic: standing ?? null });
}
