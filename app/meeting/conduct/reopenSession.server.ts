import type { Actor } from "~/access/actor";
import { announce } from "~/ledger/announce.server";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { recordDeviation } from "~/rules/recordDeviation.server";
import { dayToHold } from "./loadSession.server";
import { moveStage } from "./moveStage.server";

/**
 * Takes a closed session up again before its minutes are issued, with a reason that is kept as a deviation.
 * Refuses with `notFound`, `notAllowed`, `wrongStage`, `invalid` without a reason, `changedMeanwhile`.
 */
export async function reopenSession(
  actor: Actor,
  input: { month: string; reason: string },
  now: string,
): Promise<Result<null>> {
  const { month, reason } = input;
  const result = await change(actor, now, async (tx, book) => {
    const found = await dayToHold(tx, actor, month, ["minutes"]);
    if (!found.ok) return found;
    if (!reason) return refuse("invalid", { field: "reason" });
    const day = found.value;
    const deviation = { meetingId: day.id, step: "other" as const, reason, approvedByPostId: actor.postId };
    await recordDeviation(tx, book, deviation, now);
    const moved = await moveStage(tx, book, day, "reopenSession", { closedAt: null });
    return moved.ok ? done(null) : moved;
  });
  if (result.ok) await announce({ kind: "stage", month });
  return result;
}
