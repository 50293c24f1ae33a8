import type { Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import type { Queries } from "~db/connect";
import { deviation } from "~db/schema";
import type { Approval } from "./approval.server";
import type { DeviationStep } from "./deviation";

/**
 * Records that a step of a day was skipped or done outside its rule, inside the caller's transaction, with who asked
 * for it and who approved it. The ledger books both beside whoever does the act.
 */
export async function recordDeviation(
  tx: Queries,
  book: Book,
  { step, approval, reason = approval.reason }: { step: DeviationStep; approval: Approval; reason?: string },
  now: string,
): Promise<void> {
  const id = newId();
  const { meetingId, approverPostId, approverPersonId, askedByPersonId } = approval;
  const row = { meetingId, step, reason, approvedByPostId: approverPostId };
  await tx.insert(deviation).values({ id, ...row, requestId: approval.id, at: now });
  await book({
    verb: "plan.recordDeviation",
    subject: { kind: "meeting", id: meetingId },
    after: { id, ...row, approvedByPersonId: approverPersonId, askedByPersonId },
  });
}
