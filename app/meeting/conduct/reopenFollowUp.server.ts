import { eq } from "drizzle-orm";
import type { Book } from "~/ledger/change.server";
import { done, type Result } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { consultationDay } from "~db/schema";
import { countOpenTasks } from "./countOpenTasks.server";
import { moveStage } from "./moveStage.server";

/**
 * Opens a day again that was followed up, where a task of it is not done (any more), inside the transaction that
 * brought this about. Refuses with `changedMeanwhile`.
 */
export async function reopenFollowUp(tx: Queries, book: Book, dayId: string): Promise<Result<unknown>> {
  const [day] = await tx.select().from(consultationDay).where(eq(consultationDay.id, dayId));
  if (day?.stage !== "followedUp" || (await countOpenTasks(tx, dayId)) === 0) return done(null);
  return moveStage(tx, book, day, "reopenFollowUp");
}
