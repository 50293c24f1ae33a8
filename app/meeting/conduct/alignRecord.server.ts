import * as Y from "yjs";
import { liveRooms } from "~/record/live/liveRooms.server";
import { serverAuthor } from "~/record/live/serverAuthor";
import { read } from "~db/read";
import { type AgendaEntry, alignRecordDocument } from "./alignRecordDocument";
import { findDay } from "./findMeeting.server";
import { liveRoomName } from "./roomName";
import { hasReached } from "./stage";
import { topicsOfDay } from "./topicsOfDay.server";

/**
 * Brings the live record of a day in line with its topics in the database, by an edit of the server. May be
 * called at any time, any number of times: it writes only what differs, and heals what an interruption or a
 * client that is not ours left behind.
 */
export async function alignRecord(month: string): Promise<void> {
  const entries = await read(async (db) => {
    const day = await findDay(db, month);
    if (!day || !hasReached(day.stage, "agenda")) return [];
    // An issued record is frozen, unless it is being amended.
    if (hasReached(day.stage, "issued") && !day.amendment) return [];
    return (await topicsOfDay(db, day.id)).map(entryOf);
  });
  if (entries.length === 0 || (await isAligned(month, entries))) return;
  await liveRooms().edit(liveRoomName(month), serverAuthor, (document) =>
    alignRecordDocument(document, entries),
  );
}

async function isAligned(month: string, entries: AgendaEntry[]): Promise<boolean> {
  const { state } = await liveRooms().snapshot(liveRoomName(month));
  const document = new Y.Doc();
  Y.applyUpdate(document, state);
  let changed = false;
  document.on("update", () => {
    changed = true;
  });
  alignRecordDocument(document, entries);
  document.destroy();
  return !changed;
}

function entryOf(row: Awaited<ReturnType<typeof topicsOfDay>>[number]): AgendaEntry {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    problemNumber: row.problem?.number ?? null,
    presenter: row.street?.nameZh ?? "",
    withdrawn: row.withdrawnAt !== null,
  };
}
