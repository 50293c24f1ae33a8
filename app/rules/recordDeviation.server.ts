import type { Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import type { Queries } from "~db/connect";
import { deviation } from "~db/schema";
import type { DeviationStep } from "./deviation";

/** Records that a step of a day was skipped or done outside its rule, inside the caller's transaction. */
export async function recordDeviation(
  tx: Queries,
  book: Book,
  input: { meetingId: string; step: DeviationStep; reason: string; approvedByPostId: string },
  now: string,
): Promise<void> {
  const id = newId();
  await tx.insert(deviation).values({ id, ...input, at: now });
  await book({
    verb: "plan.recordDeviation",
    subject: { kind: "meeting", id: input.meetingId },
    after: { id, ...input },
  });
}
