import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { issuedStages, meetingToHold } from "~/meeting/conduct/loadSession.server";
import { keepMilestone, type ReadRecord } from "~/meeting/conduct/readRecord.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { whileFrozen } from "~/meeting/conduct/whileFrozen.server";
import { liveRooms } from "~/record/live/liveRooms.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { newEpoch } from "./beginEpoch.server";
import { endAmendment } from "./endAmendment.server";
import { findMinutes } from "./findMinutes.server";
import { minutesMutex } from "./minutesMutex.server";

/**
 * Drops the amendment of a day's minutes: the record goes back to what is in force, frozen; what was written
 * stays as a version of the history. Refuses with `notFound`, `notAllowed`, `wrongStage`, `invalid` without a
 * reason, `noAmendment`, `changedMeanwhile`.
 */
export async function dropAmendment(
  actor: Actor,
  input: { slug: string; reason: string },
  now: string,
): Promise<Result<null>> {
  const { slug, reason } = input;
  return minutesMutex.take(slug, async () => {
    const allowed = await read((db) => amendmentToDrop(db, actor, slug));
    if (!allowed.ok) return allowed;
    if (reason.trim() === "") return refuse("invalid", { field: "reason" });
    const dropped = await whileFrozen(slug, (written) => storeDropping(actor, input, written, now));
    if (!dropped.ok) return dropped;
    await liveRooms().renew(liveRoomName(slug));
    return dropped;
  });
}

async function amendmentToDrop(db: Queries, actor: Actor, slug: string) {
  const meeting = await meetingToHold(db, actor, slug, issuedStages);
  if (!meeting.ok) return meeting;
  const { amendment } = meeting.value;
  const inForce = await findMinutes(db, meeting.value.id);
  return amendment && inForce ? done({ amendment, inForce }) : refuse("noAmendment");
}

async function storeDropping(
  actor: Actor,
  { slug, reason }: { slug: string; reason: string },
  written: ReadRecord,
  now: string,
): Promise<Result<null>> {
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const found = await amendmentToDrop(tx, actor, slug);
    if (!found.ok) return found;
    const { amendment, inForce } = found.value;
    if (written.epoch !== amendment.epoch) return refuse("changedMeanwhile");
    const ended = await endAmendment(tx, amendment, { result: "dropped", dropReason: reason }, now);
    if (!ended) return refuse("changedMeanwhile");
    await keepMilestone(tx, slug, "amendmentDropped", written, { personId: actor.personId, at: now });
    await newEpoch(tx, slug, { from: inForce, state: "frozen", now });
    await book({
      verb: "session.dropAmendment",
      subject: { kind: "amendment", id: amendment.id },
      after: { meetingId: inForce.meetingId, reason },
    });
    await later(freshness, { kind: "stage", slug });
    return done(null);
  });
}
