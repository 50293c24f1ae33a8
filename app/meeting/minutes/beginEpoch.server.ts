import { and, eq } from "drizzle-orm";
import { opened, type ReadRecord } from "~/meeting/conduct/readRecord.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { canonicalJson, canonicalRecord } from "~/record/document/record";
import type { Queries } from "~db/connect";
import { liveRecord, liveRoom, liveSnapshot, type minutes } from "~db/schema";

type InForce = Pick<typeof minutes.$inferSelect, "state" | "epoch">;

/**
 * Gives the record of a day a new epoch that begins from minutes in force, inside the caller's transaction.
 * Nothing of an older epoch flows into it. After the commit the caller tells `liveRooms().renew`; if the
 * process ends before, the room comes up in the new epoch all the same.
 */
export async function newEpoch(
  tx: Queries,
  slug: string,
  step: { from: InForce; state: "open" | "frozen"; now: string },
): Promise<ReadRecord> {
  const { from, state, now } = step;
  const room = liveRoomName(slug);
  const [row] = await tx.select({ epoch: liveRoom.epoch }).from(liveRoom).where(eq(liveRoom.name, room));
  if (!row) throw new Error(`${room} was issued without a room`);
  const epoch = row.epoch + 1;
  await tx
    .update(liveRoom)
    .set({ epoch, state, frozenAt: state === "frozen" ? now : null })
    .where(and(eq(liveRoom.name, room), eq(liveRoom.epoch, row.epoch)));
  await tx.insert(liveSnapshot).values({ room, epoch, sequence: 0, state: from.state, at: now });
  const record = opened({ epoch, sequence: 0, state: from.state });
  // What pages without script read must not be what an epoch that is over held.
  const written = { epoch, sequence: 0, json: canonicalJson(canonicalRecord(record.document)), at: now };
  await tx
    .insert(liveRecord)
    .values({ room, ...written })
    .onConflictDoUpdate({ target: liveRecord.room, set: written });
  return record;
}
