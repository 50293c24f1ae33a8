import type * as Y from "yjs";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { partRightsOf } from "~/meeting/conduct/writingState.server";
import { topicById } from "~/record/document/record";
import { editRecord } from "~/record/live/liveRooms.server";
import { read } from "~db/read";

/**
 * Edits one entry of the agenda in the live record, where order and words stand: the same small edit that a
 * person in the room makes, booked to that person there. Refuses with `notFound`, `notAllowed`, and like
 * `editRecord`.
 * @param edit answers what it refuses, before it has changed anything
 */
export async function arrangeAgenda(
  actor: Actor,
  slug: string,
  topicId: string,
  edit: (document: Y.Doc) => Result<null>,
): Promise<Result<null>> {
  const mayWrite = await read(async (db) => {
    const meeting = await findMeeting(db, slug);
    const right = meeting ? await roomRight(db, actor, meeting) : "none";
    if (!meeting || right === "none") return refuse("notFound");
    return right === "write" ? done(await partRightsOf(db, actor, meeting)) : refuse("notAllowed");
  });
  if (!mayWrite.ok) return mayWrite;
  let answer: Result<null> = refuse("notFound");
  const change = (document: Y.Doc) => {
    if (topicById(document, topicId) !== null) answer = edit(document);
  };
  const edited = await editRecord(liveRoomName(slug), actor, change, mayWrite.value);
  return edited.ok ? answer : edited;
}
