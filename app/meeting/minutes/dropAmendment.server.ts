import type { Actor } from "~/access/actor";
import { announce } from "~/ledger/announce.server";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { dayToHold, issuedStages } from "~/meeting/conduct/loadSession.server";
import { keepMilestone, type ReadRecord } from "~/meeting/conduct/readRecord.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { whileFrozen } from "~/meeting/conduct/whileFrozen.server";
import { liveRooms } from "~/record/live/liveRooms.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { newEpoch } from "./beginEpoch.server";
import { endAmendment } from "./endAmendment.server";
import { findMinutes } from "./findMinutes.server";
import { minutesTurns } from "./minutesTurns.server";

/**
 * Drops the amendment of a day's minutes: the record goes back to what is in force, frozen; what was written
 * stays as a version of the history. Refuses with `notFound`, `notAllowed`, `wrongStage`, `invalid` without a
 * reason, `noAmendment`, `changedMeanwhile`.
 */
export async function dropAmendment(
  actor: Actor,
  input: { month: string; reason: string },
  now: string,
): Promise<Result<null>> {
  const { month, reason } = input;
  return minutesTurns.take(month, async () => {
    const allowed = await read((db) => amendmentToDrop(db, actor, month));
    if (!allowed.ok) return allowed;
    if (reason.trim() === "") return refuse("invalid", { field: "reason" });
    const dropped = await whileFrozen(month, (written) => storeDropping(actor, input, written, now));
    if (!dropped.ok) return dropped;
    await liveRooms().renew(liveRoomName(month));
    await announce({ kind: "stage", month });
    return dropped;
  });
}

async function amendmentToDrop(db: Queries, actor: Actor, month: string) {
  const day = await dayToHold(db, actor, month, issuedStages);
  if (!day.ok) return day;
  const { amendment } = day.value;
  const inForce = await findMinutes(db, day.value.id);
  return amendment && inForce ? done({ amendment, inForce }) : refuse("noAmendment");
}

async function storeDropping(
  actor: Actor,
  { month, reason }: { month: string; reason: string },
  written: ReadRecord,
  now: string,
): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const found = await amendmentToDrop(tx, actor, month);
    if (!found.ok) return found;
    const { amendment, inForce } = found.value;
    if (written.epoch !== amendment.epoch) return refuse("changedMeanwhile");
    const ended = await endAmendment(tx, amendment, { result: "dropped", dropReason: reason }, now);
    if (!ended) return refuse("changedMeanwhile");
    await keepMilestone(tx, month, "amendmentDropped", written, { personId: actor.personId, at: now });
    await newEpoch(tx, month, { from: inForce, state: "frozen", now });
    await book({
      verb: "session.dropAmendment",
      subject: { kind: "amendment", id: amendment.id },
      after: { month, reason },
    });
    return done(null);
  });
}
