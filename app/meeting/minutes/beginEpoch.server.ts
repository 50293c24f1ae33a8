import { and, eq } from "drizzle-orm";
import { opened, type ReadRecord } from "~/meeting/conduct/readRecord.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import type { CarriedRange } from "~/meeting/history/carriedHands";
import { canonicalJson, canonicalRecord } from "~/record/document/record";
import type { Queries } from "~db/connect";
import { liveAuthorship, liveRecord, liveRoom, liveSnapshot } from "~db/schema";
import { type RecordInLines, recordInLines } from "./recordInLines.server";

/** A state of the record, and the epoch in which it was written. */
interface Written {
  state: Uint8Array;
  epoch: number;
}

/**
 * Gives the record of a day a new epoch that begins from a state of it, such as minutes in force, inside the caller's
 * transaction. Nothing of an older epoch flows into it, and its notes are lines, also where that state holds elements.
 * After the commit the caller tells `liveRooms().renew`; if the process ends before, the room comes up in the new
 * epoch all the same.
 */
export async function newEpoch(
  tx: Queries,
  slug: string,
  step: { from: Written; state: "open" | "frozen"; now: string },
): Promise<ReadRecord> {
  const { from, state, now } = step;
  const room = liveRoomName(slug);
  const [row] = await tx
    .select({ epoch: liveRoom.epoch, linesFrom: liveRoom.linesFrom })
    .from(liveRoom)
    .where(eq(liveRoom.name, room));
  if (!row) throw new Error(`${room} was issued without a room`);
  const epoch = row.epoch + 1;
  const isInLines = row.linesFrom !== null && from.epoch >= row.linesFrom;
  const begun: RecordInLines = isInLines ? { state: from.state, hands: [] } : await recordInLines(room, from);
  await tx
    .update(liveRoom)
    .set({ epoch, state, frozenAt: state === "frozen" ? now : null, linesFrom: row.linesFrom ?? epoch })
    .where(and(eq(liveRoom.name, room), eq(liveRoom.epoch, row.epoch)));
  await tx
    .insert(liveSnapshot)
    .values({ room, epoch, sequence: 0, state: Buffer.from(begun.state), at: now });
  await bookHands(tx, { room, epoch }, begun.hands);
  const record = opened({ epoch, sequence: 0, state: begun.state });
  // What pages without script read must not be what an epoch that is over held.
  const written = { epoch, sequence: 0, json: canonicalJson(canonicalRecord(record.document)), at: now };
  await tx
    .insert(liveRecord)
    .values({ room, ...written })
    .onConflictDoUpdate({ target: liveRecord.room, set: written });
  return record;
}

const rowsAtOnce = 500;

async function bookHands(
  tx: Queries,
  place: { room: string; epoch: number },
  hands: readonly CarriedRange[],
): Promise<void> {
  for (let at = 0; at < hands.length; at += rowsAtOnce) {
    const rows = hands
      .slice(at, at + rowsAtOnce)
      .map((range) => ({ ...place, act: "wrote" as const, ...range }));
    await tx.insert(liveAuthorship).values(rows);
  }
}
