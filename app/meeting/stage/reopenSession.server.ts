import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { recordDeviation } from "~/rules/recordDeviation.server";
import { moveStage } from "./moveStage.server";

/**
 * Takes a closed session up again before its minutes are issued, with a reason that is kept as a deviation.
 * Refuses with `notFound`, `notAllowed`, `wrongStage`, `invalid` without a reason, `changedMeanwhile`.
 */
export async function reopenSession(
  actor: Actor,
  input: { slug: string; reason: string },
  now: string,
): Promise<Result<null>> {
  const { slug, reason } = input;
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const found = await meetingToHold(tx, actor, slug, ["minutes"]);
    if (!found.ok) return found;
    if (!reason) return refuse("invalid", { field: "reason" });
    const meeting = found.value;
    const deviation = {
      meetingId: meeting.id,
      step: "other" as const,
      reason,
      approvedByPostId: actor.postId,
    };
    await recordDeviation(tx, book, deviation, now);
    const moved = await moveStage(tx, book, meeting, "reopenSession", { closedAt: null });
    await later(freshness, { kind: "stage", slug });
    return moved.ok ? done(null) : moved;
  });
}
