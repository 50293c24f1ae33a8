import { and, eq, isNull } from "drizzle-orm";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { keepMilestone, type ReadRecord } from "~/meeting/conduct/readRecord.server";
import { liveRoomName, meetingOfRoom } from "~/meeting/conduct/roomName";
import { whileFrozen } from "~/meeting/conduct/whileFrozen.server";
import { liveRooms } from "~/record/live/liveRooms.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { amendment, liveRoom } from "~db/schema";
import { newEpoch } from "./beginEpoch.server";

/**
 * Gives every record that is being written and that an earlier version left with its notes as elements a new epoch in
 * which they are lines; the state before is kept as a version. What somebody still has offline of the epoch that is
 * over becomes a proposal. Records that are issued stay as they are. May be ended at any moment and done again.
 */
export async function convertRecords(now: string): Promise<void> {
  const rooms = await read((db) => db.select({ name: liveRoom.name }).from(liveRoom).where(toConvert));
  for (const { name } of rooms) {
    const slug = meetingOfRoom(name);
    if (slug) await convertRecord(slug, now);
  }
}

const toConvert = and(isNull(liveRoom.linesFrom), eq(liveRoom.state, "open"));

async function convertRecord(slug: string, now: string): Promise<void> {
  const converted = await whileFrozen(slug, (record) => storeConverted(slug, record, now));
  if (converted.ok) await liveRooms().renew(liveRoomName(slug));
}

/** Everything about one record in one transaction. */
function storeConverted(slug: string, record: ReadRecord, now: string): Promise<Result<null>> {
  return changeMeeting(null, now, slug, async (tx, book) => {
    const meeting = await findMeeting(tx, slug);
    const [waiting] = await tx
      .select({ epoch: liveRoom.epoch })
      .from(liveRoom)
      .where(and(toConvert, eq(liveRoom.name, liveRoomName(slug)), eq(liveRoom.epoch, record.epoch)));
    if (!meeting || !waiting) return refuse("changedMeanwhile");
    const versionId = await keepMilestone(tx, slug, "beforeLines", record, { personId: null, at: now });
    const { epoch } = await newEpoch(tx, slug, { from: record, state: "open", now });
    await carryAmendment(tx, meeting, epoch);
    await book({
      verb: "session.convertNotes",
      subject: { kind: "meeting", id: meeting.id },
      after: { versionId },
    });
    return done(null);
  });
}

/** An amendment that is being written goes on in the new epoch. */
async function carryAmendment(tx: Queries, { amendment: open }: Meeting, epoch: number): Promise<void> {
  if (!open) return;
  await tx
    .update(amendment)
    .set({ epoch, version: open.version + 1 })
    .where(eq(amendment.id, open.id));
}
