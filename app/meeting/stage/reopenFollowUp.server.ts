import { eq } from "drizzle-orm";
import type { Book } from "~/ledger/change.server";
import { done, type Result } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { meeting } from "~db/schema";
import { countOpenTasks } from "./countOpenTasks.server";
import { moveStage } from "./moveStage.server";

/**
 * Opens a day again that was followed up, where a task of it is not done (any more), inside the transaction that
 * brought this about. Refuses with `changedMeanwhile`.
 */
export async function reopenFollowUp(tx: Queries, book: Book, meetingId: string): Promise<Result<unknown>> {
  const [day] = await tx.select().from(meeting).where(eq(meeting.id, meetingId));
  if (day?.stage !== "followedUp" || (await countOpenTasks(tx, meetingId)) === 0) return done(null);
  return moveStage(tx, book, day, "reopenFollowUp");
}
