import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { issuedStages, meetingToHold } from "~/meeting/conduct/loadSession.server";
import { keepMilestone } from "~/meeting/conduct/readRecord.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { liveRooms } from "~/record/live/liveRooms.server";
import { amendment } from "~db/schema";
import { newEpoch } from "./beginEpoch.server";
import { findMinutes } from "./findMinutes.server";
import { minutesMutex } from "./minutesMutex.server";

/**
 * Begins to amend the issued minutes of a day: the record goes on in a new epoch, from what was issued, and
 * whoever may issue writes it. The minutes in force stay in force. Refuses with `notFound`, `notAllowed`,
 * `wrongStage`, `invalid` without a reason, `amendmentOpen`.
 */
export async function beginAmendment(
  actor: Actor,
  input: { slug: string; reason: string },
  now: string,
): Promise<Result<null>> {
  return minutesMutex.take(input.slug, async () => {
    const begun = await storeBeginning(actor, input, now);
    if (!begun.ok) return begun;
    await liveRooms().renew(liveRoomName(input.slug));
    return begun;
  });
}

async function storeBeginning(
  actor: Actor,
  { slug, reason }: { slug: string; reason: string },
  now: string,
): Promise<Result<null>> {
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const found = await meetingToHold(tx, actor, slug, issuedStages);
    if (!found.ok) return found;
    if (reason.trim() === "") return refuse("invalid", { field: "reason" });
    if (found.value.amendment) return refuse("amendmentOpen");
    const inForce = await findMinutes(tx, found.value.id);
    if (!inForce) return refuse("wrongStage");
    const record = await newEpoch(tx, slug, { from: inForce, state: "open", now });
    await keepMilestone(tx, slug, "amendmentBegun", record, { personId: actor.personId, at: now });
    const { epoch } = record;
    const id = newId();
    const row = { id, meetingId: found.value.id, epoch, reason, begunByPostId: actor.postId, begunAt: now };
    await tx.insert(amendment).values(row);
    await book({
      verb: "session.beginAmendment",
      subject: { kind: "amendment", id },
      after: { meetingId: found.value.id, amends: inForce.id, reason },
    });
    await later(freshness, { kind: "stage", slug });
    return done(null);
  });
}
