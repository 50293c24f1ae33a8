import * as Y from "yjs";
import { newId } from "~/ledger/identifier.server";
import { liveRooms } from "~/record/live/liveRooms.server";
import type { Queries } from "~db/connect";
import { liveVersion } from "~db/schema";
import { liveRoomName } from "./roomName";

/** A live record as committed, read into a document of the caller's own. */
export interface ReadRecord {
  epoch: number;
  sequence: number;
  state: Uint8Array;
  document: Y.Doc;
}

/** The live record of a month as everybody has it now. */
export async function recordOf(slug: string): Promise<ReadRecord> {
  return opened(await liveRooms().snapshot(liveRoomName(slug)));
}

/** A stored state, opened for reading. */
export function opened(stored: Omit<ReadRecord, "document">): ReadRecord {
  const document = new Y.Doc();
  Y.applyUpdate(document, stored.state);
  return { ...stored, document };
}

/** Keeps the state of a record as a version, inside the transaction that has a reason to. Returns its id. */
export async function keepMilestone(
  tx: Queries,
  slug: string,
  label: (typeof liveVersion.$inferInsert)["label"],
  record: Omit<ReadRecord, "document">,
  by: { personId: string | null; at: string; note?: string },
): Promise<string> {
  const { epoch, sequence, state } = record;
  const room = liveRoomName(slug);
  const id = newId();
  await tx.insert(liveVersion).values({ id, room, epoch, sequence, label, state: Buffer.from(state), ...by });
  return id;
}
