import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { done, type Result } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { approvalOf } from "~/rules/approval.server";
import { recordDeviation } from "~/rules/recordDeviation.server";
import { moveStage } from "./moveStage.server";

/**
 * Takes a closed session up again before its minutes are issued, with an approval that is kept as a deviation.
 * Refuses with `notFound`, `notAllowed`, `wrongStage`, `changedMeanwhile`, and like `approvalOf`.
 */
export async function reopenSession(
  actor: Actor,
  input: { slug: string; reason?: string; approver?: string },
  now: string,
): Promise<Result<null>> {
  const { slug, reason, approver } = input;
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const found = await meetingToHold(tx, actor, slug, ["minutes"]);
    if (!found.ok) return found;
    const meeting = found.value;
    const departing = { meeting, occasion: "reopenSession" as const, reason, approver };
    const approved = await approvalOf(tx, book, actor, departing, now);
    // Asked for: the session stays closed until that is answered.
    if (!approved.ok || !approved.value) return approved.ok ? done(null) : approved;
    await recordDeviation(tx, book, { step: "other", approval: approved.value }, now);
    const moved = await moveStage(tx, book, meeting, "reopenSession", { closedAt: null });
    await later(freshness, { kind: "stage", slug });
    return moved.ok ? done(null) : moved;
  });
}
