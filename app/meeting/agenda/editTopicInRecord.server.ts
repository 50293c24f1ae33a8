import type * as Y from "yjs";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { findDay } from "~/meeting/conduct/findMeeting.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { topicById } from "~/record/document/record";
import { liveRooms } from "~/record/live/liveRooms.server";
import { read } from "~db/read";

/**
 * Edits one entry of the agenda in the live record, where order and words stand: the same small edit that a
 * person in the room makes, booked to that person there. Refuses with `notFound`, `notAllowed`.
 */
export async function arrangeAgenda(
  actor: Actor,
  month: string,
  topicId: string,
  edit: (document: Y.Doc) => void,
): Promise<Result<null>> {
  const right = await read(async (db) => {
    const day = await findDay(db, month);
    return day ? roomRight(db, actor, day) : "none";
  });
  if (right === "none") return refuse("notFound");
  if (right !== "write") return refuse("notAllowed");
  let found = false;
  await liveRooms().edit(liveRoomName(month), actor, (document) => {
    found = topicById(document, topicId) !== null;
    if (found) edit(document);
  });
  return found ? done(null) : refuse("notFound");
}
