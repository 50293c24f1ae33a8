import type { Actor } from "~/access/actor";
import { announce } from "~/ledger/announce.server";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { DeviationStep } from "~/rules/deviation";
import { recordDeviation } from "~/rules/recordDeviation.server";
import { read } from "~db/read";
import { alignRecord } from "./alignRecord.server";
import { dayToHold } from "./loadSession.server";
import { moveStage } from "./moveStage.server";
import { type OpeningDeparture, openingDepartures } from "./openingDepartures";
import { keepMilestone, recordOf } from "./readRecord.server";

const steps: Record<OpeningDeparture, DeviationStep> = { unpublished: "other", otherDay: "sessionDate" };

/**
 * Opens the session. An agenda that was never published, or another day than the planned one, needs a reason,
 * kept as a deviation. Refuses with `notFound`, `notAllowed`, `wrongStage`, `agendaNotPublished`,
 * `reasonNeeded`, `changedMeanwhile`.
 */
export async function openSession(
  actor: Actor,
  input: { month: string; reason?: string },
  now: string,
): Promise<Result<null>> {
  const { month, reason } = input;
  const allowed = await read((db) => dayToHold(db, actor, month, ["agenda"]));
  if (!allowed.ok) return allowed;
  await alignRecord(month);
  const record = await recordOf(month);
  const result = await change(actor, now, async (tx, book) => {
    const found = await dayToHold(tx, actor, month, ["agenda"]);
    if (!found.ok) return found;
    const day = found.value;
    const departures = openingDepartures(day, now);
    if (departures.length > 0 && !reason)
      return refuse(departures.includes("unpublished") ? "agendaNotPublished" : "reasonNeeded", {
        field: "reason",
      });
    for (const departure of departures) {
      const deviation = { meetingId: day.id, step: steps[departure], approvedByPostId: actor.postId };
      await recordDeviation(tx, book, { ...deviation, reason: reason ?? "" }, now);
    }
    const moved = await moveStage(tx, book, day, "openSession", { openedAt: day.openedAt ?? now });
    if (!moved.ok) return moved;
    await keepMilestone(tx, month, "sessionOpened", record, { personId: actor.personId, at: now });
    return done(null);
  });
  if (result.ok) await announce({ kind: "stage", month });
  return result;
}
